import type { Catalog, Change, Hazard, Index } from '@canonical-schema/schema';

/** A hazard before it is said of which change. */
export type Said = Omit<Hazard, 'change'>;

/** What stands when a change is made: the schema by then, and the changes before it. */
export interface Around {
  readonly catalog: Catalog;
  readonly made: readonly Change[];
  /** The index that the change just before dropped. */
  readonly lastDropped: Index | null;
}

/** What each kind of change does to rows that are there, in one dialect. */
export type HazardRules = {
  readonly [K in Change['kind']]: (change: Extract<Change, { kind: K }>, around: Around) => readonly Said[];
};
