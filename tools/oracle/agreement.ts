import type { Reading } from '@canonical-schema/schema';
import { compareReadings, type Difference } from './compare-readings';
import type { Made } from './oracle';

/** Every disagreement of a reading with what was really made, a line each; empty where they agree. */
export function disagreements(reading: Reading, made: Made): readonly string[] {
  return compareReadings(reading, made.catalog, made.isOwn).differences.map(lineOf);
}

/** Every difference of two catalogs, a line each. */
export function differenceLines(one: Reading, other: Reading): readonly string[] {
  return compareReadings(one, other, () => true).differences.map(lineOf);
}

function lineOf({ subject, fact, reading, catalog }: Difference): string {
  if (fact === 'existence') return `${subject}: only in the ${reading === undefined ? 'catalog' : 'reading'}`;
  return `${subject}: ${fact} is read as ${JSON.stringify(reading)}, and really ${JSON.stringify(catalog)}`;
}
