import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disagreements } from '../../../tools/oracle/agreement';
import { caseFolders, expectedDepartures, isRefusedBy } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { describeReal } from '../../../tools/oracle/real-dialects';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { loadPythonParser, readDjangoMigrations } from '../src';
import { readDjangoModels } from '../src/django/reader';

const folders = [
  { how: 'models', cases: join(__dirname, '..', 'cases-django'), read: readDjangoModels },
  { how: 'models', cases: join(__dirname, '..', 'cases-django-dialects'), read: readDjangoModels },
  { how: 'migrations', cases: join(__dirname, '..', 'cases-migrations'), read: readDjangoMigrations },
] as const;

/** What only PostgreSQL has, by what a case imports or writes; such cases are left out here. */
const onlyPostgresql = /django\.contrib\.(postgres|gis)|schema"\."|"\."|psycopg|CREATE EXTENSION|plpgsql|::\w/;

function pythonIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

beforeAll(() => loadPythonParser());

/**
 * What the real Django makes of the models and migrations of a case in SQLite and in MariaDB is what they are read to
 * make there, object by object.
 */
for (const dialect of ['sqlite', 'mariadb'] as const) {
  describeReal(dialect, () => {
    let oracle: Oracle;
    let serverVersion: string | undefined;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
      serverVersion = (await oracle.runSql([])).catalog.assumed[dialect];
    });
    afterAll(() => oracle.stop());

    for (const { how, cases, read } of folders) {
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
