import { posix } from 'node:path';
import { compareReadings, openHost, RuntimeReadings } from './built.mjs';

const timeout = 600_000;

/** A project's descriptions, as text and as the real ORM makes them, each with its comparison and its row of the table. */
export async function measuredProject({ entry, folder, version, ormVersion }, server) {
  const host = openHost(folder, { PATH: process.env.PATH, HOME: folder, ...entry.environment });
  const readings = new RuntimeReadings(host, server, { timeout });
  const within = (path) => posix.join('project', path);
  const { root = '.', include } = entry;
  const source = { orm: entry.kind, root: within(root), ...(include ? { include: include.map(within) } : {}) };
  await readings.python(source, { postgres: undefined, reach: 'inputs' });
  return readings.made.map(({ name, read, catalog, foreign }) => {
    const outside = new Set(foreign);
    const isOwn = ({ name: table }) => !outside.has(table);
    const comparison = compareReadings(read, catalog, isOwn);
    const of = entry.kind === 'sqlalchemy' ? '' : name.endsWith('(migrations)') ? ' migrations' : ' models';
    const { differences, equal, unread } = comparison;
    const row = {
      name: entry.name,
      version,
      of: `${words[entry.kind]} ${ormVersion}${of}`,
      tables: catalog.schema.tables.filter(isOwn).length,
      equal,
      unread,
      wrong: differences.length,
    };
    return { row, comparison, reasons: read.unread };
  });
}

const words = { django: 'Django', sqlalchemy: 'SQLAlchemy' };

/** Everything that is not equal, for the person who mends it. */
export function linesOf(comparisons) {
  return comparisons
    .flatMap(({ row, comparison, reasons }) => [
      `${row.name} ${row.version}, ${row.of}`,
      ...comparison.differences.map(lineOf),
      ...reasons.map(({ why, subject, place }) => `  unread ${subject}: ${why} (${place.path}:${place.line})`),
      '',
    ])
    .join('\n');
}

function lineOf({ subject, fact, reading, catalog }) {
  if (fact === 'existence') return `  ${subject}: only in the ${reading === undefined ? 'catalog' : 'reading'}`;
  return `  ${subject}: ${fact} is read as ${JSON.stringify(reading)}, and really ${JSON.stringify(catalog)}`;
}
