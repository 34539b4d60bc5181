import type { Literals } from '../backends/literals';
import type { Rendered } from './rendered';

/** A lookup that looks for a pattern in a text. */
export interface PatternLookup {
  /** What stands in front of and behind the text that is looked for: `%` or nothing. */
  readonly before: string;
  readonly after: string;
  readonly ignoresCase: boolean;
}

/**
 * How Django writes expressions for one server: the `as_postgresql`, `as_mysql` and `as_sqlite` of its expressions, and the
 * operators of its database wrappers. What a server does not know throws `NotRendered`.
 */
export interface VendorSql {
  readonly literals: Literals;
  /** The method in which a class of one's own writes its SQL for this server. */
  readonly method: string;
  /** Is there no type for truth, so that a column of it must be compared to be a condition? */
  readonly comparesBooleans: boolean;
  /** Is there an operator XOR? */
  readonly hasXor: boolean;
  /** A constant of that type, from its SQL without one. */
  typed(sql: string, type: string): string;
  /** A `Decimal` for a column of that type. */
  decimal(digits: string, type: string): string;
  /** What UUIDs are stored in. */
  readonly uuidType: string;
  /** An array of rendered items. */
  array(items: readonly string[], type: string): string;
  /** Two operands that need more than an operator between them; null where they do not. */
  combined(left: Rendered, symbol: string, right: Rendered): Rendered | null;
  /** What a computed value of that type is wrapped in. */
  computed(sql: string, type: string | undefined): string;
  /** `Cast`: `type` is PostgreSQL's name for it. */
  cast(of: Rendered, type: string): string;
  /** Two parts of a text, of which NULL counts as empty. */
  concatenated(first: Rendered, second: Rendered): string;
  /** A CASE of that type. */
  caseOf(sql: string, type: string | undefined): string;
  /** The left side of a text lookup. */
  textOf(lhs: Rendered): string;
  iexact(lhs: string, text: PatternText): string;
  like(lhs: string, text: PatternText, lookup: PatternLookup): string;
  regex(lhs: string, pattern: string, ignoresCase: boolean): string;
  /** The SQL of functions that are called otherwise than on PostgreSQL, by Django's class; null for none at all. */
  readonly functions: Readonly<Record<string, VendorFunction | null>>;
  /** The text of `Now()`. */
  readonly now: string;
  /** The digest of a text, by the name of Django's class. */
  digest(sql: string, algorithm: string): string;
  /** A part of a date, time or moment, by Django's name. `zone`: null where there is none to go to. */
  extract(part: string, sql: string, group: MomentGroup, zone: string | null): string;
  /** The date or time of day of a moment. */
  cut(sql: string, to: 'date' | 'time', zone: string | null): string;
  /** A date, time or moment without what is below a unit. */
  truncate(unit: string, of: Rendered, to: 'date' | 'moment' | 'time', zone: string | null): string;
  readonly json: VendorJson;
}

/** What a text lookup looks for: a constant, or an expression's SQL. */
export type PatternText =
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'expression'; readonly sql: string };

export type MomentGroup = 'date' | 'time' | 'moment' | 'interval';

/** The SQL of a function's call from its arguments. */
export type VendorFunction = string | ((args: readonly string[]) => string);

/** Ways into JSON documents, and lookups in them. */
export interface VendorJson {
  /** The element at the end of the keys. */
  element(document: string, keys: readonly string[]): string;
  /** The same as text. */
  text(document: string, keys: readonly string[]): string;
  /** The left side of a comparison. */
  side(sql: string): string;
  /** A constant of JSON as lookups compare with it. */
  constant(json: string, plain: string, use: JsonUse): string;
  /** `isnull`. */
  isMissing(lhs: Rendered, isMissing: boolean): string;
  contains(outer: string, inner: string): string;
  contained(inner: string, outer: string): string;
  hasKey(lhs: Rendered, key: PatternText): string;
  hasKeys(lhs: Rendered, keys: readonly PatternText[], all: boolean): string;
}

/**
 * What a constant is for: to be compared with a whole document or an element, to be one of several, to be in order with an
 * element; or it is a value of JSON and nothing else.
 */
export type JsonUse = 'document' | 'element' | 'item' | 'order' | 'value';
