import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EditedTree, type FileEdit } from '@canonical-schema/schema';
import { loadPostgresParser } from '@canonical-schema/sql';
import { everyday } from '../../../tools/jest/everyday';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { loadPythonParser, readDjangoMigrations } from '../src';
import { type OneOffDefault, type Rename, writeDjangoMigrations } from '../src/write';
import { type RandomModel, RandomProject, type RandomRename, randomBy } from './random-models';

const now = '2026-11-23 02:10';
const apps = ['alpha', 'beta'];

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

const seeds = Array.from({ length: 16 }, (_, seed) => [seed + 1] as const);

/** Models that change at random, and after each change the migrations that the real `makemigrations` writes. */
test.each(everyday(6, seeds))(
  'ten changes of seed %i',
  async (seed) => {
    const folder = scratchFolder();
    const project = new RandomProject(randomBy(seed), apps);
    for (const app of apps) {
      writeIn(folder, `${app}/__init__.py`, '');
      writeIn(folder, `${app}/migrations/__init__.py`, '');
    }
    for (let step = 0; step < 10; step += 1) {
      const renames = project.change();
      for (const app of apps) writeIn(folder, `${app}/models.py`, project.textOf(app));
      await holdAgainstDjango(folder, project, renames);
    }
  },
  300_000,
);

async function holdAgainstDjango(
  folder: string,
  project: RandomProject,
  renames: readonly RandomRename[],
): Promise<void> {
  const files = new DiskTree(folder);
  const request = { files, root: '.', installed: [], version: '5.2.19', now };
  const oneOffDefaults = project.models.flatMap(noNulls);
  const written = writeDjangoMigrations({ ...request, renames: renames.flatMap(renamesOf), oneOffDefaults });
  expect(written.refused).toEqual([]);
  expect(textsOf(written.edits)).toEqual(
    await oracle.djangoMigrations(folder, { now, renames: renames.map(djangosRename) }),
  );
  const after = readDjangoMigrations({ ...request, files: EditedTree.over(files).with(written.edits) });
  expect(after.remarks.filter(({ code }) => code === 'missing-migration')).toEqual([]);
  for (const [path, text] of Object.entries(textsOf(written.edits))) writeIn(folder, path, text);
}

function writeIn(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function textsOf(edits: readonly FileEdit[]): Readonly<Record<string, string>> {
  return Object.fromEntries(edits.flatMap((edit) => (edit.kind === 'create' ? [[edit.path, edit.text]] : [])));
}

function tableOf({ app, name, options }: RandomModel): string {
  return options.get('db_table')?.slice(1, -1) ?? `${app}_${name.toLowerCase()}`;
}

/** No row is NULL in any column: Django is told the same. */
function noNulls(model: RandomModel): readonly OneOffDefault[] {
  const table = { schema: 'public', name: tableOf(model) };
  return [...model.fields].flatMap(([field, text]) =>
    [field, `${field}_id`, /db_column="(\w+)"/.exec(text)?.[1] ?? field].map((column) => ({
      table,
      column,
      value: null,
    })),
  );
}

function renamesOf({ model, from, to, of }: RandomRename): readonly Rename[] {
  const table = { schema: 'public', name: tableOf(model) };
  if (of === 'field') {
    return ['', '_id'].map((end) => ({ kind: 'rename-column', table, column: `${from}${end}`, to: `${to}${end}` }));
  }
  const old = { schema: 'public', name: tableOf({ ...model, name: from }) };
  return [{ kind: 'rename-table', table: old, to: table }];
}

function djangosRename({ model, from, to, of }: RandomRename): string {
  return of === 'model' ? `${from}=${to}`.toLowerCase() : `${model.name.toLowerCase()}.${from}=${to}`;
}
