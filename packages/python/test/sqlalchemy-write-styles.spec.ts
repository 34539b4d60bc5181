import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditedTree, type FileTree, isFileFault, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '@canonical-schema/sql';
import { sqlWriter } from '@canonical-schema/sql/write';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { judge } from '../../drift/src';
import { loadPythonParser, readSqlAlchemyModels } from '../src';
import { writeSqlAlchemyModels } from '../src/write';
import { steps, stepTables } from './sqlalchemy-write-steps';
import { defaultsByType, keyForms, modelStyles, typesWithoutDefault } from './sqlalchemy-write-table';

const { changesOfSql } = sqlWriter('postgresql');

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

const base = [
  'CREATE EXTENSION IF NOT EXISTS citext SCHEMA pg_catalog',
  'CREATE EXTENSION IF NOT EXISTS hstore SCHEMA pg_catalog',
  "CREATE TYPE mood AS ENUM ('sad', 'ok')",
  'CREATE TABLE every (id SERIAL PRIMARY KEY)',
];

/** A column of each type, nullable, NOT NULL, and with each default. */
function columnStatements(): string[] {
  const columns: string[] = [];
  for (const type of [...typesWithoutDefault, ...Object.keys(defaultsByType)]) {
    columns.push(type, `${type} NOT NULL`);
  }
  for (const [type, defaults] of Object.entries(defaultsByType))
    for (const value of defaults) columns.push(`${type} NOT NULL DEFAULT ${value}`, `${type} DEFAULT ${value}`);
  return columns.map((definition, at) => `ALTER TABLE every ADD COLUMN c${at} ${definition}`);
}

/** What is written in every style is what the SQL says: to the judge, to the real `create_all`, and to Alembic. */
describe.each(modelStyles)('$name', ({ before, refuses }) => {
  const change = [...columnStatements(), ...keyForms];

  test('every type, default and form of key', async () => {
    const folder = scratchFolder();
    const files = oneFile('models.py', before);
    const options = { files, root: '.', include: [], installed: [], version: '2.1' };
    const schema = readCanonical([new SourceFile('schema.sql', `${base.join(';\n')};\n`)]);
    const sql = `${change.join(';\n')};\n`;
    const after = readCanonical([new SourceFile('schema.sql', `${base.join(';\n')};\n${sql}`)]);
    const { changes, problems } = changesOfSql(sql, schema.schema, 'change.sql');
    expect(problems).toEqual([]);

    const written = writeSqlAlchemyModels({ ...options, changes, canonical: after.schema });
    expect(written.refused.map(({ why }) => why)).toEqual(refuses ?? []);
    const tree = EditedTree.over(files).with(written.edits);
    writeFileSync(join(folder, 'models.py'), textOf(tree));

    const reading = readSqlAlchemyModels({ ...options, files: tree });
    expect(departures(judge(after, [{ reading, mirror: 'all', name: 'models' }]))).toEqual([]);

    const made = await oracle.runSqlAlchemy(folder);
    expect(made.problem).toBeNull();
    expect(departures(judge(after, [{ reading: made.catalog, mirror: 'all', name: 'models' }]))).toEqual([]);

    const canonical = await oracle.runSql([...base, ...change]);
    expect(canonical.problem).toBeNull();
    expect(await oracle.alembicChanges(folder, ['models'])).toEqual([]);
  });
});

/** Every kind of change, one after another, each written in every style. */
describe.each(modelStyles)('$name, changed', ({ before }) => {
  test('step by step', async () => {
    const styled = { root: '.', include: [], installed: [], version: '2.1' };
    let tree: FileTree = oneFile('models.py', before);
    const done = [...base];
    const problems: string[] = [];
    for (const step of [stepTables.join(';\n'), ...steps]) {
      const schema = readCanonical([new SourceFile('schema.sql', `${done.join(';\n')};\n`)]).schema;
      const changed = changesOfSql(`${step};\n`, schema, 'change.sql');
      problems.push(...changed.problems.map(({ why }) => why));
      done.push(...step.split(/;\n/));
      const after = readCanonical([new SourceFile('schema.sql', `${done.join(';\n')};\n`)]);
      const options = { ...styled, files: tree };
      const written = writeSqlAlchemyModels({ ...options, changes: changed.changes, canonical: after.schema });
      problems.push(...written.refused.map(({ why }) => `${step}: ${why}`));
      tree = EditedTree.over(tree).with(written.edits);
      const reading = readSqlAlchemyModels({ ...styled, files: tree });
      problems.push(
        ...departures(judge(after, [{ reading, mirror: 'all', name: 'models' }])).map((each) => `${step}: ${each}`),
      );
      if (problems.length > 0) break;
    }
    expect({ problems, text: problems.length === 0 ? '' : textOf(tree) }).toEqual({ problems: [], text: '' });
    const folder = scratchFolder();
    writeFileSync(join(folder, 'models.py'), textOf(tree));
    const after = readCanonical([new SourceFile('schema.sql', `${done.join(';\n')};\n`)]);
    const made = await oracle.runSqlAlchemy(folder);
    expect(made.problem).toBeNull();
    expect(departures(judge(after, [{ reading: made.catalog, mirror: 'all', name: 'models' }]))).toEqual([]);
    expect((await oracle.runSql(done)).problem).toBeNull();
    expect(await oracle.alembicChanges(folder, ['models'])).toEqual([]);
  });
});

function textOf(tree: FileTree): string {
  const file = tree.read('models.py');
  return isFileFault(file) ? '' : file.text;
}

function departures({ findings }: ReturnType<typeof judge>): string[] {
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code, message }) => `${code}: ${message}`);
}

function oneFile(name: string, text: string): FileTree {
  return {
    read: (path) => (path === name ? new SourceFile(path, text) : { fault: 'missing', why: `${path} is missing.` }),
    list: (path) => (path === '.' || path === '' ? [{ name, kind: 'file' }] : []),
    kindOf: (path) => (path === name ? 'file' : path === '.' || path === '' ? 'directory' : 'missing'),
  };
}
