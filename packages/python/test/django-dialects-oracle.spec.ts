import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, sqlDialect } from '@canonical-schema/sql';
import { disagreements } from '../../../tools/oracle/agreement';
import { caseFolders, expectedDepartures, isRefusedBy } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { type PythonProcess, startPython } from '../../../tools/oracle/python-process';
import { describeReal } from '../../../tools/oracle/real-dialects';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { loadPythonParser, readDjangoMigrations } from '../src';
import { readDjangoModels } from '../src/django/reader';

interface Cases {
  readonly how: 'models' | 'migrations';
  readonly cases: string;
  readonly read: typeof readDjangoModels;
}

const plainCases: Cases = { how: 'models', cases: join(__dirname, '..', 'cases-django'), read: readDjangoModels };
const dialectCases: Cases = { ...plainCases, cases: join(__dirname, '..', 'cases-django-dialects') };
const migrations = join(__dirname, '..', 'cases-migrations');
const folders: readonly Cases[] = [
  plainCases,
  dialectCases,
  { how: 'migrations', cases: migrations, read: readDjangoMigrations },
];

/** What only PostgreSQL has, by what a case imports or writes; such cases are left out here. */
const onlyPostgresql = /django\.contrib\.(postgres|gis)|schema"\."|"\."|psycopg|CREATE EXTENSION|plpgsql|::\w/;

function pythonIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

beforeAll(async () => {
  await Promise.all([loadPythonParser(), loadPostgresParser()]);
});

/**
 * What the real Django makes of the models and migrations of a case in SQLite, MySQL and MariaDB is what they are read to
 * make there, object by object.
 */
for (const dialect of ['postgresql', 'sqlite', 'mysql', 'mariadb'] as const) {
  describeReal(dialect, () => {
    let oracle: Oracle;
    let serverVersion: string | undefined;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
      serverVersion = dialect === 'postgresql' ? undefined : (await oracle.runSql([])).catalog.assumed[dialect];
    });
    afterAll(() => oracle.stop());

    // The others are held to PostgreSQL elsewhere.
    for (const { how, cases, read } of dialect === 'postgresql' ? [dialectCases] : folders) {
      for (const name of caseFolders(cases)) {
        const folder = join(cases, name);
        if (onlyPostgresql.test(pythonIn(folder))) {
          test.skip(`${how}: ${name} is PostgreSQL's`, () => undefined);
          continue;
        }
        test(`${how}: ${name}`, async () => {
          const made = await oracle.runDjango(folder, how);
          const isRefused = isRefusedBy(folder, dialect);
          expect([made.problem, isRefused]).toEqual([isRefused ? expect.any(String) : null, isRefused]);
          if (isRefused) return;
          const options = { files: new DiskTree(folder), root: '.', installed: [], dialect };
          const reading = read(serverVersion === undefined ? options : { ...options, serverVersion });
          expect(disagreements(reading, made)).toEqual(expectedDepartures(folder));
        });
      }
    }
  });
}

/** What the real Django prints for a MySQL of the version that is assumed makes, as we read it, what the models are read to make. */
describe('mysql, by what Django prints for it', () => {
  let python: PythonProcess;
  beforeAll(() => {
    python = startPython('django_oracle.py');
  });
  afterAll(() => python.stop());

  for (const { cases } of [plainCases, dialectCases]) {
    for (const name of caseFolders(cases)) {
      const folder = join(cases, name);
      if (onlyPostgresql.test(pythonIn(folder))) continue;
      test(name, async () => {
        const database = { dialect: 'mysql' };
        const { sql, tables, error } = await python.ask({ folder, how: 'ddl', server: '8.4.0', database });
        if (isRefusedBy(folder, 'printed')) return;
        expect(error).toBeUndefined();
        const text = Array.isArray(sql) ? sql.join('\n') : '';
        const catalog = sqlDialect('mysql').readCanonical([new SourceFile('django.sql', text)]);
        expect(catalog.unread).toEqual([]);
        const own = new Set(Array.isArray(tables) ? tables.map(([, table]) => table) : []);
        const made = { catalog, isOwn: (table: { readonly name: string }) => own.has(table.name), problem: null };
        const options = { files: new DiskTree(folder), root: '.', installed: [], dialect: 'mysql' as const };
        expect(disagreements(readDjangoModels(options), made)).toEqual(expectedDepartures(folder));
      });
    }
  }
});
