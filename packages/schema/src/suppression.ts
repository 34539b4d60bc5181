import type { Place } from './text/place';

/** A comment that says of a finding that it is known: `schema: ignore column-type because the importer writes it`. */
export interface Suppression {
  /** As written; a word that is no code is among them. */
  readonly codes: readonly string[];
  /** Null where the comment gives no reason: then it suppresses nothing. */
  readonly because: string | null;
  /** What stands on the line that it covers, in words, sorted: a compiled reading changes whenever that does. */
  readonly covers: readonly string[];
  /** The comment, and the whole line that it covers. */
  readonly places: readonly [own: Place, covered: Place];
}
