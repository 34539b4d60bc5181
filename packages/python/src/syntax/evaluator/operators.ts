import type { Place } from '@canonical-schema/schema';
import type { Value } from '../value';
import {
  boolValue,
  dictValue,
  equalValues,
  floatValue,
  intValue,
  isSequence,
  numberIn,
  sequenceValue,
  strValue,
  truthOf,
  unknownValue,
} from '../values';
import { formattedPercent } from './formatting';
import { elementsOf, MOST_ITEMS, withEntries } from './iteration';

/** Longer texts are not built. */
const LONGEST = 1_000_000;

/** `left operator right` where both are known, else symbolic. */
export function binaryValue(operator: string, left: Value, right: Value, place: Place): Value {
  const known = knownBinary(operator, left, right, place);
  return known ?? { kind: 'operation', operator, operands: [left, right], place };
}

function knownBinary(operator: string, left: Value, right: Value, place: Place): Value | null {
  if (left.kind === 'str') return textOperation(operator, left.value, right, place);
  if (left.kind === 'dict' && right.kind === 'dict' && operator === '|') {
    return dictValue(withEntries(left.entries, right.entries), place);
  }
  if (isSequence(left)) return sequenceOperation(operator, left, right, place);
  if (isSequence(right) && operator === '*') return sequenceOperation(operator, right, left, place);
  if (right.kind === 'str' && operator === '*') return textOperation(operator, right.value, left, place);
  if (left.kind === 'bool' && right.kind === 'bool' && '&|^'.includes(operator)) {
    const bit = bitwise(operator, BigInt(left.value), BigInt(right.value));
    return bit === null ? null : boolValue(bit !== 0n, place);
  }
  return numericOperation(operator, left, right, place);
}

function textOperation(operator: string, left: string, right: Value, place: Place): Value | null {
  if (operator === '+' && right.kind === 'str') {
    return left.length + right.value.length > LONGEST ? null : strValue(left + right.value, place);
  }
  if (operator === '*' && right.kind === 'int') {
    const times = right.value < 0n ? 0 : Number(right.value);
    return left.length * times > LONGEST ? null : strValue(left.repeat(times), place);
  }
  if (operator !== '%') return null;
  const text = formattedPercent(left, right);
  return text === null ? null : strValue(text, place);
}

function sequenceOperation(operator: string, left: Value, right: Value, place: Place): Value | null {
  if (!isSequence(left)) return null;
  if (operator === '+' && isSequence(right) && left.kind === right.kind && left.kind !== 'set') {
    if (left.items.length + right.items.length > MOST_ITEMS) return null;
    return sequenceValue(left.kind, [...left.items, ...right.items], place);
  }
  if (operator === '*' && right.kind === 'int' && left.kind !== 'set') {
    const times = right.value < 0n ? 0 : Number(right.value);
    if (left.items.length * times > MOST_ITEMS) return null;
    return sequenceValue(left.kind, Array.from({ length: times }, () => left.items).flat(), place);
  }
  if (left.kind !== 'set' || !isSequence(right) || right.kind !== 'set') return null;
  const items = setOperation(operator, left.items, right.items);
  return items === null ? null : sequenceValue('set', items, place);
}

function setOperation(operator: string, left: readonly Value[], right: readonly Value[]): readonly Value[] | null {
  const has = (items: readonly Value[], item: Value) => items.some((other) => equalValues(item, other) === true);
  switch (operator) {
    case '|':
      return [...left, ...right.filter((item) => !has(left, item))];
    case '&':
      return left.filter((item) => has(right, item));
    case '-':
      return left.filter((item) => !has(right, item));
    case '^':
      return [...left.filter((item) => !has(right, item)), ...right.filter((item) => !has(left, item))];
    default:
      return null;
  }
}

function numericOperation(operator: string, left: Value, right: Value, place: Place): Value | null {
  const isFloat = left.kind === 'float' || right.kind === 'float';
  const [a, b] = [numberIn(left), numberIn(right)];
  if (a === null || b === null) return null;
  if (!isFloat && typeof a === 'bigint' && typeof b === 'bigint') return wholeOperation(operator, a, b, place);
  const result = floatOperation(operator, Number(a), Number(b));
  return result === null || !Number.isFinite(result) ? null : floatValue(result, place);
}

function wholeOperation(operator: string, a: bigint, b: bigint, place: Place): Value | null {
  if (operator === '/') return b === 0n ? null : floatValue(Number(a) / Number(b), place);
  if (operator === '//') return b === 0n ? null : intValue(floorDivided(a, b), place);
  if (operator === '%') return b === 0n ? null : intValue(a - floorDivided(a, b) * b, place);
  if (operator === '**') {
    if (b < 0n) return floatValue(Number(a) ** Number(b), place);
    return b > 4096n || a > HUGE_BASE || a < -HUGE_BASE ? null : intValue(a ** b, place);
  }
  if (isHuge(a) || isHuge(b)) return null;
  const result = bitwise(operator, a, b) ?? WHOLE[operator]?.(a, b) ?? null;
  return result === null ? null : intValue(result, place);
}

const HUGE = 1n << 100_000n;
const HUGE_BASE = 1n << 64n;

function isHuge(number: bigint): boolean {
  return number > HUGE || number < -HUGE;
}

const WHOLE: Readonly<Record<string, (a: bigint, b: bigint) => bigint | null>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '<<': (a, b) => (b < 0n || b > 4096n ? null : a << b),
  '>>': (a, b) => (b < 0n ? null : a >> b),
};

function bitwise(operator: string, a: bigint, b: bigint): bigint | null {
  if (operator === '&') return a & b;
  if (operator === '|') return a | b;
  return operator === '^' ? a ^ b : null;
}

function floorDivided(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function floatOperation(operator: string, a: number, b: number): number | null {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      return a - Math.floor(a / b) * b;
    case '**':
      return a ** b;
    default:
      return null;
  }
}

/** `-x`, `+x`, `~x`, `not x`. */
export function unaryValue(operator: string, operand: Value, place: Place): Value {
  if (operand.kind === 'unknown') return operand;
  if (operator === 'not') {
    const truth = truthOf(operand);
    if (truth !== null) return boolValue(!truth, place);
  }
  if (operand.kind === 'float' && operator === '-') {
    return floatValue(-operand.value, place, operand.text.startsWith('-') ? operand.text.slice(1) : `-${operand.text}`);
  }
  if (operand.kind === 'float' && operator === '+') return operand;
  const number = operand.kind === 'int' || operand.kind === 'bool' ? numberIn(operand) : null;
  if (typeof number === 'bigint') {
    if (operator === '-') return intValue(-number, place);
    if (operator === '~') return intValue(~number, place);
    if (operator === '+') return intValue(number, place);
  }
  return { kind: 'operation', operator, operands: [operand], place };
}

/** `left operator right` for one comparison of a chain. */
export function comparedValue(operator: string, left: Value, right: Value, place: Place): Value {
  const known = knownComparison(operator, left, right);
  if (known !== null) return boolValue(known, place);
  if (left.kind === 'unknown') return unknownValue(left.why, place);
  return { kind: 'operation', operator, operands: [left, right], place };
}

function knownComparison(operator: string, left: Value, right: Value): boolean | null {
  switch (operator) {
    case '==':
      return equalValues(left, right);
    case '!=':
    case '<>':
      return negated(equalValues(left, right));
    case 'is':
      return identical(left, right);
    case 'is not':
      return negated(identical(left, right));
    case 'in':
      return isContained(left, right);
    case 'not in':
      return negated(isContained(left, right));
    default:
      return ordered(operator, left, right);
  }
}

function negated(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}

function identical(left: Value, right: Value): boolean | null {
  if (left.kind === 'unknown' || right.kind === 'unknown') return null;
  const [one, other] = left.kind === 'none' ? [left, right] : [right, left];
  if (one.kind === 'none') {
    if (other.kind === 'none') return true;
    return truthOf(other) === null && other.kind !== 'call' && other.kind !== 'external' ? null : false;
  }
  return equalValues(left, right);
}

function isContained(item: Value, within: Value): boolean | null {
  if (within.kind === 'str') return item.kind === 'str' ? within.value.includes(item.value) : null;
  const elements = elementsOf(within);
  if (elements === null) return null;
  let isSure = true;
  for (const element of elements) {
    const isEqual = equalValues(item, element);
    if (isEqual === true) return true;
    if (isEqual === null) isSure = false;
  }
  return isSure ? false : null;
}

function ordered(operator: string, left: Value, right: Value): boolean | null {
  const order = orderOf(left, right);
  if (order === null) return null;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  if (operator === '>') return order > 0;
  return operator === '>=' ? order >= 0 : null;
}

/** Negative, zero or positive as Python orders two values; null where it cannot be told. */
export function orderOf(left: Value, right: Value): number | null {
  const [a, b] = [numberIn(left), numberIn(right)];
  if (a !== null && b !== null) return a < b ? -1 : a > b ? 1 : 0;
  if (left.kind === 'str' && right.kind === 'str') return compareText(left.value, right.value);
  if (!isSequence(left) || !isSequence(right) || left.kind !== right.kind || left.kind === 'set') return null;
  for (let index = 0; index < Math.min(left.items.length, right.items.length); index++) {
    const [x, y] = [left.items[index], right.items[index]];
    const order = x === undefined || y === undefined ? null : orderOf(x, y);
    if (order !== 0) return order;
  }
  return left.items.length - right.items.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
