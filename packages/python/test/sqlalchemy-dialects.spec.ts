import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, type Reading, readingJson, SourceFile, type Table } from '@canonical-schema/schema';
import { loadPostgresParser, sqlDialect } from '@canonical-schema/sql';
import { differenceLines, disagreements } from '../../../tools/oracle/agreement';
import { caseFolders, expectedDepartures, isRefused } from '../../../tools/oracle/case-folders';
import { type Oracle, type PrintedDdl, startOracle } from '../../../tools/oracle/oracle';
import { describeReal } from '../../../tools/oracle/real-dialects';
import { loadPythonParser, readSqlAlchemyModels } from '../src';
import { directoryTree } from './directory-tree';

/** Cases of PostgreSQL, and those that were written for the other dialects. */
const everywhere = join(__dirname, '..', 'cases-sqlalchemy');
const own = join(__dirname, '..', 'cases-sqlalchemy-dialects');
const folders = [everywhere, own]
  .flatMap((cases) => caseFolders(cases).map((name) => join(cases, name)))
  .filter((folder) => !isRefused(folder));

beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
});

function readingOf(folder: string, dialect: Dialect, serverVersion?: string): Reading {
  const files = directoryTree(folder);
  const version = serverVersion === undefined ? {} : { serverVersion };
  return readSqlAlchemyModels({ files, root: '.', include: [], installed: [], dialect, ...version });
}

const nameOf = (folder: string): string => folder.split(/[\\/]/).pop() ?? folder;

/** Each folder of the dialects' own says what is read for each of them. */
describe.each(['mysql', 'mariadb', 'sqlite'] as const)('reading SQLAlchemy models for %s', (dialect) => {
  test.each(caseFolders(own))('%s', (name) => {
    const actual = `${JSON.stringify(readingJson(readingOf(join(own, name), dialect)), null, 2)}\n`;
    const expected = join(own, name, `reading.${dialect}.json`);
    if (process.env.UPDATE_CASES === '1') writeFileSync(expected, actual);
    expect(JSON.parse(actual)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

/** The real server makes of a case's models what the reader says, as far as it takes them. */
for (const dialect of ['sqlite', 'mysql', 'mariadb'] as const) {
  describeReal(dialect, () => {
    let oracle: Oracle;
    let version: string | undefined;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
      const [row] = await oracle.query(dialect === 'sqlite' ? 'SELECT sqlite_version() AS v' : 'SELECT version() AS v');
      version = String(row?.v);
    }, 60_000);
    afterAll(() => oracle?.stop());
    test.each(folders.map((folder) => [nameOf(folder), folder]))('%s', async (_name, folder) => {
      const made = await oracle.runEachSqlAlchemy(folder);
      expect(made.problem).toBeNull();
      const reading = readingOf(folder, dialect, version);
      const lines = [...disagreements(withoutRefused(reading, made), made), ...unexplained(reading, made)];
      expect(lines).toEqual(expectedDepartures(folder, dialect));
    });
  });
}

/** SQLAlchemy prints what it would send to a MySQL, wherever there is none, and our reader of MySQL's SQL reads that. */
describe('mysql, as SQLAlchemy prints it', () => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await startOracle('sqlite');
  });
  afterAll(() => oracle?.stop());
  test.each(folders.map((folder) => [nameOf(folder), folder]))('%s', async (_name, folder) => {
    const printed = await oracle.sqlAlchemyDdl(folder, 'mysql');
    const text = printed.statements.map((statement) => `${statement};\n`).join('');
    const made = sqlDialect('mysql').readCanonical([new SourceFile('printed.sql', text)]);
    const unread = made.unread.map(({ extent, subject, table, why }) => {
      const name = table?.name ?? subject?.split(' ').pop() ?? '';
      return [extent === 'whole' ? name : `${name}: ${subject}`, why] as const;
    });
    const refused = { ...printed.refused, ...Object.fromEntries(unread) };
    const reading = readingOf(folder, 'mysql');
    const lines = [
      ...differenceLines(withoutRefused(reading, { refused }), made),
      ...unexplained(reading, { refused }),
    ];
    expect(lines).toEqual(expectedDepartures(folder, 'printed'));
  });
});

/** The reading as far as the server, or the compiler for it, takes the models. */
function withoutRefused(reading: Reading, { refused }: Pick<PrintedDdl, 'refused'>): Reading {
  const tables = reading.schema.tables
    .filter(({ name }) => !(name in refused))
    .map((table) => ({
      ...table,
      indexes: table.indexes.filter(({ name }) => !(`${table.name}.${name}` in refused)),
      uniques: table.uniques.filter(({ name }) => !(`${table.name}.${name}` in refused)),
    }));
  return { ...reading, schema: { ...reading.schema, tables } };
}

/** What is refused although the reading says nothing of it: of the table, or of one that it references. */
function unexplained(reading: Reading, { refused }: Pick<PrintedDdl, 'refused'>): readonly string[] {
  const isSaid = (name: string): boolean =>
    reading.unread.some(({ table, subject }) => table?.name === name || subject?.startsWith(name) === true);
  const isExplained = (table: Table): boolean =>
    isSaid(table.name) || table.foreignKeys.some(({ references }) => isSaid(references.table));
  return Object.entries(refused).flatMap(([name, why]) => {
    const table = reading.schema.tables.find((each) => name === each.name || name.startsWith(`${each.name}.`));
    return table !== undefined && isExplained(table) ? [] : [`${name}: ${why}`];
  });
}
