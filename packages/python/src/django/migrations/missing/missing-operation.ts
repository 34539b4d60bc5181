import type { Place } from '@canonical-schema/schema';

/** An operation that `makemigrations` would write. */
export interface MissingOperation {
  readonly app: string;
  /** As Django describes it: `Add field market_cap to stock`. */
  readonly description: string;
  /** Where the model says so; null where nothing of it is left. */
  readonly place: Place | null;
  /** Where migrations said last what they know of the model; null where they know nothing. */
  readonly migratedPlace: Place | null;
}
