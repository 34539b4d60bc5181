import { type FileTree, SourceFile } from '@canonical-schema/schema';
import { modelFiles } from '../src/sqlalchemy/model-files';
import { packageVersion } from '../src/sqlalchemy/package-version';

/** A tree of the files in a record. */
function treeOf(files: Readonly<Record<string, string>>): FileTree {
  const paths = Object.keys(files);
  const within = (directory: string): string => (directory === '' || directory === '.' ? '' : `${directory}/`);
  const kindOf: FileTree['kindOf'] = (path) => {
    if (path in files) return 'file';
    return paths.some((candidate) => candidate.startsWith(within(path))) ? 'directory' : 'missing';
  };
  return {
    kindOf,
    read: (path) => {
      const text = files[path];
      return text === undefined ? { fault: 'missing', why: `${path} is missing.` } : new SourceFile(path, text);
    },
    list: (directory) => {
      const below = paths.filter((path) => path.startsWith(within(directory)));
      const names = new Set(below.map((path) => path.slice(within(directory).length).split('/')[0] ?? ''));
      return [...names].sort().map((name) => ({
        name,
        kind: kindOf(within(directory) + name) === 'file' ? ('file' as const) : ('directory' as const),
      }));
    },
  };
}

const table = 'class A(Base):\n    __tablename__ = "a"\n';

describe('which files may hold models', () => {
  const chosen = (files: Readonly<Record<string, string>>): readonly string[] =>
    modelFiles(treeOf(files), ['.']).map((file) => file.path);

  test('those that declare tables, and those that inherit from them', () => {
    const files = {
      'models.py': table,
      'more.py': 'class B(\n    A,\n):\n    pass\n',
      'views.py': 'class View:\n    pass\n',
    };
    expect(chosen(files)).toEqual(['models.py', 'more.py']);
  });

  test('no tests, revisions, environments or installed packages', () => {
    expect(
      chosen({
        'app/models.py': table,
        'app/tests/models.py': table,
        'app/test_models.py': table,
        'conftest.py': table,
        'migrations/env.py': '',
        'migrations/versions/0001.py': table,
        'venv/pyvenv.cfg': '',
        'venv/models.py': table,
        'node_modules/x/models.py': table,
      }),
    ).toEqual(['app/models.py']);
  });
});

describe('which version of SQLAlchemy a project uses', () => {
  const found = (files: Readonly<Record<string, string>>): string | undefined =>
    packageVersion('sqlalchemy', treeOf(files), [''], [])?.version;

  test.each([
    ['uv.lock', '[[package]]\nname = "sqlalchemy"\nversion = "2.0.45"\n', '2.0.45'],
    ['requirements.txt', 'flask\nSQLAlchemy==1.4.52  # pinned\n', '1.4.52'],
    ['requirements.txt', 'sqlalchemy[asyncio]>=2.0,<2.1\n', '2.0'],
    ['requirements.txt', 'sqlalchemy>=1.3,<2\n', '1.4'],
    ['pyproject.toml', 'dependencies = [\n  "sqlalchemy~=2.0.30",\n]\n', '2.0.30'],
    ['requirements.txt', 'sqlalchemy-utils==0.41\n', undefined],
    ['requirements.txt', 'sqlalchemy\n', undefined],
  ])('%s: %j', (name, text, version) => {
    expect(found({ [name]: text })).toBe(version);
  });
});
