import { posix } from 'node:path';
import { dialectTraits, openHost, RuntimeReadings } from './built.mjs';
import { comparisonOf } from './comparison.mjs';

const timeout = 600_000;

/** A project's descriptions, as text and as the real ORM makes them. */
export async function measuredProject({ entry, folder, version, ormVersion }, server) {
  const host = openHost(folder, { PATH: process.env.PATH, HOME: folder, ...entry.environment });
  const readings = new RuntimeReadings(host, async () => server, { timeout });
  const within = (path) => posix.join('project', path);
  const { root = '.', include } = entry;
  const source = { orm: entry.kind, root: within(root), ...(include ? { include: include.map(within) } : {}) };
  const { dialect = 'postgresql' } = entry;
  await readings.python(source, { dialect, reach: 'workspace' });
  return readings.made.map(({ name, read, catalog, foreign }) => {
    const outside = new Set(foreign);
    const of = entry.kind === 'sqlalchemy' ? '' : name.endsWith('(migrations)') ? ' migrations' : ' models';
    const on = dialect === 'postgresql' ? '' : ` on ${dialectTraits[dialect].label}`;
    const row = { name: entry.name, version, of: `${words[entry.kind]} ${ormVersion}${of}${on}` };
    return { ...comparisonOf(row, read, catalog, ({ name: table }) => !outside.has(table)), refused: [] };
  });
}

const words = { django: 'Django', sqlalchemy: 'SQLAlchemy' };
