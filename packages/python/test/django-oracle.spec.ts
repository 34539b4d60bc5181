import { join } from 'node:path';
import { loadPostgresParser } from '@canonical-schema/sql';
import { disagreements } from '../../../tools/oracle/agreement';
import { caseFolders, expectedDepartures, isRefused } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { loadPythonParser } from '../src';
import { readDjangoModels } from '../src/django/reader';

const cases = join(__dirname, '..', 'cases-django');

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** What the real Django makes of a case's models is what the reader says. */
for (const name of caseFolders(cases)) {
  test(name, async () => {
    const folder = join(cases, name);
    const made = await oracle.runDjango(folder, 'models');
    expect({ refused: made.problem !== null, problem: made.problem }).toEqual({
      refused: isRefused(folder),
      problem: isRefused(folder) ? expect.any(String) : null,
    });
    if (made.problem !== null) return;
    const reading = readDjangoModels({ files: new DiskTree(folder), root: '.', installed: [] });
    expect(disagreements(reading, made)).toEqual(expectedDepartures(folder));
  });
}
