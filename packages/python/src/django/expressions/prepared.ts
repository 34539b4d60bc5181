import { jsonText } from '../../syntax/json-text';
import type { Value } from '../../syntax/value';
import { renderedConstant } from './constants';
import { constant, notRendered, type Rendered } from './rendered';
import { groupOf } from './type-group';
import type { JsonUse, VendorSql } from './vendor';

/** A Python constant as the field of that type prepares it for a comparison (`get_prep_value`). */
export function preparedConstant(
  value: Value,
  type: string | undefined,
  vendor: VendorSql,
  use: JsonUse = 'document',
): Rendered {
  if (type === 'uuid' && value.kind === 'str')
    return constant(vendor.literals.uuid(value.value, vendor.uuidType), type);
  const prepare = preparations[groupOf(type)];
  const rendered = prepare?.(value, type ?? '', vendor, use) ?? renderedConstant(value, vendor);
  return rendered ?? notRendered(value, 'a constant');
}

const preparations: Readonly<
  Partial<
    Record<ReturnType<typeof groupOf>, (value: Value, type: string, vendor: VendorSql, use: JsonUse) => Rendered | null>
  >
> = {
  json: (value, _type, vendor, use) => {
    const plain = renderedConstant(value, vendor)?.sql ?? 'NULL';
    return constant(
      vendor.json.constant(jsonText(value) ?? notRendered(value, 'a JSON constant'), plain, use),
      'jsonb',
    );
  },
  text: (value, _type, { literals }) =>
    value.kind === 'int' ? constant(literals.text(String(value.value)), 'text') : null,
  integer: wholeNumber,
  number: number,
  boolean: truth,
  date: writtenMoment,
  moment: writtenMoment,
  time: writtenMoment,
};

/** A moment, date or time that is written as a text. */
function writtenMoment(value: Value, type: string, vendor: VendorSql): Rendered | null {
  return value.kind === 'str' ? constant(vendor.typed(vendor.literals.text(value.value), type), type) : null;
}

function wholeNumber(value: Value): Rendered | null {
  if (value.kind === 'bool') return constant(value.value ? '1' : '0', 'integer');
  if (value.kind === 'float') return constant(String(Math.trunc(value.value)), 'integer');
  return digits(value);
}

/** Fields of numbers take numbers in quotes. */
function digits(value: Value): Rendered | null {
  if (value.kind !== 'str') return null;
  return /^[+-]?\d+(\.\d+)?$/.test(value.value) ? constant(value.value, 'numeric') : null;
}

/** A field of decimals gives its places to every number. */
function number(value: Value, type: string, vendor: VendorSql): Rendered | null {
  const rendered = digits(value) ?? numberOf(value, vendor);
  if (rendered === null || !type.startsWith('numeric')) return rendered;
  return constant(vendor.decimal(rendered.sql.replace(/^'(.*)'$/, '$1'), type), rendered.type);
}

function numberOf(value: Value, vendor: VendorSql): Rendered | null {
  const rendered = renderedConstant(value, vendor);
  const isNumber = ['integer', 'double precision', 'numeric'].includes(rendered?.type ?? '');
  return isNumber && /^'?-?[\d.]+'?$/.test(rendered?.sql ?? '') ? rendered : null;
}

const truths: ReadonlySet<string> = new Set(['t', 'True', '1']);
const falsehoods: ReadonlySet<string> = new Set(['f', 'False', '0']);

function truth(value: Value, _type: string, { literals }: VendorSql): Rendered | null {
  const word = value.kind === 'int' ? String(value.value) : value.kind === 'str' ? value.value : '';
  if (truths.has(word)) return constant(literals.truth(true), 'boolean');
  return falsehoods.has(word) ? constant(literals.truth(false), 'boolean') : null;
}

/** The text of a constant, as `str()` prints it: what pattern lookups search for. */
export function searchedText(value: Value): string {
  if (value.kind === 'str') return value.value;
  if (value.kind === 'int') return String(value.value);
  if (value.kind === 'float') return value.text;
  return notRendered(value, 'a constant text');
}
