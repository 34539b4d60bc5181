import type { Binding, CallValue, ClassValue, FunctionValue, Value } from '../../syntax/value';
import { attributeBinding, classWith } from '../class-with';
import type { SqlType } from '../description';
import { isKnownType } from '../dialects/known-types';
import { textOf, whyNot } from '../facts-of-values';
import { frameworkName, methodCall } from '../framework-name';
import { linearise } from '../linearise';
import type { ReadContext } from '../read-context';
import { plainType, unreadType } from './sql-types';

/** How the types that a decorated type stands on are read: handed in, for reading those may lead here again. */
export interface TypeReaders {
  readType(value: Value, context: ReadContext): SqlType;
  readFrameworkType(name: string, named: Value, call: CallValue | null, context: ReadContext): SqlType;
}

/**
 * The type behind a class of the project: a `TypeDecorator` with `impl` or `load_dialect_impl`, a `UserDefinedType` with
 * `get_col_spec`, or a subclass of one of SQLAlchemy's types.
 */
export function readDecoratedType(
  type: ClassValue,
  call: CallValue | null,
  context: ReadContext,
  types: TypeReaders,
): SqlType {
  const bases = linearise(type);
  const unknown = bases.find((base) => base.kind === 'unknown' || (base.kind === 'external' && base.missing !== null));
  const kind = bases.map(frameworkName).find((name) => name !== null) ?? null;
  if (kind === 'UserDefinedType') return readUserDefined(type, call, context);
  if (kind === 'TypeDecorator') return readTypeDecorator(type, call, context, types);
  if (kind !== null && (isKnownType(kind) || kind === 'Enum')) return readSubclass(kind, type, call, context, types);
  if (unknown !== undefined) return unreadType(`its type ${type.name} inherits from a class that was not found`);
  return unreadType(`${type.name} is not a type of SQLAlchemy`);
}

/** `class Money(Numeric)`: the arguments are those of the base, through the class's own `__init__` if it has one. */
function readSubclass(
  kind: string,
  type: ClassValue,
  call: CallValue | null,
  context: ReadContext,
  types: TypeReaders,
): SqlType {
  const forwarded = constructorCall(type, call, context);
  if (forwarded === 'unread')
    return unreadType(`the arguments of ${type.name} pass through an __init__ that could not be read`);
  return types.readFrameworkType(kind, forwarded?.callee ?? type, forwarded, context);
}

function readTypeDecorator(
  type: ClassValue,
  call: CallValue | null,
  context: ReadContext,
  types: TypeReaders,
): SqlType {
  const impl = attributeOf(type, 'impl');
  const chosen = methodOf(type, 'load_dialect_impl');
  const own = context.program.assignedInInit(type, call ?? noArguments, 'impl');
  const byImpl = own === null ? ofClassImpl(impl, type, call, context, types) : ofOwnImpl(own, type, context, types);
  if (chosen === null) return byImpl;
  const result = chosen.call([instanceOf(type, impl), dialectObject(type, context)], new Map());
  const dialectType = describedType(result);
  if (dialectType === 'impl') return byImpl;
  if (dialectType === null) return unreadType(`load_dialect_impl of ${type.name} ${whyNot(result, 'readable')}`);
  return types.readType(dialectType, context);
}

const noArguments = { positional: [], keywords: new Map(), complete: true };

/** `self.impl = String(length)` of a constructor. */
function ofOwnImpl(impl: Value, type: ClassValue, context: ReadContext, { readType }: TypeReaders): SqlType {
  if (impl.kind !== 'unknown') return readType(impl, context);
  return unreadType(`the impl of ${type.name} ${whyNot(impl, 'a type')}`);
}

function ofClassImpl(
  impl: Binding | null,
  type: ClassValue,
  call: CallValue | null,
  context: ReadContext,
  types: TypeReaders,
): SqlType {
  if (impl === null) return unreadType(`${type.name} has no impl`);
  return implType(impl.value, type, call, context, types);
}

/** `impl = String(40)` stands as it is; `impl = String` is built with the decorated type's own arguments. */
function implType(
  impl: Value,
  type: ClassValue,
  call: CallValue | null,
  context: ReadContext,
  { readType }: TypeReaders,
): SqlType {
  if (impl.kind === 'call') return readType(impl, context);
  const forwarded = constructorCall(type, call, context);
  if (forwarded === null) return readType(impl, context);
  if (forwarded === 'unread') {
    const withoutArguments = readType(impl, context);
    const takesNone = withoutArguments.kind === 'plain' && !context.dialect.types.openTypes.has(withoutArguments.text);
    return takesNone
      ? withoutArguments
      : unreadType(`the arguments of ${type.name} pass through an __init__ that could not be read`);
  }
  return readType({ ...forwarded, callee: impl }, context);
}

/**
 * The constructor call that reaches the framework's class: the one written, or what `super().__init__(...)` passes on
 * where the class has an `__init__` of its own. Null where the bare class was named and nothing is passed.
 */
function constructorCall(type: ClassValue, call: CallValue | null, context: ReadContext): CallValue | null | 'unread' {
  const init = methodOf(type, '__init__');
  if (init === null) return call;
  const written = call ?? {
    kind: 'call',
    callee: type,
    positional: [],
    keywords: new Map(),
    complete: true,
    place: type.place,
  };
  return context.superCall(type, written) ?? 'unread';
}

/** `get_col_spec` returns SQL. */
function readUserDefined(type: ClassValue, call: CallValue | null, context: ReadContext): SqlType {
  const method = methodOf(type, 'get_col_spec');
  if (method === null) return unreadType(`${type.name} has no get_col_spec`);
  const result = method.call([call ?? instanceOf(type, null)], new Map());
  const text = textOf(result);
  if (text === null) return unreadType(`get_col_spec of ${type.name} ${whyNot(result, 'a constant string')}`);
  const formatted = context.typeOfSql(text);
  return formatted === null
    ? unreadType(`get_col_spec of ${type.name} gives "${text}", which is no type`)
    : plainType(formatted);
}

/** What `load_dialect_impl` answers: a type, `impl` where it hands back the decorator's own, null where it is neither. */
function describedType(result: Value): Value | 'impl' | null {
  if (result.kind === 'unknown') return null;
  const method = methodCall(result);
  if (method?.method === 'type_descriptor')
    return describedType(result.kind === 'call' ? (result.positional[0] ?? result) : result);
  if (method?.method === 'load_dialect_impl' || method?.method === 'dialect_impl') return 'impl';
  if (result.kind === 'attribute' && (result.name === 'impl' || result.name === 'impl_instance')) return 'impl';
  return result;
}

/** A class attribute along the class's own bases, those of the framework left out. */
export function attributeOf(type: ClassValue, name: string): Binding | null {
  for (const base of linearise(type)) {
    const binding = base.kind === 'class' ? base.body.bindings.get(name) : undefined;
    if (binding?.assigned) return binding;
  }
  return null;
}

function methodOf(type: ClassValue, name: string): FunctionValue | null {
  const value = attributeOf(type, name)?.value;
  return value?.kind === 'function' ? value : null;
}

/** `self` as far as a type's methods ask: its class attributes, `impl` among them. */
function instanceOf(type: ClassValue, impl: Binding | null): Value {
  return impl === null ? type : classWith(type, [impl]);
}

/** The dialect as it is handed to `load_dialect_impl`: that of the closest name. */
function dialectObject(at: ClassValue, { dialect }: ReadContext): Value {
  const name: Value = { kind: 'str', value: dialect.names[0], place: at.place };
  return classWith({ ...at, name: 'Dialect', qualifiedName: 'Dialect', bases: [] }, [attributeBinding('name', name)]);
}
