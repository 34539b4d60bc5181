import type { Argument, Expression, Interpolation, StringLiteral } from '../ast';
import { describe, expressionText } from '../describe';
import { numberOf } from '../literals';
import { BoundName } from '../scope';
import type { Value } from '../value';
import {
  boolValue,
  dictValue,
  externalValue,
  floatText,
  floatValue,
  intValue,
  isSequence,
  noneValue,
  sequenceValue,
  strValue,
  truthOf,
  unknownValue,
} from '../values';
import { BUILTIN_NAMES } from './builtin-names';
import { comprehensionValue } from './comprehension';
import { ownAttribute } from './constructors';
import { performedCall } from './effects';
import { constantOf, displayedValue } from './enums';
import { formattedValue } from './formatting';
import { functionValue } from './functions';
import { iterated } from './iterables';
import { MOST_ITEMS, withEntries } from './iteration';
import { noteCall } from './notes';
import { binaryValue, comparedValue, unaryValue } from './operators';
import { subscriptValue } from './subscripts';
import { type Arguments, type Frame, lookUp, placeIn, type World } from './world';

type Evaluate<K extends Expression['kind']> = (
  expression: Extract<Expression, { kind: K }>,
  frame: Frame,
  world: World,
) => Value;

const EVALUATE: { readonly [K in Expression['kind']]: Evaluate<K> } = {
  name: (expression, frame) => nameValue(expression.name, expression, frame),
  none: (expression, frame) => noneValue(placeIn(frame, expression)),
  true: (expression, frame) => boolValue(true, placeIn(frame, expression)),
  false: (expression, frame) => boolValue(false, placeIn(frame, expression)),
  ellipsis: (expression, frame) => ({ kind: 'ellipsis', place: placeIn(frame, expression) }),
  number: numberValue,
  string: stringValue,
  list: displayValue,
  tuple: displayValue,
  set: displayValue,
  dict: dictDisplayValue,
  attribute: (expression, frame, world) => {
    const of = world.evaluate(expression.of, frame);
    const own = ownAttribute(of, expression.name, frame, world);
    return own ?? world.attribute(of, expression.name, placeIn(frame, expression));
  },
  subscript: subscriptValue,
  slice: (expression, frame) => unknownValue('is a slice', placeIn(frame, expression)),
  call: (expression, frame, world) => {
    const callee = world.evaluate(expression.callee, frame);
    const value = performedCall(expression, callee, argumentsValue(expression.args, frame, world), frame, world);
    noteCall(value, true, frame, world);
    return value;
  },
  unary: (expression, frame, world) =>
    unaryValue(
      expression.operator,
      constantOf(world.evaluate(expression.operand, frame), world),
      placeIn(frame, expression),
    ),
  binary: binaryExpression,
  boolean: booleanValue,
  comparison: comparisonValue,
  conditional: conditionalValue,
  lambda: (expression, frame, world) => functionValue(expression, frame, world),
  comprehension: comprehensionValue,
  starred: (expression, frame, world) => ({
    kind: 'operation',
    operator: '*',
    operands: [world.evaluate(expression.value, frame)],
    place: placeIn(frame, expression),
  }),
  walrus: (expression, frame, world) => {
    const value = world.evaluate(expression.value, frame);
    world.journal.bind(frame.scope, expression.name, new BoundName(expression.name, placeIn(frame, expression), value));
    return value;
  },
  opaque: (expression, frame) => unknownValue(expression.why, placeIn(frame, expression)),
};

/** Evaluation nests at most this deep, calls and imports counted in, so that the stack never overflows. */
const DEEPEST = 700;

/** The value of an expression where the frame stands. */
export function evaluate(expression: Expression, frame: Frame, world: World): Value {
  if (world.stepsLeft <= 0) return unknownValue('is too complex', placeIn(frame, expression));
  if (world.depth > DEEPEST) return unknownValue('nests too deep', placeIn(frame, expression));
  world.depth++;
  // The table is total over the kinds, which a union's members cannot express at the call.
  const value = (EVALUATE[expression.kind] as Evaluate<Expression['kind']>)(expression as never, frame, world);
  world.depth--;
  return value;
}

function nameValue(name: string, node: Expression, frame: Frame): Value {
  const bound = lookUp(frame, name);
  if (bound !== null) return bound.value;
  const place = placeIn(frame, node);
  if (name === '__name__') return strValue(frame.module.name, place);
  if (name === '__qualname__') return strValue(frame.qualifier, place);
  if (BUILTIN_NAMES.has(name)) return externalValue(`builtins.${name}`, place);
  const hidden = frame.scope.module.obscured[0] ?? frame.scope.obscured[0];
  if (hidden !== undefined) return unknownValue(`${name} may come from elsewhere: ${hidden.why}`, place);
  return unknownValue(`the name ${name} is not defined`, place);
}

function binaryExpression(expression: Extract<Expression, { kind: 'binary' }>, frame: Frame, world: World): Value {
  const left = constantOf(world.evaluate(expression.left, frame), world);
  const right = world.evaluate(expression.right, frame);
  const isFormatting = expression.operator === '%' && left.kind === 'str';
  const operand = isFormatting ? printedOperand(right, world) : constantOf(right, world);
  return binaryValue(expression.operator, left, operand, placeIn(frame, expression));
}

/** The right side of `"%s" % …`: what its members print. */
function printedOperand(value: Value, world: World): Value {
  if (value.kind !== 'tuple') return displayedValue(value, world);
  return { ...value, items: value.items.map((item) => displayedValue(item, world)) };
}

function numberValue(expression: Extract<Expression, { kind: 'number' }>, frame: Frame): Value {
  const place = placeIn(frame, expression);
  const number = numberOf(expression.text);
  if (number === null) return unknownValue('is a complex number', place);
  if ('int' in number) return intValue(number.int, place);
  const isPlain = /^\d+\.\d+$/.test(expression.text);
  return floatValue(number.float, place, isPlain ? expression.text : floatText(number.float));
}

function stringValue(expression: StringLiteral, frame: Frame, world: World): Value {
  const place = placeIn(frame, expression);
  let text = '';
  for (const part of expression.parts) {
    const piece = typeof part === 'string' ? part : interpolated(part, frame, world);
    if (typeof piece !== 'string') return unknownValue(describe(piece), place);
    text += piece;
  }
  return expression.isBytes ? { kind: 'bytes', value: text, place } : strValue(text, place);
}

function interpolated(part: Interpolation, frame: Frame, world: World): string | Value {
  const value = displayedValue(world.evaluate(part.expression, frame), world, true);
  if (part.format?.includes('{') === true) return unknownValue('formats with a computed width', value.place);
  const text = formattedValue(value, part.conversion, part.format ?? '');
  if (text !== null) return text;
  return value.kind === 'unknown' ? value : unknownValue(`depends on ${expressionText(value)}`, value.place);
}

function displayValue(
  expression: Extract<Expression, { kind: 'list' | 'tuple' | 'set' }>,
  frame: Frame,
  world: World,
): Value {
  const items: Value[] = [];
  let lost: Value | null = null;
  for (const item of expression.items) {
    if (item.kind !== 'starred') {
      items.push(world.evaluate(item, frame));
      continue;
    }
    const unpacked = world.evaluate(item.value, frame);
    const elements = iterated(unpacked, world);
    if (elements === null) {
      lost ??= unpacked;
      continue;
    }
    if (items.length + elements.length > MOST_ITEMS) return unknownValue('is too long', placeIn(frame, expression));
    for (const element of elements) items.push(element);
  }
  const place = placeIn(frame, expression);
  if (lost !== null) return { ...unknownValue(`unpacks what ${describe(lost)}`, place), holds: items };
  return sequenceValue(expression.kind, items, place);
}

function dictDisplayValue(expression: Extract<Expression, { kind: 'dict' }>, frame: Frame, world: World): Value {
  let entries: readonly (readonly [Value, Value])[] = [];
  let pending: (readonly [Value, Value])[] = [];
  for (const { key, value } of expression.entries) {
    if (key !== null) {
      pending.push([world.evaluate(key, frame), world.evaluate(value, frame)]);
      continue;
    }
    const unpacked = world.evaluate(value, frame);
    if (unpacked.kind !== 'dict') {
      return unknownValue(`unpacks what ${describe(unpacked)}`, placeIn(frame, expression));
    }
    entries = withEntries(withEntries(entries, pending), unpacked.entries);
    pending = [];
  }
  return dictValue(withEntries(entries, pending), placeIn(frame, expression));
}

/** Arguments with `*` and `**` expanded where their values are known. */
export function argumentsValue(args: readonly Argument[], frame: Frame, world: World): Arguments {
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  let why: string | null = null;
  for (const argument of args) {
    const value = world.evaluate(argument.value, frame);
    if (argument.form === 'positional') positional.push(value);
    else if (argument.form === 'keyword') keywords.set(argument.name, value);
    else if (argument.form === 'star') why = unpackedPositional(value, positional, world) ?? why;
    else why = unpackedKeywords(value, keywords) ?? why;
  }
  return why === null ? { positional, keywords, complete: true } : { positional, keywords, complete: false, why };
}

/** Adds the items; gives the reason where they are not known. */
function unpackedPositional(value: Value, positional: Value[], world: World): string | null {
  const elements = iterated(value, world);
  for (const element of elements ?? []) positional.push(element);
  if (elements !== null) return null;
  const lost = unknownValue(`unpacks what ${describe(value)}`, value.place);
  positional.push(lost);
  return lost.why;
}

function unpackedKeywords(value: Value, keywords: Map<string, Value>): string | null {
  if (value.kind !== 'dict') return describe(value);
  let why: string | null = null;
  for (const [key, item] of value.entries) {
    if (key.kind === 'str') keywords.set(key.value, item);
    else why = `takes a keyword that ${describe(key)}`;
  }
  return why;
}

function booleanValue(expression: Extract<Expression, { kind: 'boolean' }>, frame: Frame, world: World): Value {
  const left = world.evaluate(expression.left, frame);
  const truth = truthOf(constantOf(left, world));
  if (truth !== null) {
    const isSettled = expression.operator === 'and' ? !truth : truth;
    return isSettled ? left : world.evaluate(expression.right, frame);
  }
  const right = world.evaluate(expression.right, frame);
  return {
    kind: 'operation',
    operator: expression.operator,
    operands: [left, right],
    place: placeIn(frame, expression),
  };
}

function comparisonValue(expression: Extract<Expression, { kind: 'comparison' }>, frame: Frame, world: World): Value {
  const place = placeIn(frame, expression);
  let left = world.evaluate(expression.first, frame);
  let result: Value = boolValue(true, place);
  for (const { operator, right } of expression.rest) {
    const next = world.evaluate(right, frame);
    const isIdentity = operator.startsWith('is');
    const [a, b] = isIdentity ? [left, next] : [constantOf(left, world), constantsIn(next, world)];
    result = comparedValue(operator, a, b, place);
    if (truthOf(result) !== true) return result;
    left = next;
  }
  return result;
}

/** A value as Python compares it, and so the items of a list that it is looked for in. */
function constantsIn(value: Value, world: World): Value {
  if (!isSequence(value)) return constantOf(value, world);
  return { ...value, items: value.items.map((item) => constantOf(item, world)) };
}

function conditionalValue(expression: Extract<Expression, { kind: 'conditional' }>, frame: Frame, world: World): Value {
  const test = world.evaluate(expression.test, frame);
  const truth = truthOf(constantOf(test, world));
  if (truth !== null) return world.evaluate(truth ? expression.body : expression.orElse, frame);
  const text = frame.module.source.text.slice(expression.test.start, expression.test.end);
  return unknownValue(`depends on the condition ${text}`, placeIn(frame, expression));
}
