import type { Reading, Table } from '@canonical-schema/schema';
import { compareReadings, type Difference } from './compare-readings';

/** Every disagreement of a reading with the catalog that its source really makes, a line each; empty where they agree. */
export function disagreementsWith(
  reading: Reading,
  catalog: Reading,
  isOwn: (table: Table) => boolean = () => true,
): readonly string[] {
  return compareReadings(reading, catalog, isOwn).differences.map(lineOf);
}

function lineOf({ subject, fact, reading, catalog }: Difference): string {
  if (fact === 'existence') return `${subject}: only in the ${reading === undefined ? 'catalog' : 'reading'}`;
  return `${subject}: ${fact} is read as ${JSON.stringify(reading)}, and really ${JSON.stringify(catalog)}`;
}
