/**
 * An expression in normal form: one shape for everything that PostgreSQL would store, or evaluate, alike. Terms are
 * made by the functions of this folder only, which keep that promise; `print` gives their SQL.
 */
export type Term =
  | Literal
  | { readonly kind: 'column'; readonly name: string; readonly type: string | undefined }
  /** `name` is quoted only where a schema stands before it. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Term[]; readonly variadic: boolean }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Term | null; readonly right: Term }
  | { readonly kind: 'comparison'; readonly operator: string; readonly left: Term; readonly right: Term }
  | { readonly kind: 'membership'; readonly of: Term; readonly labels: readonly Term[]; readonly negated: boolean }
  | Quantified
  | { readonly kind: 'test'; readonly of: Term; readonly test: Test }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Term[] }
  | { readonly kind: 'not'; readonly of: Term }
  | { readonly kind: 'cast'; readonly of: Term; readonly type: string }
  /** `collation` is quoted where it must be. */
  | { readonly kind: 'collate'; readonly of: Term; readonly collation: string }
  | Case
  | { readonly kind: 'array'; readonly items: readonly Term[]; readonly type: string | null }
  | { readonly kind: 'row'; readonly items: readonly Term[] }
  | { readonly kind: 'element'; readonly of: Term; readonly path: readonly Step[] }
  /** SQL that is taken as it is: a keyword function (`CURRENT_DATE`), or syntax with no shape of its own here. */
  | { readonly kind: 'sql'; readonly sql: string; readonly type: string | undefined; readonly columns: boolean };

/** A constant. A string's `type` is the one it is cast to, null for text and for none: PostgreSQL infers that one. */
export type Literal =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | NumberLiteral
  | { readonly kind: 'string'; readonly text: string; readonly type: string | null };

/** `digits` has no exponent, no leading and no trailing zeros. The widths of integers make no difference. */
export interface NumberLiteral {
  readonly kind: 'number';
  readonly digits: string;
  readonly type: NumberType;
}

/** What an operator resolves a number as. */
export type NumberType = 'integer' | 'numeric' | 'real' | 'double precision';

interface Quantified {
  readonly kind: 'quantified';
  readonly of: Term;
  readonly operator: string;
  readonly quantifier: 'ANY' | 'ALL';
  readonly array: Term;
}

interface Case {
  readonly kind: 'case';
  readonly subject: Term | null;
  readonly branches: readonly { readonly when: Term; readonly result: Term }[];
  readonly otherwise: Term | null;
}

/** The words after IS. */
export type Test = 'NULL' | 'NOT NULL' | 'TRUE' | 'NOT TRUE' | 'FALSE' | 'NOT FALSE' | 'UNKNOWN' | 'NOT UNKNOWN';

/** One step into a composite or an array: `.field`, `[1]`, `[1:2]`. */
export type Step =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Term }
  | { readonly kind: 'slice'; readonly from: Term | null; readonly to: Term | null };

/** What the text of an expression means where it stands. */
export interface ExpressionContext {
  /** The `format_type` text of a column's type; undefined where it is not known. */
  columnType(name: string): string | undefined;
  /**
   * A column's name as its table spells it, null where the table has none of that name; for dialects in which `Id` and
   * `id` are one. Without it, names are taken as they are written.
   */
  columnName?(name: string): string | null;
  /** True in a CHECK, which NULL passes; elsewhere NULL and true are two things. */
  readonly check?: boolean;
}

/** Is the term a constant as written? */
export function isLiteral(term: Term): term is Literal {
  return term.kind === 'null' || term.kind === 'boolean' || term.kind === 'number' || term.kind === 'string';
}
