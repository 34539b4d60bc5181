import { join } from 'node:path';
import { loadPostgresParser } from '@canonical-schema/sql';
import { disagreements } from '../../../tools/oracle/agreement';
import { caseFolders, expectedDepartures, isRefused } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { loadPythonParser, readDjangoMigrations } from '../src';

const cases = join(__dirname, '..', 'cases-migrations');

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** What the real `migrate` leaves in the database is what the migrations are read to leave. */
for (const name of caseFolders(cases)) {
  test(name, async () => {
    const folder = join(cases, name);
    const made = await oracle.runDjango(folder, 'migrations');
    expect({ refused: made.problem !== null, problem: made.problem }).toEqual({
      refused: isRefused(folder),
      problem: isRefused(folder) ? expect.any(String) : null,
    });
    if (made.problem !== null) return;
    const reading = readDjangoMigrations({ files: new DiskTree(folder), root: '.', installed: [] });
    expect(disagreements(reading, made)).toEqual(expectedDepartures(folder));
  });
}
