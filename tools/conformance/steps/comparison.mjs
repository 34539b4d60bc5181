import { compareReadings } from './built.mjs';

/** A reading beside the catalog, with its row of the table. */
export function comparisonOf(row, read, catalog, isOwn) {
  const { differences, equal, unread } = compareReadings(read, catalog, isOwn);
  const tables = catalog.schema.tables.filter(isOwn).length;
  return { row: { ...row, tables, equal, unread, wrong: differences.length }, differences, reasons: read.unread };
}

/** Everything that is not equal, for the person who mends it. */
export function linesOf(comparisons) {
  return comparisons
    .flatMap(({ row, differences, reasons, refused }) => [
      `${row.name} ${row.version}, ${row.of}`,
      ...differences.map(lineOf),
      ...refused.map((line) => `  refused ${line}`),
      ...reasons.map(({ why, subject, place }) => `  unread ${subject}: ${why} (${place.path}:${place.line})`),
      '',
    ])
    .join('\n');
}

function lineOf({ subject, fact, reading, catalog }) {
  if (fact === 'existence') return `  ${subject}: only in the ${reading === undefined ? 'catalog' : 'reading'}`;
  return `  ${subject}: ${fact} is read as ${JSON.stringify(reading)}, and really ${JSON.stringify(catalog)}`;
}
