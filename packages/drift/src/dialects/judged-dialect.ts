import type { DialectTraits, Identity } from '@canonical-schema/schema';

/** What the judge asks a dialect: how its types and values compare, and what the ORMs call them. */
export interface JudgedDialect {
  readonly traits: DialectTraits;
  /** Why two types that are not one text are the same to every client; null where they are not. */
  whyTolerated(canonical: string, actual: string): string | null;
  /** Is the second type the widest of the first one's family, and the only one of it that Django makes? */
  isWidened(canonical: string, actual: string): boolean;
  /** Does a check that a field brings along say no more than the column's type, or than what the field itself writes? */
  isPrecaution(check: string, type: string): boolean;
  /** May a column of this type hold the labels that a model allows in Python? */
  isText(type: string): boolean;
  /** By which of their spellings two constants of a column of this type are one value. */
  valueKind(type: string): ValueKind;
  /** The labels that a type spells itself, `enum('a','b')`; null for all other types. */
  labelsOf(type: string): readonly string[] | null;
  readonly djangoFields: FieldWords;
  /** The type that makes a column of this type in SQLAlchemy: `String(10)`; in words where it has none of its own. */
  sqlalchemyType(type: string): string;
  /** The options of `Index(…)` begin with it. */
  readonly sqlalchemyPrefix: string;
  /** How the SQL writes the way a column counts up. */
  readonly identityWords: Readonly<Record<Identity, string>>;
}

export type ValueKind = 'number' | 'boolean' | 'json' | 'text';

/**
 * Django's field for a type, by the whole type or by its name without modifiers, with the arguments that give it its
 * modifiers, in their order.
 */
export type FieldWords = Readonly<Record<string, { readonly field: string; readonly arguments?: readonly string[] }>>;

/** Rows of fields without arguments. */
export function plainFields(fields: Readonly<Record<string, string>>): FieldWords {
  return Object.fromEntries(Object.entries(fields).map(([type, field]) => [type, { field }]));
}
