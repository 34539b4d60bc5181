import { type Fact, unreadable } from '@canonical-schema/schema';
import type { CallValue, ClassValue, Value } from '../../syntax/value';
import type { EnumDescription, SqlType, TypeSchema } from '../description';
import { argument, booleanFact, integerOf, isTrue, textFact, whyNot } from '../facts-of-values';
import { frameworkName } from '../framework-name';
import { linearise } from '../linearise';
import type { ReadContext } from '../read-context';

/** Classes of the standard library that make a class statement an enumeration. */
const enumBases = new Set(['enum.Enum', 'enum.IntEnum', 'enum.StrEnum', 'enum.Flag', 'enum.IntFlag', 'enum.ReprEnum']);

/** Is this a class statement that declares a Python enumeration? */
export function isEnumClass(value: Value): value is ClassValue {
  if (value.kind !== 'class') return false;
  return linearise(value).some((base) => base.kind === 'external' && enumBases.has(base.name));
}

/** `Enum(...)` or the PostgreSQL dialect's `ENUM(...)`. `call` is null where the bare class was given. */
export function readEnumCall(call: CallValue, context: ReadContext): SqlType {
  const first = call.positional[0];
  const enumClass = call.positional.length === 1 && first !== undefined && isEnumClass(first) ? first : null;
  return enumType(call, enumClass, enumSchema(call, context), context);
}

/**
 * The Enum that SQLAlchemy makes for an annotation `Mapped[Color]`: named as the class in lower case, with the options of
 * the Enum that the type map holds, and in no schema of its own unless that one says so.
 */
export function enumOfClass(enumClass: ClassValue, options: CallValue | null, context: ReadContext): SqlType {
  const given = options?.keywords.get('schema');
  const schema: TypeSchema = { from: 'given', schema: given?.kind === 'str' ? given.value : null };
  return enumType(options ?? emptyCall(enumClass), enumClass, schema, context);
}

/** The varchar (or, where the type map says so, the enum) of `Mapped[Literal["a", "b"]]`. */
export function enumOfLiterals(literals: readonly Value[], options: CallValue | null, at: Value): SqlType {
  const labels = stringLabels(literals);
  const name = options === null ? null : textFact(argument(options, 'name'), null);
  return {
    kind: 'enum',
    name: typeof name === 'string' ? name : null,
    labels,
    native: options !== null && isTrue(options.keywords.get('native_enum')),
    createConstraint: options !== null && isTrue(options.keywords.get('create_constraint')),
    createType: true,
    length: lengthOf(options),
    schema: { from: 'given', schema: null },
    place: at.place,
  };
}

function emptyCall(callee: Value): CallValue {
  return { kind: 'call', callee, positional: [], keywords: new Map(), complete: true, place: callee.place };
}

function enumType(call: CallValue, enumClass: ClassValue | null, schema: TypeSchema, context: ReadContext): SqlType {
  const name = textFact(argument(call, 'name'), null);
  if (name !== null && typeof name !== 'string') return { kind: 'unread', why: `the enum's name ${name.unreadable}` };
  const native = booleanFact(argument(call, 'native_enum'), true);
  if (typeof native !== 'boolean') return { kind: 'unread', why: `native_enum ${native.unreadable}` };
  const description: EnumDescription = {
    name: name ?? enumClass?.name.toLowerCase() ?? null,
    labels: enumClass === null ? stringLabels(call.positional) : labelsOfClass(enumClass, call, context),
    native,
    createConstraint: createsConstraint(call, context),
    createType: call.keywords.get('create_type')?.kind !== 'bool' || isTrue(call.keywords.get('create_type')),
    length: lengthOf(call),
    schema,
    place: (enumClass ?? call).place,
  };
  return { kind: 'enum', ...description };
}

/** Before 1.4, a CHECK was made unless it was declined. */
function createsConstraint(call: CallValue, context: ReadContext): boolean {
  const given = call.keywords.get('create_constraint');
  return given === undefined ? !context.isAtLeast(1, 4) : isTrue(given);
}

/** `length=` of the varchar: a number, None for a varchar without length, or nothing for the longest label's. */
function lengthOf(call: CallValue | null): number | null | undefined {
  const length = call?.keywords.get('length');
  if (length === undefined) return undefined;
  return integerOf(length);
}

/**
 * From 2.1 on, a type without a schema takes its MetaData's; before, only a type that was given `metadata=` itself did.
 * `inherit_schema=True` takes the table's.
 */
function enumSchema(call: CallValue, context: ReadContext): TypeSchema {
  const given = call.keywords.get('schema');
  if (given?.kind === 'str') return { from: 'given', schema: given.value };
  if (given !== undefined) return { from: 'given', schema: null };
  if (isTrue(call.keywords.get('inherit_schema'))) return { from: 'table' };
  if (context.isAtLeast(2, 1) || call.keywords.has('metadata')) return { from: 'metadata' };
  return { from: 'given', schema: null };
}

function stringLabels(values: readonly Value[]): Fact<readonly string[]> {
  const labels: string[] = [];
  for (const value of values) {
    if (value.kind !== 'str') return unreadable(`a label ${whyNot(value, 'a constant string')}`);
    labels.push(value.value);
  }
  return labels;
}

/** Member names in order, or what `values_callable` makes of the class. */
function labelsOfClass(enumClass: ClassValue, call: CallValue, context: ReadContext): Fact<readonly string[]> {
  const valuesCallable = call.keywords.get('values_callable');
  const members = context.enumMembers(enumClass);
  if ('unreadable' in members) return members;
  if (valuesCallable === undefined || valuesCallable.kind === 'none') return members.map((member) => member.name);
  if (valuesCallable.kind !== 'function') return unreadable('its values_callable is not a function of this project');
  const values = valuesCallable.call([enumClass], new Map());
  if (values.kind === 'list' || values.kind === 'tuple') return stringLabels(values.items);
  return unreadable(`its values_callable ${whyNot(values, 'readable')}`);
}

/** Does a value stand for `sqlalchemy.Enum` or `postgresql.ENUM`? */
export function isEnumType(value: Value): boolean {
  const name = frameworkName(value);
  return name === 'Enum' || name === 'ENUM';
}
