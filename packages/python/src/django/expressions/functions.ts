import { functionTransforms } from './transforms';
import type { VendorSql } from './vendor';

/** A database function: the names of its parameters in order, and what it is called and gives in PostgreSQL. */
export interface DatabaseFunction {
  readonly function: string;
  /** Undefined where the output field is the (first) argument's. */
  readonly type?: string;
  /** Is the output field the first argument's, whatever the others are? */
  readonly followsFirst?: true;
  /** Parameters by name; absent where there are any number without names. */
  readonly parameters?: readonly string[];
  /** What a parameter is where the call leaves it out. */
  readonly defaults?: Readonly<Record<string, string>>;
}

const floats = 'ACos ASin ATan Cos Cot Degrees Exp Ln Radians Sin Sqrt Tan'.split(' ');

/** Functions whose SQL is their name and arguments. */
export const databaseFunctions: Readonly<Record<string, DatabaseFunction>> = {
  ...Object.fromEntries(
    floats.map((name) => [
      name,
      { function: name.toUpperCase(), type: 'double precision', parameters: ['expression'] },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      Abs: 'abs',
      Ceil: 'ceil',
      Chr: 'chr',
      Floor: 'floor',
      Length: 'length',
      Lower: 'lower',
      LTrim: 'ltrim',
      MD5: 'md5',
      Ord: 'ord',
      Reverse: 'reverse',
      RTrim: 'rtrim',
      Sign: 'sign',
      Trim: 'trim',
      Upper: 'upper',
    }).map(([name, transform]) => [
      name,
      { function: '', parameters: ['expression'], ...functionTransforms[transform] },
    ]),
  ),
  ATan2: { function: 'ATAN2', type: 'double precision' },
  Coalesce: { function: 'COALESCE' },
  Greatest: { function: 'GREATEST' },
  Least: { function: 'LEAST' },
  Left: { function: 'LEFT', type: 'character varying', parameters: ['expression', 'length'] },
  Log: { function: 'LOG', type: 'double precision' },
  LPad: {
    function: 'LPAD',
    type: 'character varying',
    parameters: ['expression', 'length', 'fill_text'],
    defaults: { fill_text: "' '" },
  },
  Mod: { function: 'MOD', type: 'double precision' },
  NullIf: { function: 'NULLIF', parameters: ['expression1', 'expression2'] },
  Pi: { function: 'PI', type: 'double precision', parameters: [] },
  Power: { function: 'POWER', type: 'double precision' },
  Random: { function: 'RANDOM', type: 'double precision', parameters: [] },
  RandomUUID: { function: 'GEN_RANDOM_UUID', type: 'uuid', parameters: [] },
  Repeat: { function: 'REPEAT', type: 'character varying', parameters: ['expression', 'number'] },
  Replace: {
    function: 'REPLACE',
    parameters: ['expression', 'text', 'replacement'],
    defaults: { replacement: "''" },
  },
  Right: { function: 'RIGHT', type: 'character varying', parameters: ['expression', 'length'] },
  Round: {
    function: 'ROUND',
    followsFirst: true,
    parameters: ['expression', 'precision'],
    defaults: { precision: '0' },
  },
  RPad: {
    function: 'RPAD',
    type: 'character varying',
    parameters: ['expression', 'length', 'fill_text'],
    defaults: { fill_text: "' '" },
  },
  StrIndex: { function: 'STRPOS', type: 'integer', parameters: ['string', 'substring'] },
  Substr: { function: 'SUBSTRING', type: 'character varying', parameters: ['expression', 'pos', 'length'] },
  Unaccent: { function: 'UNACCENT', parameters: ['expression'] },
  UUID4: { function: 'GEN_RANDOM_UUID', type: 'uuid', parameters: [] },
  UUID7: { function: 'UUIDV7', type: 'uuid', parameters: [] },
};

/** Functions without arguments that are a phrase of SQL. */
export const phrases: Readonly<Record<string, { readonly sql: (vendor: VendorSql) => string; readonly type: string }>> =
  {
    Now: { sql: (vendor) => vendor.now, type: 'timestamp with time zone' },
    TransactionNow: { sql: () => 'CURRENT_TIMESTAMP', type: 'timestamp with time zone' },
  };

/** Functions named after a hash: `digest` of pgcrypto. */
export const digests: ReadonlySet<string> = new Set(['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512']);

/** Lookups that may be used as expressions, by their classes. */
export const lookupClasses: Readonly<Record<string, string>> = {
  Contains: 'contains',
  EndsWith: 'endswith',
  Exact: 'exact',
  GreaterThan: 'gt',
  GreaterThanOrEqual: 'gte',
  IContains: 'icontains',
  IEndsWith: 'iendswith',
  IExact: 'iexact',
  In: 'in',
  IRegex: 'iregex',
  IsNull: 'isnull',
  IStartsWith: 'istartswith',
  LessThan: 'lt',
  LessThanOrEqual: 'lte',
  Range: 'range',
  Regex: 'regex',
  StartsWith: 'startswith',
};

/** `ExtractYear` and its kin take the part that their names say. */
export const extracts: Readonly<Record<string, string>> = {
  ExtractDay: 'day',
  ExtractHour: 'hour',
  ExtractIsoWeekDay: 'iso_week_day',
  ExtractIsoYear: 'iso_year',
  ExtractMinute: 'minute',
  ExtractMonth: 'month',
  ExtractQuarter: 'quarter',
  ExtractSecond: 'second',
  ExtractWeek: 'week',
  ExtractWeekDay: 'week_day',
  ExtractYear: 'year',
};

/** `TruncMonth` and its kin cut to the unit that their names say. */
export const truncations: Readonly<Record<string, string>> = {
  TruncDay: 'day',
  TruncHour: 'hour',
  TruncMinute: 'minute',
  TruncMonth: 'month',
  TruncQuarter: 'quarter',
  TruncSecond: 'second',
  TruncWeek: 'week',
  TruncYear: 'year',
};

/** Methods of expressions that stand for operators of bits. */
export const bitMethods: Readonly<Record<string, string>> = {
  bitand: '&',
  bitor: '|',
  bitxor: '#',
  bitleftshift: '<<',
  bitrightshift: '>>',
};
