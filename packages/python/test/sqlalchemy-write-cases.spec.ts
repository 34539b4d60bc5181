import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EditedTree, type Reading, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, sqlDialect } from '@canonical-schema/sql';
import { sqlWriter } from '@canonical-schema/sql/write';
import { judge } from '../../drift/src';
import { loadPythonParser, readSqlAlchemyModels, type SqlAlchemyOptions } from '../src';
import { writeSqlAlchemyModels } from '../src/write';
import { directoryTree } from './directory-tree';

const cases = join(__dirname, '..', 'cases-sqlalchemy-write');

beforeAll(async () => {
  await Promise.all([loadPythonParser(), loadPostgresParser()]);
});

/**
 * Each folder holds a schema (`schema.sql`), a change of it (`change.sql`), the models before it and after it. The models
 * agree with the SQL before, and have to agree with it afterwards; `refused.txt` says what the writer would not do.
 */
describe('writing SQLAlchemy models', () => {
  test.each(readdirSync(cases).sort())('%s', (name) => {
    const folder = join(cases, name);
    const schema = new SourceFile('schema.sql', readFileSync(join(folder, 'schema.sql'), 'utf8'));
    const change = new SourceFile('change.sql', readFileSync(join(folder, 'change.sql'), 'utf8'));
    const options: SqlAlchemyOptions = {
      files: directoryTree(join(folder, 'before')),
      root: '.',
      include: [],
      installed: [],
      version: '2.1',
      ...(existsSync(join(folder, 'options.json'))
        ? JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8'))
        : {}),
    };
    const { dialect = 'postgresql' } = options;
    const { readCanonical } = sqlDialect(dialect);
    const before = readCanonical([schema]);
    const after = readCanonical([schema, change]);
    const { changes, problems } = sqlWriter(dialect).changesOfSql(change.text, before.schema, change.path);
    expect(problems).toEqual([]);
    if (!name.includes('broken')) expect(disagreements(before, readSqlAlchemyModels(options))).toEqual([]);

    const written = writeSqlAlchemyModels({ ...options, changes, canonical: after.schema });
    const tree = EditedTree.over(options.files).with(written.edits);
    const refused = written.refused.map(
      ({ why, remedy, place }) => `${place?.path ?? ''}:${place?.line ?? ''} ${why} ${remedy}\n`,
    );
    compareText(join(folder, 'refused.txt'), refused.join(''));
    for (const path of filesUnder(join(folder, 'before'))) {
      const file = tree.read(path);
      compareText(join(folder, 'after', path), 'text' in file ? file.text : '');
    }
    if (refused.length === 0) {
      expect(disagreements(after, readSqlAlchemyModels({ ...options, files: tree }))).toEqual([]);
    }
  });
});

/** Errors and warnings of the verdict. */
function disagreements(canonical: Reading, reading: Reading): string[] {
  return judge(canonical, [{ reading, mirror: 'all', name: 'models' }])
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code, message }) => `${code}: ${message}`);
}

function compareText(path: string, actual: string): void {
  if (process.env.UPDATE_CASES === '1') {
    mkdirSync(dirname(path), { recursive: true });
    if (actual === '') rmSync(path, { force: true });
    else writeFileSync(path, actual);
  }
  expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
}

function filesUnder(directory: string, within = ''): string[] {
  return readdirSync(join(directory, within)).flatMap((name) => {
    const path = within === '' ? name : `${within}/${name}`;
    if (statSync(join(directory, path)).isDirectory()) return filesUnder(directory, path);
    return name.endsWith('.py') ? [path] : [];
  });
}
