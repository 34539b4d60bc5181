import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyEdits,
  type Change,
  EditedTree,
  type FileTree,
  isFileFault,
  type Reading,
  type Schema,
  SourceFile,
  type Table,
} from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '@canonical-schema/sql';
import { sqlWriter } from '@canonical-schema/sql/write';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { disagreements } from '../../../tools/oracle/agreement';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { judge, repairsOf } from '../../drift/src';
import { loadPythonParser, readDjangoModels } from '../src';
import { loadModels } from '../src/django/loaded-models';
import { declareFields } from '../src/django/write/fields/declare-fields';
import type { FieldWriting } from '../src/django/write/fields/field-writing';
import { codeOf } from '../src/django/write/fields/python-code';
import { writeDjangoModels } from '../src/django/write/write-models';
import { blockCode, type Code } from '../src/edits/code';
import { FileDraft } from '../src/edits/file-draft';
import { pythonFile } from '../src/edits/python-file';
import { directoryTree } from './directory-tree';

const { changesOfSql } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases-django-fields');

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** Each table of the SQL becomes a model; Django makes what the SQL says of it, and says nothing against it. */
describe('the fields of a table', () => {
  test.each(caseFolders(join(cases, 'declared')))('%s', async (name) => {
    const folder = join(cases, 'declared', name);
    const canonical = canonicalOf(folder);
    const project = projectOf({ 'shop/__init__.py': '', 'shop/models.py': 'from django.db import models\n' });
    const written = modelsOf(canonical.schema, project);
    expectFile(join(folder, 'models.py'), written);
    writeFileSync(join(project, 'shop/models.py'), written);
    await expectAgreement(project, canonical);
    expect(await oracle.djangoProblems(project)).toBe('');
  });
});

/** Models are made to say what the SQL says; then all agree, and nothing is left to mend. */
describe('the fields of models that are there', () => {
  test.each(caseFolders(join(cases, 'written')))('%s', async (name) => {
    const folder = join(cases, 'written', name);
    const before = directoryTree(join(folder, 'before'));
    const { canonical, changes } = wantedOf(folder, before);
    const options = { files: before, root: '', installed: [], version: versionOf(folder) };
    const written = writeDjangoModels({ ...options, changes, canonical: canonical.schema });
    const refused = written.refused.map(({ why, remedy, place }) => `${place?.path}:${place?.line} ${why} ${remedy}\n`);
    const isRefusing = existsSync(join(folder, 'refused.txt'));
    if (refused.length > 0 || isRefusing) {
      expectFile(join(folder, 'refused.txt'), refused.join(''));
      expect(written.edits).toEqual([]);
      return;
    }
    const after = EditedTree.over(before).with(written.edits);
    const changed = after.changed();
    for (const { path, after: text } of changed) expectFile(join(folder, 'after', path), text ?? '');
    const project = projectOf(Object.fromEntries(filesIn(after).map((path) => [path, textOf(after, path)])));
    await expectAgreement(project, canonical, versionOf(folder));
    expect(await oracle.djangoProblems(project)).toBe('');
  });
});

/** 23 tables of 23 columns: every pair of types, with NULL and DEFAULT coming and going. */
test.each([0, 1])('every type becomes every other (%i)', async (turn) => {
  const start = readCanonical([
    new SourceFile(
      'schema.sql',
      gridSql((row) => row, turn),
    ),
  ]);
  const end = readCanonical([
    new SourceFile(
      'schema.sql',
      gridSql((_, column) => column, turn + 1),
    ),
  ]);
  const project = projectOf({ 'shop/__init__.py': '', 'shop/models.py': 'from django.db import models\n' });
  writeFileSync(join(project, 'shop/models.py'), modelsOf(start.schema, project));
  const options = { files: directoryTree(project), root: '', installed: [], version: '5.2' };
  const { findings } = judge(end, [{ reading: readDjangoModels(options), mirror: 'all', name: 'project' }]);
  const changes = repairsOf(findings, 'django-models');
  expect(changes.length).toBeGreaterThan(500);
  const written = writeDjangoModels({ ...options, changes, canonical: end.schema });
  expect(written.refused).toEqual([]);
  const after = EditedTree.over(options.files).with(written.edits);
  for (const { path, after: text } of after.changed()) writeFileSync(join(project, path), text ?? '');
  await expectAgreement(project, end);
  expect(await oracle.djangoProblems(project)).toBe('');
});

/** Types with a default that Python says, one that only the database says, or null for none. */
const gridTypes: readonly (readonly [type: string, sql: string | null])[] = [
  ['smallint', '1'],
  ['integer', '-2'],
  ['bigint', '3'],
  ['double precision', '0.5'],
  ['boolean', 'true'],
  ['text', "'x'"],
  ['varchar(12)', "'y'"],
  ['varchar', "'z'"],
  ['numeric(10,2)', '1.5'],
  ['date', 'CURRENT_DATE'],
  ['timestamptz', 'now()'],
  ['time', "'08:00'"],
  ['interval', "'1 day'"],
  ['uuid', 'gen_random_uuid()'],
  ['jsonb', "'{}'"],
  ['bytea', "''"],
  ['inet', "'127.0.0.1'"],
  ['hstore', null],
  ['int4range', null],
  ['daterange', null],
  ['text[]', "'{}'"],
  ['integer[]', "'{1,2}'"],
  ['tsvector', null],
];

/** Every second column takes NULL, every third has a default; `turn` says which. */
function gridSql(typeAt: (row: number, column: number) => number, turn: number): string {
  const columnSql = (row: number, column: number): string => {
    const [type, value] = gridTypes[typeAt(row, column)] ?? ['text', null];
    const at = row + column + turn;
    const filled = at % 3 === 0 && value !== null ? ` DEFAULT ${value}` : '';
    return `c${column} ${type}${at % 2 === 0 ? '' : ' NOT NULL'}${filled}`;
  };
  const tables = gridTypes.map((_, row) => {
    const columns = gridTypes.map((__, column) => columnSql(row, column));
    return `CREATE TABLE grid${row} (id serial PRIMARY KEY, ${columns.join(', ')});\n`;
  });
  return tables.join('');
}

/** What the SQL says in the end, and the changes that lead there: those of `changes.sql`, or what mends the findings. */
function wantedOf(folder: string, files: FileTree): { canonical: Reading; changes: readonly Change[] } {
  const start = canonicalOf(folder, ['schema.sql']);
  const file = join(folder, 'changes.sql');
  if (existsSync(file)) {
    const { changes, problems } = changesOfSql(readFileSync(file, 'utf8'), start.schema, 'changes.sql');
    expect(problems).toEqual([]);
    return { canonical: canonicalOf(folder, ['schema.sql', 'changes.sql']), changes };
  }
  const reading = readDjangoModels({ files, root: '', installed: [], version: versionOf(folder) });
  const { findings } = judge(start, [{ reading, mirror: 'all', name: 'project' }]);
  return { canonical: start, changes: repairsOf(findings, 'django-models') };
}

function versionOf(folder: string): string {
  const file = join(folder, 'django-version.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '5.2';
}

function filesIn(files: FileTree, directory = ''): readonly string[] {
  return files.list(directory).flatMap(({ name, kind }) => {
    const path = directory === '' ? name : `${directory}/${name}`;
    return kind === 'directory' ? filesIn(files, path) : [path];
  });
}

function textOf(files: FileTree, path: string): string {
  const file = files.read(path);
  return isFileFault(file) ? '' : file.text;
}

function canonicalOf(folder: string, names: readonly string[] = ['schema.sql']): Reading {
  const reading = readCanonical(names.map((name) => new SourceFile(name, readFileSync(join(folder, name), 'utf8'))));
  expect([...reading.unread, ...reading.remarks]).toEqual([]);
  return reading;
}

function projectOf(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The text of `shop/models.py` with a class for each table; what fields do not say is left out. */
function modelsOf(canonical: Schema, project: string): string {
  const { writing, draft } = writingOver(project, canonical, 'shop/models.py');
  const after = draft.file.syntax.body.at(-1) ?? null;
  for (const table of canonical.tables) draft.body(null).insert(after, classOf(table, writing, draft), 2);
  return applyEdits(draft.file.text, draft.edits());
}

function writingOver(project: string, canonical: Schema, path: string) {
  const files = directoryTree(project);
  const source = files.read(path);
  if (isFileFault(source)) throw new Error(source.why);
  const draft = new FileDraft(pythonFile(source), { name: 'shop.models', isPackage: false });
  const loaded = loadModels({ files, root: '', installed: [], version: '5.2' });
  const newModels = canonical.tables.map((table) => ({ app: 'shop', name: classNamed(table), table }));
  const writing: FieldWriting = { loaded, files, canonical, newModels, draft: () => draft };
  return { writing, draft };
}

function classOf(table: Table, writing: FieldWriting, draft: FileDraft): Code {
  const home = { app: 'shop', model: classNamed(table), path: draft.file.source.path, offset: draft.file.text.length };
  const { fields, problems } = declareFields(table, home, writing);
  expect(problems).toEqual([]);
  const hidden = new Set(fields.map(({ name }) => name));
  const file = { spelling: draft.spelling, style: draft.file.style, hidden };
  const statements = fields.map(({ name, code }) => codeOf(code, file, `${name} = `));
  const meta = blockCode('class Meta:', [`db_table = "${table.name}"`]);
  const base = draft.spelling.spell('django.db.models', 'Model');
  return blockCode(`class ${classNamed(table)}(${base}):`, [...statements, ...(fields.length === 0 ? [] : ['']), meta]);
}

function classNamed({ name }: Table): string {
  return name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Real Django makes what the reader says, and the judge has nothing against it. */
async function expectAgreement(project: string, canonical: Reading, version = '5.2'): Promise<void> {
  const reading = readDjangoModels({ files: directoryTree(project), root: '', installed: [], version });
  const { findings } = judge(canonical, [{ reading, mirror: 'all', name: 'project' }]);
  const told = findings.filter(({ severity }) => severity !== 'tolerated');
  expect(told.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  const made = await oracle.runDjango(project, 'models');
  expect(made.problem).toBeNull();
  expect(disagreements(reading, made)).toEqual([]);
}

function expectFile(path: string, text: string): void {
  if (process.env.UPDATE_CASES === '1' || !existsSync(path)) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
