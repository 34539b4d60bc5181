import { parseColumnType } from '@canonical-schema/schema';

const families: Readonly<Record<string, string>> = {
  'character varying': 'text',
  bpchar: 'character',
};

/**
 * The type that operators are resolved by: without modifiers, `character varying` as `text` (they share all of text's
 * operators), `character` for `char(n)`. Arrays keep their `[]`.
 */
export function familyOf(type: string): string {
  const { base, array } = parseColumnType(type);
  if (base.startsWith('interval ')) return array ? 'interval[]' : 'interval';
  return (families[base] ?? base) + (array ? '[]' : '');
}

const integerWidths: Readonly<Record<string, number>> = { smallint: 1, integer: 2, bigint: 3 };

const numericRanks: Readonly<Record<string, number>> = {
  ...integerWidths,
  numeric: 4,
  real: 5,
  'double precision': 6,
};

/** Is it `smallint`, `integer` or `bigint`? */
export function isIntegerFamily(family: string | undefined): boolean {
  return family !== undefined && family in integerWidths;
}

/** Is it a type of numbers? */
export function isNumberFamily(family: string | undefined): boolean {
  return family !== undefined && family in numericRanks;
}

/** The type that PostgreSQL computes with when two kinds of number meet; undefined where one is no number. */
export function promoted(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined || !isNumberFamily(a) || !isNumberFamily(b)) return undefined;
  if (a === b) return a;
  const wider = (numericRanks[a] ?? 0) > (numericRanks[b] ?? 0) ? a : b;
  return wider === 'real' ? 'double precision' : wider;
}

/** The type that COALESCE, CASE and arrays bring two kinds of number to: the later one in the order of casts. */
export function common(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined || !isNumberFamily(a) || !isNumberFamily(b)) return undefined;
  return (numericRanks[a] ?? 0) > (numericRanks[b] ?? 0) ? a : b;
}

/** The type of an array type's items; undefined for other types. */
export function elementOf(family: string | undefined): string | undefined {
  return family?.endsWith('[]') ? family.slice(0, -2) : undefined;
}

/** Does a cast from one kind of number to the other only widen, as PostgreSQL does by itself? */
export function isWidening(from: string | undefined, to: string): boolean {
  return isNumberFamily(from) && isNumberFamily(to) && promoted(from, to) === to && from !== to;
}
