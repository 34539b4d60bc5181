import type { Fact } from '../fact';
import type { Place } from '../text/place';

/** What every named object of a table carries. */
export interface Named {
  /** The name PostgreSQL would hold; readers compute the ORM's or PostgreSQL's own where none is written. */
  readonly name: string | null;
  /** Did a person write the name? Hashed, conventional and PostgreSQL's own (`t_c_key`) names are not written. */
  readonly nameGiven: boolean;
  readonly place: Place | null;
}

export interface PrimaryKey extends Named {
  readonly columns: readonly string[];
}

export interface Unique extends Named {
  readonly columns: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  /** Non-key columns of INCLUDE. */
  readonly include: readonly string[];
}

export interface ForeignKey extends Named {
  readonly columns: readonly string[];
  readonly references: Reference;
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  readonly match: 'simple' | 'full';
  /** Django's `on_delete`, which the database does not see: `CASCADE`, `PROTECT`, …; absent elsewhere. */
  readonly pythonOnDelete?: string | null;
}

/** The target of a foreign key; `columns` are in the order of the referencing columns. */
export interface Reference {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

export interface Check extends Named {
  /** Normalised SQL. */
  readonly expression: Fact<string>;
  /** The table's own columns that the expression names, sorted. */
  readonly columns: readonly string[];
  /** `field` where a Django PositiveX field made it; SQL may lack that one. */
  readonly origin: 'written' | 'field';
}

export interface Exclusion extends Named {
  /** Normalised: `USING gist (room WITH =, during WITH &&) WHERE (…)`. */
  readonly definition: Fact<string>;
  readonly columns: readonly string[];
}

/** Any constraint of a table, as changes carry it. */
export type Constraint =
  | ({ readonly kind: 'primary-key' } & PrimaryKey)
  | ({ readonly kind: 'unique' } & Unique)
  | ({ readonly kind: 'foreign-key' } & ForeignKey)
  | ({ readonly kind: 'check' } & Check)
  | ({ readonly kind: 'exclusion' } & Exclusion);
