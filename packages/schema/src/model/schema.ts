import type { Fact } from '../fact';
import type { Place } from '../text/place';
import type { Table } from './table';

/** A database schema: everything that is compared, and the objects that are only listed. */
export interface Schema {
  readonly tables: readonly Table[];
  readonly enums: readonly EnumType[];
  readonly domains: readonly Domain[];
  readonly sequences: readonly Sequence[];
  readonly others: readonly OtherObject[];
}

export interface EnumType {
  readonly schema: string;
  readonly name: string;
  /** In declaration order, which is part of the type. */
  readonly labels: Fact<readonly string[]>;
  readonly place: Place | null;
}

export interface Domain {
  readonly schema: string;
  readonly name: string;
  /** The base type, printed like a column's. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | null;
  /** Normalised, over `VALUE`. */
  readonly checks: readonly { readonly name: string | null; readonly expression: string }[];
  readonly place: Place | null;
}

/** A sequence of its own. One that a serial or identity column owns belongs to that column. */
export interface Sequence {
  readonly schema: string;
  readonly name: string;
  readonly ownedBy: { readonly schema: string; readonly table: string; readonly column: string } | null;
  readonly place: Place | null;
}

/** An object that is listed, never verified. `kind` is PostgreSQL's word: `view`, `trigger`, `function`, … */
export interface OtherObject {
  readonly kind: string;
  readonly schema: string | null;
  readonly name: string;
  /** The table that a trigger, policy or rule belongs to: its name is unique only there. */
  readonly table?: string;
  readonly place: Place | null;
}

/** The schema of an empty database. */
export const emptySchema: Schema = { tables: [], enums: [], domains: [], sequences: [], others: [] };
