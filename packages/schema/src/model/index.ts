import type { Fact } from '../fact';
import type { Named } from './constraint';

/** An index that no constraint owns. */
export interface Index extends Named {
  readonly unique: boolean;
  /** `btree`, `gin`, `hash`, … */
  readonly method: string;
  readonly keys: readonly IndexKey[];
  /** Non-key columns of INCLUDE. */
  readonly include: readonly string[];
  /** The predicate, normalised; null for none. */
  readonly where: Fact<string | null>;
  readonly nullsNotDistinct: boolean;
  /** Who wanted it: a person, Django for a foreign key, or Django as the pattern-search twin of a text index. */
  readonly origin: 'written' | 'foreign-key' | 'pattern';
}

/** One key of an index: a column or an expression, with everything that differs from the method's defaults. */
export interface IndexKey {
  readonly of: IndexTerm;
  /** Operator class where it is not the type's default. */
  readonly opclass: string | null;
  readonly collation: string | null;
  /** MySQL's prefix: so many first characters of the column are indexed; absent where all of it is. */
  readonly length?: number;
  readonly descending: boolean;
  /** Always said: PostgreSQL's default is `last` ascending and `first` descending. */
  readonly nulls: 'first' | 'last';
}

export type IndexTerm =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'expression'; readonly expression: Fact<string> };
