import type { Place } from '@canonical-schema/schema';
import { BORN, lastBirth, MADE, nextBirth } from './birth';
import type {
  AttributeValue,
  BoolValue,
  ClassValue,
  DictValue,
  ExternalValue,
  FloatValue,
  IntValue,
  NoneValue,
  SequenceValue,
  StrValue,
  UnknownValue,
  Value,
} from './value';

/** Python's `None`. */
export const noneValue = (place: Place): NoneValue => ({ kind: 'none', place });
/** `True` or `False`. */
export const boolValue = (value: boolean, place: Place): BoolValue => ({ kind: 'bool', value, place });
/** A whole number. */
export const intValue = (value: bigint | number, place: Place): IntValue => ({
  kind: 'int',
  value: BigInt(value),
  place,
});
/** A float; `text` as Python prints it, unless it was written otherwise. */
export const floatValue = (value: number, place: Place, text = floatText(value)): FloatValue => ({
  kind: 'float',
  value,
  text,
  place,
});
/** Text. */
export const strValue = (value: string, place: Place): StrValue => ({ kind: 'str', value, place });
/** A list, tuple or set of known length. */
export const sequenceValue = (kind: SequenceValue['kind'], items: readonly Value[], place: Place): SequenceValue =>
  (kind === 'tuple' ? { kind, items, place } : { kind, items, place, [MADE]: lastBirth() }) as SequenceValue;
/** A dict whose keys are known. */
export const dictValue = (entries: DictValue['entries'], place: Place): DictValue =>
  ({ kind: 'dict', entries, place, [BORN]: nextBirth() }) as DictValue;
/** The reason why nothing is known; it completes "could not be read: …". */
export const unknownValue = (why: string, place: Place): UnknownValue => ({ kind: 'unknown', why, place });
/** A name of a module that is not read as text. */
export const externalValue = (name: string, place: Place, missing: string | null = null): ExternalValue => ({
  kind: 'external',
  name,
  missing,
  place,
});

/** Marks the members of enums among attributes of classes. A symbol, so that no reader meets it. */
const MEMBER = Symbol('enum member');

/** An enum's member under its own name, not an alias. */
export const memberValue = (of: ClassValue, name: string, place: Place): Value =>
  ({ kind: 'attribute', of, name, place, [MEMBER]: true }) as AttributeValue;

/** Marks classes that stand under `if TYPE_CHECKING`. A symbol, so that no reader meets it. */
const NEVER_RUN = Symbol('never run');

/** The class as only a type checker sees it. */
export const neverRun = (value: ClassValue): ClassValue => Object.assign(value, { [NEVER_RUN]: true });

/** Is it a class that Python never makes, since it stands under `if TYPE_CHECKING`? */
export const isNeverRun = (value: ClassValue): boolean => NEVER_RUN in value;

/** Are two members of one enum the same? Null where the values are no members, or of two enums. */
function equalMembers(a: Value, b: Value): boolean | null {
  if (a.kind !== 'attribute' || b.kind !== 'attribute' || a.of !== b.of) return null;
  return MEMBER in a && MEMBER in b ? a.name === b.name : null;
}

/** The constant inside: a value of these kinds has no other parts. */
export type ConstantValue = NoneValue | BoolValue | IntValue | FloatValue | StrValue;

/** Is this one of Python's scalar constants? */
export function isConstant(value: Value): value is ConstantValue {
  return ['none', 'bool', 'int', 'float', 'str'].includes(value.kind);
}

/** Is this a list, tuple or set? */
export function isSequence(value: Value): value is SequenceValue {
  return value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set';
}

/** Python's truth of a value; null where it is not known. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'str':
    case 'bytes':
      return value.value !== '';
    case 'list':
    case 'tuple':
    case 'set':
      return value.items.length > 0;
    case 'dict':
      return value.entries.length > 0;
    case 'class':
    case 'function':
    case 'module':
    case 'ellipsis':
      return true;
    default:
      return null;
  }
}

/** `1.0`, `1e+16`: a float as Python's `repr` prints it. */
export function floatText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2');
}

/**
 * Are two values equal as Python's `==` has it? Null where either holds something symbolic that is not the same
 * expression; classes, functions and symbols are equal to themselves.
 */
export function equalValues(a: Value, b: Value): boolean | null {
  if (a === b) return a.kind === 'unknown' ? null : true;
  const [x, y] = [numberIn(a), numberIn(b)];
  if (x !== null && y !== null) return x === y;
  if (isConstant(a) && isConstant(b)) {
    return a.kind === b.kind && (a.kind === 'none' || a.value === (b as StrValue).value);
  }
  if (isSequence(a) && isSequence(b)) return a.kind === b.kind ? equalLists(a.items, b.items) : false;
  if (isSymbolic(a) || isSymbolic(b)) return sameValue(a, b) ? true : equalMembers(a, b);
  return a.kind === b.kind ? (sameValue(a, b) ? true : a.kind === 'dict' ? null : false) : false;
}

function equalLists(a: readonly Value[], b: readonly Value[]): boolean | null {
  if (a.length !== b.length) return false;
  let isSure = true;
  for (const [index, item] of a.entries()) {
    const other = b[index];
    const isEqual = other === undefined ? false : equalValues(item, other);
    if (isEqual === false) return false;
    if (isEqual === null) isSure = false;
  }
  return isSure ? true : null;
}

function isSymbolic(value: Value): boolean {
  return ['external', 'call', 'attribute', 'subscript', 'operation', 'unknown'].includes(value.kind);
}

/** A number that compares: `True == 1 == 1.0`; null for what is no number. */
export function numberIn(value: Value): number | bigint | null {
  if (value.kind === 'bool') return value.value ? 1n : 0n;
  if (value.kind === 'int') return value.value;
  if (value.kind !== 'float') return null;
  return Number.isInteger(value.value) ? BigInt(value.value) : value.value;
}

/** Do two values say the same, place apart? Two unknowns never do. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'none':
    case 'ellipsis':
      return true;
    case 'bool':
    case 'int':
    case 'float':
    case 'str':
    case 'bytes':
      return a.value === (b as typeof a).value;
    case 'list':
    case 'tuple':
    case 'set':
      return sameLists(a.items, (b as typeof a).items);
    case 'dict':
      return sameLists(a.entries.flat(), (b as typeof a).entries.flat());
    case 'module':
    case 'external':
      return a.name === (b as typeof a).name;
    case 'attribute':
      return a.name === (b as typeof a).name && sameValue(a.of, (b as typeof a).of);
    case 'subscript':
      return sameValue(a.of, (b as typeof a).of) && sameLists(a.index, (b as typeof a).index);
    case 'operation':
      return a.operator === (b as typeof a).operator && sameLists(a.operands, (b as typeof a).operands);
    case 'call':
      return sameCalls(a, b as typeof a);
    case 'class':
    case 'function':
    case 'unknown':
      return false;
  }
}

function sameLists(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index] as Value));
}

function sameCalls(a: Extract<Value, { kind: 'call' }>, b: Extract<Value, { kind: 'call' }>): boolean {
  if (!a.complete || !b.complete || a.keywords.size !== b.keywords.size) return false;
  for (const [name, value] of a.keywords) {
    const other = b.keywords.get(name);
    if (other === undefined || !sameValue(value, other)) return false;
  }
  return sameValue(a.callee, b.callee) && sameLists(a.positional, b.positional);
}
