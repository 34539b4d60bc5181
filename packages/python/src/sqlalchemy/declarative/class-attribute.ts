import type { Place } from '@canonical-schema/schema';
import type { Binding, CallValue, ClassValue, Value } from '../../syntax/value';
import { compositeColumns, readMappedColumn } from '../columns/mapped-column';
import { readColumn, type UnnamedColumn } from '../columns/read-column';
import { entriesOf, whyNot } from '../facts-of-values';
import { calledName, dottedPath, frameworkName } from '../framework-name';
import { linearise } from '../linearise';
import type { ReadContext } from '../read-context';
import { mappedArgument, type TypeMap } from '../types/read-annotation';

/** What an attribute of a mapped class adds to its table. */
export type ClassAttribute =
  | { readonly kind: 'nothing' }
  /** One column under the attribute's name, or several (of a composite) under their own. */
  | { readonly kind: 'columns'; readonly columns: readonly UnnamedColumn[]; readonly isComposite: boolean }
  /** An index or constraint over columns of the class body attaches itself to their table. */
  | { readonly kind: 'item'; readonly call: CallValue }
  | { readonly kind: 'unread'; readonly why: string; readonly place: Place };

const nothing: ClassAttribute = { kind: 'nothing' };

/** Reads one attribute of a class for the class that is mapped (a mixin's attributes are read once for each). */
export function readClassAttribute(
  binding: Binding,
  of: ClassValue,
  types: TypeMap,
  context: ReadContext,
): ClassAttribute {
  if (binding.condition !== null && couldBeColumn(binding)) {
    return { kind: 'unread', why: `depends on the condition ${binding.condition}`, place: binding.place };
  }
  const declared = declaredBy(binding.value);
  if (declared === null)
    return readAttribute(binding.assigned ? binding.value : null, binding.annotation, binding.place, types, context);
  if (declared.kind !== 'function') return unreadColumn(declared, binding.place);
  return readAttribute(declared.call([of], new Map()), declared.returns, binding.place, types, context);
}

const declaringDecorators = new Set(['declared_attr', 'directive', 'cascading']);

/** The function of a `@declared_attr`; null for anything else. */
export function declaredBy(value: Value): Value | null {
  if (value.kind === 'call' && calledName(value) === 'declared_attr') return value.positional[0] ?? value;
  if (value.kind !== 'function') return null;
  return value.decorators.some((decorator) => declaringDecorators.has(frameworkName(decorator) ?? '')) ? value : null;
}

function couldBeColumn(binding: Binding): boolean {
  return (
    binding.value.kind === 'call' || binding.value.kind === 'unknown' || mappedArgument(binding.annotation) !== null
  );
}

/** Annotations of attributes that are no columns. */
const otherAnnotations = new Set([
  'ClassVar',
  'DynamicMapped',
  'WriteOnlyMapped',
  'AssociationProxy',
  'Relationship',
  'RelationshipProperty',
]);

function isOtherAnnotation(annotation: Value | null): boolean {
  if (annotation === null) return false;
  const named = annotation.kind === 'subscript' ? annotation.of : annotation;
  return otherAnnotations.has(dottedPath(named)?.split('.').pop() ?? '');
}

function readAttribute(
  value: Value | null,
  annotation: Value | null,
  place: Place,
  types: TypeMap,
  context: ReadContext,
): ClassAttribute {
  if (isOtherAnnotation(annotation)) return nothing;
  const argument = mappedArgument(annotation);
  if (value === null)
    return argument === null ? nothing : oneColumn(readMappedColumn(null, argument, types, place, context));
  if (value.kind === 'unknown') return unreadColumn(value, place);
  if (value.kind !== 'call') return nothing;
  const name = calledName(value);
  if (name !== null) return readFrameworkCall(name, value, argument, place, types, context);
  return readOtherCall(value, place, context);
}

function readFrameworkCall(
  name: string,
  call: CallValue,
  argument: Value | null,
  place: Place,
  types: TypeMap,
  context: ReadContext,
): ClassAttribute {
  switch (name) {
    case 'Column':
      return oneColumn(readColumn(call, context));
    case 'mapped_column':
    case 'unmapped_column':
      return oneColumn(readMappedColumn(call, argument, types, call.place, context));
    case 'deferred':
    case 'column_property':
      return columnsWithin(call, place, types, context);
    case 'composite':
      return { kind: 'columns', columns: compositeColumns(call, argument, types, context), isComposite: true };
    case 'Index':
    case 'UniqueConstraint':
      return { kind: 'item', call };
    default:
      return nothing;
  }
}

/** `deferred(Column(...))`, `column_property(Column(...))`; over an expression it is no column of the table. */
function columnsWithin(call: CallValue, place: Place, types: TypeMap, context: ReadContext): ClassAttribute {
  const columns = call.positional.flatMap((value) => {
    const read = value.kind === 'call' ? readAttribute(value, null, place, types, context) : nothing;
    return read.kind === 'columns' ? read.columns : [];
  });
  return columns.length === 0 ? nothing : { kind: 'columns', columns, isComposite: false };
}

/** A call of something that is not SQLAlchemy's: a subclass of Column, a dataclass field, or a call that stays unknown. */
function readOtherCall(call: CallValue, place: Place, context: ReadContext): ClassAttribute {
  const { callee } = call;
  if (callee.kind === 'external') {
    if (callee.name === 'dataclasses.field') return readDataclassField(call, place, context);
    return callee.missing === null ? nothing : { kind: 'unread', why: callee.missing, place };
  }
  if (callee.kind === 'class') return readInstance(call, callee, place, context);
  if (callee.kind === 'function' && declaresColumn(callee.returns)) {
    return { kind: 'unread', why: `is made by ${callee.name}(), which is too complex to follow`, place };
  }
  return callee.kind === 'unknown' ? unreadColumn(callee, place) : nothing;
}

/** A function without a return annotation may make a column. */
function declaresColumn(returns: Value | null): boolean {
  if (returns === null) return true;
  const named = returns.kind === 'subscript' ? returns.of : returns;
  return ['Column', 'Mapped', 'MappedColumn', 'Any'].includes(dottedPath(named)?.split('.').pop() ?? 'Any');
}

function readInstance(call: CallValue, callee: ClassValue, place: Place, context: ReadContext): ClassAttribute {
  const bases = linearise(callee);
  if (!bases.some((base) => frameworkName(base) === 'Column' || frameworkName(base) === 'MappedColumn')) return nothing;
  const init = callee.body.bindings.get('__init__')?.value;
  const written = init?.kind === 'function' ? context.superCall(callee, call) : call;
  if (written === null)
    return { kind: 'unread', why: `is made by ${callee.name}, whose __init__ could not be read`, place };
  return oneColumn({ ...readColumn(written, context), place: call.place });
}

/** `field(metadata={"sa": Column(...)})` of a class that was a dataclass before it was mapped. */
function readDataclassField(call: CallValue, place: Place, context: ReadContext): ClassAttribute {
  for (const value of entriesOf(call.keywords.get('metadata')).values()) {
    if (calledName(value) === 'Column' && value.kind === 'call')
      return oneColumn({ ...readColumn(value, context), place });
  }
  return nothing;
}

function unreadColumn(value: Value, place: Place): ClassAttribute {
  return { kind: 'unread', why: whyNot(value, 'readable'), place };
}

function oneColumn(column: UnnamedColumn): ClassAttribute {
  return { kind: 'columns', columns: [column], isComposite: false };
}
