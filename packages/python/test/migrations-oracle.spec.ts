import { join } from 'node:path';
import { loadPostgresParser } from '@canonical-schema/sql';
import { disagreements } from '../../../tools/oracle/agreement';
import { caseFolders, expectedDepartures, isRefused } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { loadPythonParser, readDjangoMigrations } from '../src';

const cases = join(__dirname, '..', 'cases-migrations');
const guide = join(__dirname, '..', '..', '..', 'e2e', 'options-trading', 'django_app');

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/**
 * What the real `migrate` leaves in the database is what the migrations are read to leave, and what the real
 * `makemigrations --check` would write is what is read to be missing.
 */
const folders = [
  ...caseFolders(cases).map((name) => [name, join(cases, name)] as const),
  ['the guide', guide] as const,
];
test.each(folders)('%s', async (_name, folder) => {
  const made = await oracle.runDjango(folder, 'migrations');
  expect({ refused: made.problem !== null, problem: made.problem }).toEqual({
    refused: isRefused(folder),
    problem: isRefused(folder) ? expect.any(String) : null,
  });
  const reading = readDjangoMigrations({ files: new DiskTree(folder), root: '.', installed: [] });
  if (made.problem !== null) {
    expect(reading.remarks.map(({ code }) => code)).toContainEqual(
      expect.stringMatching(/^migration-(conflict|broken)$/),
    );
    return;
  }
  expect(disagreements(reading, made)).toEqual(expectedDepartures(folder));
  expect(missingIn(reading.remarks)).toEqual(writtenBy(await oracle.djangoChanges(folder)));
});

/** `shop: Add field price to stock`, sorted. */
function missingIn(remarks: ReturnType<typeof readDjangoMigrations>['remarks']): readonly string[] {
  return remarks.flatMap(({ code, subject }) => (code === 'missing-migration' ? [subject.name ?? ''] : [])).sort();
}

/** The operations that `makemigrations` prints, by app. */
function writtenBy(output: string): readonly string[] {
  let app = '';
  const found: string[] = [];
  for (const line of output.split('\n')) {
    app = /^Migrations for '(.+)':/.exec(line)?.[1] ?? app;
    const operation = /^ {4}[-+~?p] (.+)$/.exec(line)?.[1];
    if (operation !== undefined) found.push(`${app}: ${operation}`);
  }
  if (found.length === 0 && !output.includes('No changes detected')) throw new Error(output);
  return found.sort();
}
