import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditedTree, isFileFault, SourceFile } from '@canonical-schema/schema';
import { sqlDialect } from '@canonical-schema/sql';
import { judge } from '../../drift/src';
import { loadPythonParser, readDjangoModels } from '../src';
import { writeDjangoModels } from '../src/django/write/write-models';
import { directoryTree } from './directory-tree';

const cases = join(__dirname, '..', 'cases-django-fields', 'dialects');

beforeAll(() => loadPythonParser());

/** Each table of a dialect's SQL becomes a model, against which the judge has nothing to say. */
describe.each(['mysql', 'mariadb', 'sqlite'] as const)('the models that are written for %s', (dialect) => {
  test('say what the SQL says', () => {
    const folder = join(cases, dialect);
    const text = readFileSync(join(folder, 'schema.sql'), 'utf8');
    const canonical = sqlDialect(dialect).readCanonical([new SourceFile('schema.sql', text)]);
    expect(canonical.unread).toEqual([]);
    const files = EditedTree.over(directoryTree(join(cases, 'project')));
    const options = { files, root: '', installed: [], version: '5.2', dialect };
    const changes = canonical.schema.tables.map((table) => ({ kind: 'add-table' as const, table }));
    const { edits, refused } = writeDjangoModels({ ...options, changes, canonical: canonical.schema });
    expect(refused.map(({ why, remedy }) => `${why} ${remedy}`)).toEqual([]);
    const after = files.with(edits);
    const models = after.read('shop/models.py');
    const written = isFileFault(models) ? '' : models.text;
    const expected = join(folder, 'models.py');
    if (process.env.UPDATE_CASES === '1' || !existsSync(expected)) writeFileSync(expected, written);
    expect(written).toBe(readFileSync(expected, 'utf8'));
    const reading = readDjangoModels({ ...options, files: after });
    const { findings } = judge(canonical, [{ reading, mirror: 'all', name: 'django' }], {});
    expect(findings.filter(({ severity }) => severity !== 'tolerated').map(({ message }) => message)).toEqual([]);
  });
});
