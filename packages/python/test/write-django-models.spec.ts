import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Change, EditedTree, type FileTree, isFileFault, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '@canonical-schema/sql';
import { sqlWriter } from '@canonical-schema/sql/write';
import { disagreements } from '../../../tools/oracle/agreement';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { judge } from '../../drift/src';
import { loadPythonParser, readDjangoModels } from '../src';
import { writeDjangoModels } from '../src/django/write/write-models';
import { directoryTree } from './directory-tree';

const { changesOfSql } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases-django-write');

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** Each folder holds a project, its schema, changes to that, and the project that is to come of them. */
describe('writing Django models', () => {
  test.each(caseFolders(cases))('%s', async (name) => {
    const folder = join(cases, name);
    const question = questionOf(folder);
    const before = directoryTree(join(folder, 'before'));
    const written = writeDjangoModels({ ...question, files: before });
    const refused = written.refused.map(({ why, remedy, place }) => ({
      why,
      remedy,
      place: place && `${place.path}:${place.line}`,
    }));
    agrees(join(folder, 'refused.json'), refused.length === 0 ? null : `${JSON.stringify(refused, null, 2)}\n`);
    if (refused.length > 0) return;
    const after = EditedTree.over(before).with(written.edits);
    compareFolder(folder, after);
    expect(newFindings(folder, before, after)).toEqual([]);
    expect(inDos(question, before)).toEqual(
      after.changed().map(({ path, after: text }) => [path, text?.replaceAll('\n', '\r\n')]),
    );
    const made = await oracle.runDjango(join(folder, 'after'), 'models');
    expect(made.problem).toBeNull();
    expect(disagreements(reading(after), made)).toEqual([]);
    expect(await oracle.djangoProblems(join(folder, 'after'))).toBe('');
  });
});

function reading(files: FileTree) {
  return readDjangoModels({ files, root: '', installed: [], version: '5.2' });
}

function questionOf(folder: string) {
  const schema = readFileSync(join(folder, 'schema.sql'), 'utf8');
  const sql = readFileSync(join(folder, 'changes.sql'), 'utf8');
  const { changes, problems } = changesOfSql(sql, canonicalOf(schema).schema, 'changes.sql');
  expect(problems).toEqual([]);
  const canonical = canonicalOf(`${schema}\n${sql}`).schema;
  return { root: '', installed: [], version: '5.2', changes, canonical, ...optionsOf(folder) };
}

/** `case.json`: options, and changes in the models' own names where these are not the SQL's. */
function optionsOf(folder: string): {
  readonly newTableApp?: string;
  readonly version?: string;
  readonly changes?: readonly Change[];
} {
  const file = join(folder, 'case.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function canonicalOf(sql: string) {
  return readCanonical([new SourceFile('schema.sql', sql)]);
}

/** The findings that were not there before the changes. */
function newFindings(folder: string, before: FileTree, after: FileTree): readonly string[] {
  const schema = readFileSync(join(folder, 'schema.sql'), 'utf8');
  const changed = `${schema}\n${readFileSync(join(folder, 'changes.sql'), 'utf8')}`;
  const known = new Set(messages(schema, before));
  return messages(changed, after).filter((message) => !known.has(message));
}

function messages(sql: string, files: FileTree): readonly string[] {
  const { findings } = judge(canonicalOf(sql), [{ name: 'django', reading: reading(files), mirror: 'all' }]);
  return findings.filter(({ severity }) => severity !== 'tolerated').map(({ code, message }) => `${code}: ${message}`);
}

/** The same writing over files with the line ends of Windows. */
function inDos(question: ReturnType<typeof questionOf>, before: FileTree) {
  const files: FileTree = {
    ...before,
    read: (path) => {
      const file = before.read(path);
      return isFileFault(file) ? file : new SourceFile(path, file.text.replaceAll('\n', '\r\n'));
    },
  };
  const { edits } = writeDjangoModels({ ...question, files });
  return EditedTree.over(files)
    .with(edits)
    .changed()
    .map(({ path, after }) => [path, after]);
}

/** Holds the whole project that came of it against the folder `after`, or writes that. */
function compareFolder(folder: string, after: EditedTree): void {
  const target = join(folder, 'after');
  if (process.env.UPDATE_CASES === '1') {
    rmSync(target, { recursive: true, force: true });
    cpSync(join(folder, 'before'), target, { recursive: true });
    for (const { path, after: text } of after.changed()) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      if (text === null) rmSync(join(target, path));
      else writeFileSync(join(target, path), text);
    }
  }
  const files = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
  for (const path of files) {
    const file = after.read(path);
    expect([path, isFileFault(file) ? null : file.text]).toEqual([path, readFileSync(join(target, path), 'utf8')]);
  }
}

function agrees(path: string, text: string | null): void {
  if (process.env.UPDATE_CASES === '1') {
    if (text === null) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : null);
}
