import type { Place } from '@canonical-schema/schema';
import type { BoolValue, StrValue, Value } from '../syntax/value';

/** The place of values that Django supplies itself and nobody wrote. Never shown: tables and columns have their own. */
export const nowhere: Place = { path: '', line: 1, column: 1, span: { start: 0, end: 0 } };

/** `True` as Django would pass it. */
export const trueValue: BoolValue = { kind: 'bool', value: true, place: nowhere };

/** `False` as Django would pass it. */
export const falseValue: BoolValue = { kind: 'bool', value: false, place: nowhere };

/** A text as Django would pass it. */
export function textValue(value: string): StrValue {
  return { kind: 'str', value, place: nowhere };
}

/** Arguments from plain constants. */
export function constantArguments(
  constants: Readonly<Record<string, string | number | boolean>>,
): ReadonlyMap<string, Value> {
  return new Map(Object.entries(constants).map(([name, value]) => [name, constantValue(value)]));
}

function constantValue(value: string | number | boolean): Value {
  if (typeof value === 'boolean') return value ? trueValue : falseValue;
  if (typeof value === 'number') return { kind: 'int', value: BigInt(value), place: nowhere };
  return textValue(value);
}
