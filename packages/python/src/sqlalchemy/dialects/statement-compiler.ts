import type { Fact } from '@canonical-schema/schema';

/** What a subscript asks of a JSON value: constants (several make a path), or an expression. */
export type ElementKey =
  | { readonly kind: 'constants'; readonly items: readonly (string | number)[]; readonly isPath: boolean }
  | { readonly kind: 'expression'; readonly sql: string };

/**
 * A dialect's statement compiler, where it departs from what all have in common: SQL of operands in, SQL out. Whoever
 * renders gives parentheses freely.
 */
export interface StatementCompiler {
  /** An identifier, quoted so that the server reads exactly that name. */
  name(name: string): string;
  /** A string constant. */
  text(text: string): string;
  readonly true: string;
  readonly false: string;
  concat(parts: readonly string[]): string;
  /** LIKE, whatever the case. */
  ilike(left: string, right: string, negated: boolean): string;
  regexpMatch(left: string, right: string): string;
  isDistinctFrom(left: string, right: string, negated: boolean): string;
  /** A column of type Boolean where a condition is asked for: bare, or compared where there is no such type. */
  condition(column: string, holds: boolean): string;
  divide(left: string, right: string): string;
  floorDivide(left: string, right: string): string;
  extract(field: string, of: string): Fact<string>;
  /** `of[key]`, as JSON or (`asText`) as its text. */
  element(of: string, key: ElementKey, asText: boolean): Fact<string>;
  /** The next value of a sequence, whose name is quoted. */
  nextValue(sequence: string): Fact<string>;
  /** Functions of `func` that are not called by the name and arguments that they have there. */
  readonly functions: Readonly<Record<string, (args: readonly string[]) => string>>;
}

/** The path of JSON elements as MySQL and SQLite write it: `$."a"[0]`. */
export function jsonPath(items: readonly (string | number)[]): string {
  return `$${items.map((item) => (typeof item === 'number' ? `[${item}]` : `."${item}"`)).join('')}`;
}
