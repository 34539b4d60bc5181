import type { IndexKey } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import { dottedName, truthFact } from '../constants';
import type { ModelExpressions } from './expression-model';

interface Wrapped {
  readonly core: Value;
  readonly opclass: string | null;
  readonly collation: string | null;
  readonly descending: boolean;
  readonly nulls: 'first' | 'last' | null;
}

/** The key that an index expression makes: `F('day').desc()`, `OpClass(Lower('name'), name='…')`, `'name'`. */
export function expressionKey(expression: Value, model: ModelExpressions): IndexKey {
  const { backend } = model;
  const { hasIndexOptions } = backend.sql.traits;
  const { core, opclass, collation, descending, nulls } = unwrapped(expression, backend.features.hasKeyCollations);
  const usual = descending ? 'first' : 'last';
  return {
    of: termOf(core, model),
    opclass: hasIndexOptions ? opclass : null,
    collation,
    descending,
    nulls: hasIndexOptions ? (nulls ?? usual) : usual,
  };
}

function termOf(core: Value, model: ModelExpressions): IndexKey['of'] {
  const path = fieldPath(core);
  const column = path === null ? null : model.column(path);
  if (column !== null) return { kind: 'column', column: column.column };
  return { kind: 'expression', expression: model.key(core) };
}

/** The field that `'name'` or `F('name')` names. */
export function fieldPath(value: Value): string | null {
  if (value.kind === 'str') return value.value;
  if (value.kind !== 'call' || !isNamed(value.callee, 'F')) return null;
  const [path] = value.positional;
  return path?.kind === 'str' ? path.value : null;
}

/** Takes ordering, operator class and collation off, from the outside in. */
function unwrapped(value: Value, takesCollations: boolean): Wrapped {
  const plain: Wrapped = { core: value, opclass: null, collation: null, descending: false, nulls: null };
  if (value.kind !== 'call') return plain;
  const inner = (of: Value): Wrapped => unwrapped(of, takesCollations);
  const wrapped = orderedByMethod(value, inner) ?? orderedByClass(value, inner) ?? withOpclass(value, inner);
  return wrapped ?? (takesCollations ? withCollation(value, inner) : null) ?? plain;
}

function orderedByMethod(call: CallValue, unwrappedInner: (value: Value) => Wrapped): Wrapped | null {
  if (call.callee.kind !== 'attribute') return null;
  const { of, name } = call.callee;
  if (name !== 'asc' && name !== 'desc') return null;
  return { ...unwrappedInner(of), descending: name === 'desc', nulls: nullsOf(call) };
}

function orderedByClass(call: CallValue, unwrappedInner: (value: Value) => Wrapped): Wrapped | null {
  const [inner] = call.positional;
  if (!isNamed(call.callee, 'OrderBy') || inner === undefined) return null;
  const descending = call.keywords.get('descending') ?? call.positional[1];
  return {
    ...unwrappedInner(inner),
    descending: descending !== undefined && truthFact(descending) === true,
    nulls: nullsOf(call),
  };
}

function nullsOf(call: CallValue): 'first' | 'last' | null {
  const isTrue = (name: string): boolean => {
    const value = call.keywords.get(name);
    return value !== undefined && truthFact(value) === true;
  };
  if (isTrue('nulls_first')) return 'first';
  return isTrue('nulls_last') ? 'last' : null;
}

function withOpclass(call: CallValue, unwrappedInner: (value: Value) => Wrapped): Wrapped | null {
  const inner = call.positional[0] ?? call.keywords.get('expression');
  const name = call.keywords.get('name') ?? call.positional[1];
  if (!isNamed(call.callee, 'OpClass') || inner === undefined || name?.kind !== 'str') return null;
  return { ...unwrappedInner(inner), opclass: name.value };
}

function withCollation(call: CallValue, unwrappedInner: (value: Value) => Wrapped): Wrapped | null {
  const [inner, collation] = call.positional;
  if (!isNamed(call.callee, 'Collate') || inner === undefined || collation?.kind !== 'str') return null;
  return { ...unwrappedInner(inner), collation: collation.value };
}

function isNamed(callee: Value, name: string): boolean {
  const dotted = dottedName(callee);
  return dotted?.startsWith('django.') === true && dotted.endsWith(`.${name}`);
}
