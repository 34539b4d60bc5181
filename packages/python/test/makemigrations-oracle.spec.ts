import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditedTree } from '@canonical-schema/schema';
import { loadPostgresParser } from '@canonical-schema/sql';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type MigrationAnswers, type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { loadPythonParser, readDjangoMigrations } from '../src';
import { type DjangoMigrationsRequest, type WrittenMigrations, writeDjangoMigrations } from '../src/write';

const cases = join(__dirname, '..', 'cases-makemigrations');
const now = '2026-11-23 02:10';

/** What a case answers: Django's questioner by fields, the writer by tables and columns. */
interface Answers {
  readonly django?: Omit<MigrationAnswers, 'now'>;
  readonly writer?: Partial<DjangoMigrationsRequest>;
}

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** The migrations are, byte by byte, those that the real `makemigrations` writes, and leave nothing missing. */
test.each(caseFolders(cases))('%s', async (name) => {
  const folder = join(cases, name);
  const { django = {}, writer = {} } = answersOf(folder);
  const files = new DiskTree(folder);
  const request = { files, root: '.', installed: [], version: '5.2.19', renames: [], now, ...writer };
  const written = writeDjangoMigrations(request);
  expect(written.refused).toEqual([]);
  expect(textsOf(written)).toEqual(await oracle.djangoMigrations(folder, { now, ...django }));
  const after = readDjangoMigrations({ ...request, files: EditedTree.over(files).with(written.edits) });
  expect(after.remarks.filter(({ code }) => code === 'missing-migration')).toEqual([]);
});

function answersOf(folder: string): Answers {
  const file = join(folder, 'answers.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Answers) : {};
}

function textsOf({ edits }: WrittenMigrations): Readonly<Record<string, string>> {
  return Object.fromEntries(edits.flatMap((edit) => (edit.kind === 'create' ? [[edit.path, edit.text]] : [])));
}
