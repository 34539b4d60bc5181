import { disagreementsWith } from '@canonical-schema/database';
import type { Reading } from '@canonical-schema/schema';
import type { Made } from './oracle';

/** Every disagreement of a reading with what was really made, a line each; empty where they agree. */
export function disagreements(reading: Reading, made: Made): readonly string[] {
  return disagreementsWith(reading, made.catalog, made.isOwn);
}

/** Every difference of two catalogs, a line each. */
export function differenceLines(one: Reading, other: Reading): readonly string[] {
  return disagreementsWith(one, other);
}
