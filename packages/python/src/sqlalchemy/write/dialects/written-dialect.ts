import type { Identity } from '@canonical-schema/schema';
import type { ImportedName } from '../imported-name';
import type { TypeName } from './type-name';

/** How models say in Python what a dialect's schema has: the mirror of the reader's `AlchemyDialect`. */
export interface WrittenDialect {
  /** The rows of a type without its modifiers, tried in order; none where SQLAlchemy has no name for it. */
  typeNames(base: string): readonly TypeName[];
  /** Types whose labels stand within them, by what they begin with. */
  readonly labelled: Readonly<Record<string, ImportedName>>;
  /** Is it an `Identity()`, rather than what a column of the key has by itself? */
  saysIdentity(identity: Identity, isKey: boolean): boolean;
  /** Does a column of the key count up by itself, or by `autoincrement=True`? */
  countsUp(identity: Identity | null): boolean;
  /** What stands between the quotes of a string constant. */
  unescaped(body: string): string;
  /** The keyword that says the method of an index, without the dialect's name before it. */
  methodOption(method: string): { readonly keyword: string; readonly value: string } | null;
  /** Does a call among the keys of an index stand without parentheses? */
  readonly callsStandBare: boolean;
}
