import { planOf } from '../src/plan/plan';
import { commonDirectory, djangoRootsIn, sqlAlchemyRootsIn } from '../src/plan/sources-in-files';

const models = 'from sqlalchemy.orm import mapped_column\nid = mapped_column()\n';
const allModels = () => models;
const oneProject = () => '.';

test('the deepest directory that holds all model files of a project is their root', () => {
  expect(sqlAlchemyRootsIn(['src/database/models.py'], allModels, oneProject)).toEqual(['src/database']);
  expect(
    sqlAlchemyRootsIn(['src/database/models/stock.py', 'src/database/models/job.py'], allModels, oneProject),
  ).toEqual(['src/database']);
  expect(sqlAlchemyRootsIn(['app/users/models.py', 'app/items/models.py'], allModels, oneProject)).toEqual(['app']);
  expect(sqlAlchemyRootsIn(['models.py', 'app/models.py'], allModels, oneProject)).toEqual(['.']);
});

test('model files of different projects are different roots', () => {
  const projectOf = (path: string) => path.split('/')[0] ?? '.';
  expect(sqlAlchemyRootsIn(['api/models.py', 'worker/db/models.py'], allModels, projectOf)).toEqual([
    'api',
    'worker/db',
  ]);
});

test('tests, examples and migrations are no sources', () => {
  expect(sqlAlchemyRootsIn(['tests/models.py', 'alembic/versions/models.py'], allModels, oneProject)).toEqual([]);
  expect(djangoRootsIn(['examples/site/manage.py', 'web/manage.py'], () => 'django')).toEqual(['web']);
});

test('a file that imports SQLAlchemy and defines nothing is no source', () => {
  expect(sqlAlchemyRootsIn(['api/models.py'], () => 'from sqlalchemy import select\n', oneProject)).toEqual([]);
  expect(djangoRootsIn(['web/manage.py'], () => 'import flask')).toEqual([]);
});

test('directories share what they share', () => {
  expect(commonDirectory(['a/b/c', 'a/b', 'a/b/d'])).toBe('a/b');
  expect(commonDirectory(['a', 'b'])).toBe('.');
});

test('an empty list of sources means none, an absent one is inferred', () => {
  const workspace = { files: ['schema_canonical.sql', 'web/manage.py'], textOf: () => 'django', projectOf: oneProject };
  expect(planOf({}, workspace).schemas[0]?.sources).toEqual([{ orm: 'django', root: 'web' }]);
  expect(planOf({ django: [] }, workspace).schemas[0]?.sources).toEqual([]);
});
