import type { Change } from './change';

/** What making a change does to a database that has rows and users. */
export interface Hazard {
  /**
   * `loses-data`: rows or values are gone. `rewrites-table`: every row is written anew under a lock that stops readers.
   * `long-lock`: writers wait while all rows are read. `fails-on-rows`: existing rows can make the statement fail.
   */
  readonly kind: 'loses-data' | 'rewrites-table' | 'long-lock' | 'fails-on-rows';
  readonly change: Change;
  /** The fact, as a whole sentence. */
  readonly message: string;
  /** The sequence of steps that avoids it, as a whole sentence; null where there is none. */
  readonly safer: string | null;
}
