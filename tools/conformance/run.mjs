/**
 * `node tools/conformance/run.mjs [names…]`: real projects and real SQL files, read as text and held against the catalog
 * that the real ORM or server makes of them. Prints a table; every fact that is read wrongly stands in
 * `report/<kind>-<name>.txt` of the cache.
 *
 * --write      puts the figures into README.md, between its marks: of this run, and of earlier ones for the rest
 * --cache DIR  keeps environments and checkouts there, instead of in .cache/conformance
 * --kind KIND  `django`, `sqlalchemy` or `sql` alone
 *
 * Files for MySQL and MariaDB need their servers (`.ci/mysql-server`, `mariadbd`).
 *
 * Needs Python 3.11, the package indexes for what is not kept yet, and the built packages (`npm run build`).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { say } from '../steps/aloud.mjs';
import { linesOf } from './steps/comparison.mjs';
import { fileNameOf, keepRows, keptRows } from './steps/kept-rows.mjs';
import { measuredProject } from './steps/measured-project.mjs';
import { measuredSql } from './steps/measured-sql.mjs';
import { pythonProject } from './steps/python-project.mjs';
import { withScratch } from './steps/scratch.mjs';
import { sqlSource } from './steps/sql-source.mjs';
import { tableText, totals, withTable } from './steps/table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const checkout = join(here, '..', '..');
const { values: flags, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, cache: { type: 'string' }, kind: { type: 'string' } },
});
const cache = resolve(flags.cache ?? join(checkout, '.cache', 'conformance'));
process.env.CANONICAL_SCHEMA_MYSQL ??= join(checkout, '.cache', 'mysql');
const manifest = JSON.parse(readFileSync(join(here, 'manifest.json'), 'utf8'));
const entries = ['django', 'sqlalchemy', 'sql'].flatMap((kind) =>
  (manifest[kind] ?? []).flatMap((entry) => onEachServer({ ...entry, kind })),
);
const wanted = entries.filter(
  ({ name, kind }) => (names.length === 0 || names.includes(name)) && (flags.kind ?? kind) === kind,
);

/** An entry, and again for every further server that it is made in. */
function onEachServer({ on = [], ...entry }) {
  return [entry, ...on.map((dialect) => ({ ...entry, dialect, further: dialect }))];
}

mkdirSync(join(cache, 'report'), { recursive: true });
const failed = [];
for (const entry of wanted) {
  say(entry.name);
  try {
    const rows = await measured(entry);
    keepRows(cache, entry, rows);
    console.log(tableText(rows));
  } catch (error) {
    failed.push(entry.name);
    keepRows(cache, entry, []);
    console.log(`${entry.name} could not be measured: ${error.message}`);
  }
}

const rows = entries.flatMap((entry) => keptRows(cache, entry));
console.log(`\n${tableText(totals(rows))}`);
if (flags.write) {
  const readme = join(checkout, 'README.md');
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), rows));
}
if (failed.length > 0) say(`Could not be measured: ${failed.join(', ')}`);
process.exit(failed.length > 0 || rows.some(({ wrong }) => wrong > 0) ? 1 : 0);

async function measured(entry) {
  const { dialect = 'postgresql' } = entry;
  const comparisons = await withScratch(dialect, cache, (server) => comparisonsOf(entry, server));
  writeFileSync(join(cache, 'report', `${fileNameOf(entry)}.txt`), linesOf(comparisons));
  return comparisons.map(({ row }) => row);
}

function comparisonsOf(entry, server) {
  if (entry.kind === 'sql') return measuredSql(entry, sqlSource(entry, cache), server);
  return measuredProject(pythonProject(entry, { cache, locks: join(here, 'locks') }), server);
}
