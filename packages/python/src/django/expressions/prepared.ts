import { quotedText } from '../../sql-quoting';
import { jsonText } from '../../syntax/json-text';
import type { Value } from '../../syntax/value';
import { renderedConstant } from './constants';
import { constant, notRendered, type Rendered } from './rendered';
import { groupOf } from './type-group';

/** A Python constant as the field of that type prepares it for a comparison (`get_prep_value`). */
export function preparedConstant(value: Value, type: string | undefined): Rendered {
  const prepare = preparations[groupOf(type)];
  const rendered = prepare?.(value, type ?? '') ?? renderedConstant(value);
  return rendered ?? notRendered(value, 'a constant');
}

const preparations: Readonly<
  Partial<Record<ReturnType<typeof groupOf>, (value: Value, type: string) => Rendered | null>>
> = {
  json: (value) => constant(`${quotedText(jsonText(value) ?? notRendered(value, 'a JSON constant'))}::jsonb`, 'jsonb'),
  text: (value) => (value.kind === 'int' ? constant(quotedText(String(value.value)), 'text') : null),
  integer: wholeNumber,
  number: number,
  boolean: truth,
  date: (value, type) => (value.kind === 'str' ? constant(`${quotedText(value.value)}::${type}`, type) : null),
  moment: (value, type) => (value.kind === 'str' ? constant(`${quotedText(value.value)}::${type}`, type) : null),
  time: (value, type) => (value.kind === 'str' ? constant(`${quotedText(value.value)}::${type}`, type) : null),
};

function wholeNumber(value: Value): Rendered | null {
  if (value.kind === 'bool') return constant(value.value ? '1' : '0', 'integer');
  if (value.kind === 'float') return constant(String(Math.trunc(value.value)), 'integer');
  return number(value);
}

/** Fields of numbers take numbers in quotes. */
function number(value: Value): Rendered | null {
  if (value.kind !== 'str') return null;
  return /^[+-]?\d+(\.\d+)?$/.test(value.value) ? constant(value.value, 'numeric') : null;
}

const truths: ReadonlySet<string> = new Set(['t', 'True', '1']);
const falsehoods: ReadonlySet<string> = new Set(['f', 'False', '0']);

function truth(value: Value): Rendered | null {
  const word = value.kind === 'int' ? String(value.value) : value.kind === 'str' ? value.value : '';
  if (truths.has(word)) return constant('true', 'boolean');
  return falsehoods.has(word) ? constant('false', 'boolean') : null;
}

/** The text of a constant, as `str()` prints it: what pattern lookups search for. */
export function searchedText(value: Value): string {
  if (value.kind === 'str') return value.value;
  if (value.kind === 'int') return String(value.value);
  if (value.kind === 'float') return value.text;
  return notRendered(value, 'a constant text');
}
