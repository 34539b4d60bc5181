import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isUnreadable, type Reading, type Table } from '@canonical-schema/schema';
import { differenceLines, disagreements } from '../../../tools/oracle/agreement';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { type DescriptionKind, readDescription } from '../src/host/description';
import { sqlOf } from '../src/host/export-schema';
import { openHost } from '../src/host/host';

const packages = join(__dirname, '..', '..');

let oracle: Oracle;
beforeAll(async () => {
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** What these need, an export cannot write: a reading lists it by name alone. */
const needsMore: Readonly<Record<string, string>> = {
  'a-collation-of-the-project-may-have-no-pattern-twin': 'a collation that code creates',
  'operations-of-contrib-postgres': 'a collation that a migration creates',
  'spatial-columns-bring-an-index': 'PostGIS, which the embedded server lacks',
};

/** Comments in the export: columns of unreadable types, indexes over them, foreign keys to what nothing describes. */
function written(reading: Reading): Reading {
  const described = new Set(reading.schema.tables.map(({ name }) => name));
  const tables = reading.schema.tables.map((table) => {
    const columns = table.columns.filter(({ type }) => !isUnreadable(type));
    const names = new Set(columns.map(({ name }) => name));
    return {
      ...table,
      columns,
      foreignKeys: table.foreignKeys.filter(({ references }) => described.has(references.table)),
      indexes: table.indexes.filter(({ keys }) => keys.every(({ of }) => of.kind !== 'column' || names.has(of.column))),
    };
  });
  return { ...reading, schema: { ...reading.schema, tables } };
}

/** Where names could not be read, PostgreSQL makes them, and they match none. */
function isOfNameless(line: string, { schema }: Reading): boolean {
  return schema.tables.some(({ name: table, uniques, foreignKeys, checks, indexes }) => {
    const isNameless = [...uniques, ...foreignKeys, ...checks, ...indexes].some(({ name }) => name === null);
    return isNameless && line.startsWith(`${table}: `);
  });
}

/** Tables of installed packages are made for the foreign keys to them. */
function isExternal({ schema }: Reading, { schema: namespace, name }: Table): boolean {
  const table = schema.tables.find((candidate) => candidate.name === name && candidate.schema === namespace);
  return table?.orm?.external === true;
}

/** The readers' own oracle holds the readings against what the real ORMs create. */
describe.each([
  ['django-models', 'cases-django'],
  ['django-migrations', 'cases-migrations'],
  ['sqlalchemy', 'cases-sqlalchemy'],
] as const)(
  'an export of %s, loaded once or twice, makes the catalog of its reading',
  (kind: DescriptionKind, cases) => {
    const folder = join(packages, 'python', cases);
    const names = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !(entry.name in needsMore),
    );
    test.each(names.map(({ name }) => name))('%s', async (name) => {
      const reading = await readDescription(openHost(join(folder, name), {}), { kind, path: '.' });
      const text = await sqlOf(reading, ['Generated']);
      const once = await oracle.runSql([text]);
      const twice = await oracle.runSql([text, text]);
      expect([once.problem, twice.problem]).toEqual([null, null]);
      const lines = disagreements(written(reading), { ...once, isOwn: (table) => !isExternal(reading, table) });
      expect(lines.filter((line) => !isOfNameless(line, reading))).toEqual([]);
      expect(differenceLines(once.catalog, twice.catalog)).toEqual([]);
    });
  },
);
