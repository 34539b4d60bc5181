import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apply, applyEdits, type Change, diff, SourceFile, type TextEdit } from '@canonical-schema/schema';
import { differenceLines, disagreements } from '../../../tools/oracle/agreement';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { catalogSqlText, lintCanonical, loadPostgresParser, readCanonical } from '../src';
import { type Placement, sqlWriter } from '../src/write';

const { changesOfSql, editCanonical } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases-edits');
const names = caseFolders(cases).filter((name) => !existsSync(join(cases, name, 'entry.json')));

let oracle: Oracle;
beforeAll(async () => {
  await loadPostgresParser();
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

function textOf(name: string, file: string): string {
  return readFileSync(join(cases, name, file), 'utf8');
}

function fileOf(text: string): SourceFile {
  return new SourceFile('schema.sql', text);
}

/** What the file must hold; absent for null. */
function expectFile(name: string, file: string, actual: string | null): void {
  const path = join(cases, name, file);
  if (process.env.UPDATE_CASES === '1') {
    if (actual === null) rmSync(path, { force: true });
    else writeFileSync(path, actual);
  }
  expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : null);
}

/** What a case changes: the statements of `changes.sql`, or whatever leads to `to.sql`. */
function changesOf(name: string): readonly Change[] {
  const before = readCanonical([fileOf(textOf(name, 'schema.sql'))]).schema;
  if (existsSync(join(cases, name, 'to.sql')))
    return diff(before, readCanonical([fileOf(textOf(name, 'to.sql'))]).schema);
  const { changes, problems } = changesOfSql(textOf(name, 'changes.sql'), before, 'changes.sql');
  expect(problems).toEqual([]);
  return changes;
}

interface Edited {
  readonly edits: readonly TextEdit[];
  readonly text: string;
  readonly refused: readonly string[];
}

function editedBy(name: string, placement: Placement): Edited {
  const file = fileOf(textOf(name, 'schema.sql'));
  const changes = changesOf(name);
  const options = existsSync(join(cases, name, 'options.json')) ? JSON.parse(textOf(name, 'options.json')) : {};
  const written = editCanonical({ file, changes, placement, ...options });
  const edits = written.edits.flatMap((edit) => (edit.kind === 'edit' ? edit.edits : []));
  const refused = written.refused.map(({ why, remedy, place }) => `${place?.line ?? '-'}: ${why} ${remedy}`);
  return { edits, text: applyEdits(file.text, edits), refused };
}

describe.each(names)('%s', (name) => {
  describe.each<Placement>(['append', 'inline'])('%s', (placement) => {
    test('reads as written, and says the changes and nothing else', () => {
      const { edits, text, refused } = editedBy(name, placement);
      expectFile(name, `${placement}.sql`, edits.length === 0 ? null : text);
      expectFile(name, `${placement}.refused.txt`, refused.length === 0 ? null : `${refused.join('\n')}\n`);
      if (refused.length > 0) return;
      const before = readCanonical([fileOf(textOf(name, 'schema.sql'))]).schema;
      const wanted = apply(before, changesOf(name), catalogSqlText);
      const after = readCanonical([fileOf(text)]).schema;
      expect([diff(after, wanted), diff(wanted, after)]).toEqual([[], []]);
    });

    test('has no lint that the file had not before', () => {
      const { text } = editedBy(name, placement);
      const found = (sql: string) =>
        lintCanonical(fileOf(sql), { files: { kindOf: () => 'file' }, options: { guarded: 'require' } });
      const old = found(textOf(name, 'schema.sql'));
      const fresh = found(text).map(({ message }) => message);
      // A file that could not be run twice has the same findings under the new names.
      expect(fresh.slice(0, old.length === 0 ? fresh.length : Math.max(0, fresh.length - old.length))).toEqual([]);
    });

    test('makes in PostgreSQL what it says, from nothing, twice, and over the database before', async () => {
      const before = textOf(name, 'schema.sql');
      const { edits, text, refused } = editedBy(name, placement);
      if (refused.length > 0) return;
      const once = await oracle.runSql([text]);
      expect(once.problem).toBeNull();
      expect(disagreements(readCanonical([fileOf(text)]), once)).toEqual([]);
      const runsTwice = (await oracle.runSql([before, before])).problem === null;
      if (!runsTwice) return;
      const twice = await oracle.runSql([text, text]);
      expect([twice.problem, differenceLines(once.catalog, twice.catalog)]).toEqual([null, []]);
      // Statements that were put at the end bring the database before along.
      const isAppended = edits.every(({ span }) => span.start === span.end) && placement === 'append';
      const [only, ...others] = edits;
      if (!isAppended || only === undefined || others.length > 0) return;
      const brought = await oracle.runSql([before, only.text]);
      expect([brought.problem, differenceLines(once.catalog, brought.catalog)]).toEqual([null, []]);
    });
  });
});

test('statements go behind the data of COPY, and nothing is written where a file says what it should already', () => {
  const text = 'CREATE TABLE t (a int);\nCOPY t FROM stdin;\n1\n\\.\n\n-- Version 1.0.0 (2026-01-01)\n--   - Made\n';
  const changes = changesOfSql('ALTER TABLE t ADD COLUMN b int', readCanonical([fileOf(text)]).schema, 'c.sql').changes;
  const { edits } = editCanonical({ file: fileOf(text), changes, placement: 'append', comment: null });
  const [edit] = edits.flatMap((one) => (one.kind === 'edit' ? one.edits : []));
  expect(edit?.text).toBe('\n\nALTER TABLE t ADD COLUMN IF NOT EXISTS b int;');
  expect(text.slice(0, edit?.span.start)).toMatch(/\\\.$/);
  expect(editCanonical({ file: fileOf(text), changes: [], placement: 'append' })).toEqual({ edits: [], refused: [] });
});

test('a change that does not fit, or that carries what nobody could read, is refused with its place', () => {
  const file = fileOf('CREATE TABLE t (a int);\n');
  const table = { schema: 'public', name: 't' };
  const refusedOf = (change: Change) => editCanonical({ file, changes: [change], placement: 'append' });
  const missing = refusedOf({ kind: 'drop-column', table, column: 'b' });
  expect(missing.edits).toEqual([]);
  expect(missing.refused.map(({ why, place }) => [why, place?.line])).toEqual([
    ['Dropped b column from t table: column t.b does not exist in the SQL file.', 1],
  ]);
  const unread = refusedOf({
    kind: 'alter-column',
    table,
    column: 'a',
    set: { default: { unreadable: 'it is computed' } },
  });
  expect(unread.refused.map(({ why }) => why)).toEqual([
    'Set the default of t.a: a part of it could not be read: it is computed.',
  ]);
});
