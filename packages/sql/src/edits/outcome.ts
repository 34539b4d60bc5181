import type { Catalog, Change, Place } from '@canonical-schema/schema';
import type { Surroundings } from '../ddl/table-constraints';

/** Why something cannot be written, and what a person does instead: whole sentences. */
export interface Impossible {
  readonly why: string;
  readonly remedy: string;
  /** Where what stands in the way is; absent where that is the object itself. */
  readonly place?: Place;
}

/** Statements that make a change, upper case, each with its semicolon; or why there are none. */
export type Statements = readonly string[] | Impossible;

/** Is it the reason why something cannot be written? */
export function isImpossible(outcome: object): outcome is Impossible {
  return 'why' in outcome;
}

/** That what goes cannot be taken out of its statement. */
export const notPlain: Impossible = {
  why: 'What is dropped is not made by a plain statement.',
  remedy: 'Take it out of the SQL file by hand.',
};

/** That nothing would be left of a table. */
export const emptied: Impossible = {
  why: 'The table would have nothing left between its brackets.',
  remedy: 'Take it out of the SQL file by hand.',
};

/** What is known when one change is written. */
export interface Before {
  /** The database before the change, with the sequences that columns own. */
  readonly catalog: Catalog;
  readonly around: Surroundings;
  /** PostgreSQL's major version. */
  readonly postgres: number;
}

/** A kind of change. */
export type ChangeOf<K extends Change['kind']> = Extract<Change, { readonly kind: K }>;
