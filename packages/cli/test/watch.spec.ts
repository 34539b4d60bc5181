import { WatchedWorkspace } from './watched-workspace';

const sql = 'scripts/database/schema_canonical.sql';
const apps = 'django_app/apps';
const options = `${apps}/options/models.py`;
const strategies = `${apps}/strategies/models.py`;
const settings = 'django_app/config/settings.py';
const sqlalchemy = 'src/database/models.py';
const flags = ['--canonical', sql, '--django', 'django_app', '--sqlalchemy', 'src/database'];

const extraModel = 'class Extra(models.Model):\n    note = models.TextField()\n';
const withoutModels = ['missing-table market_conditions django-models', 'missing-table strategy_history django-models'];

const modelsToDelete = [
  'missing-migration strategies: Delete model MarketCondition django-migrations',
  'missing-migration strategies: Delete model StrategyHistory django-migrations',
  ...['contract', 'market_condition', 'rolled_from', 'stock'].map(
    (field) => `missing-migration strategies: Remove field ${field} from strategyhistory django-migrations`,
  ),
];
const symbolNotMigrated = [
  'column-type stocks.symbol django-migrations',
  'missing-migration options: Alter field symbol on stock django-migrations',
];

/** One edit, and the findings that there are then. */
interface Step {
  readonly name: string;
  readonly edit: Edit;
  readonly verdict: readonly string[] | { readonly problemWith: string };
}

/** What is done, and the file or folder that is seen to change. */
interface Edit {
  readonly path: string;
  make(workspace: WatchedWorkspace): void;
}

function replaced(path: string, from: string, to: string): Edit {
  const make = (workspace: WatchedWorkspace) => {
    const text = workspace.read(path);
    if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
    workspace.write(path, text.replace(from, to));
  };
  return { path, make };
}

function appended(path: string, text: string): Edit {
  return { path, make: (workspace) => workspace.write(path, workspace.read(path) + text) };
}

/** Half of what a person types is saved: the text up to the end of the first `until`. */
function cutAfter(path: string, until: string): Edit {
  const cut = (text: string) => text.slice(0, text.indexOf(until) + until.length);
  return { path, make: (workspace) => workspace.write(path, cut(workspace.read(path))) };
}

function restored(path: string, ...paths: readonly string[]): Edit {
  const make = (workspace: WatchedWorkspace) => {
    for (const each of [path, ...paths]) workspace.restore(each);
  };
  return { path, make };
}

function deleted(path: string): Edit {
  return { path, make: (workspace) => workspace.delete(path) };
}

function moved(path: string, to: string): Edit {
  return { path: to, make: (workspace) => workspace.move(path, to) };
}

const newApp: Edit = {
  path: `${apps}/extras/models.py`,
  make: (workspace) => {
    workspace.write(`${apps}/extras/__init__.py`, '');
    workspace.write(`${apps}/extras/models.py`, `from django.db import models\n\n\n${extraModel}`);
  },
};

const steps: readonly Step[] = [
  {
    name: 'a type in the SQL',
    edit: replaced(sql, 'symbol VARCHAR(10)', 'symbol VARCHAR(12)'),
    verdict: ['django-models', 'django-migrations', 'sqlalchemy'].map((side) => `column-type stocks.symbol ${side}`),
  },
  {
    name: 'Django follows',
    edit: replaced(options, 'max_length=10, unique', 'max_length=12, unique'),
    verdict: [...symbolNotMigrated, 'column-type stocks.symbol sqlalchemy'],
  },
  { name: 'SQLAlchemy follows', edit: replaced(sqlalchemy, 'String(10)', 'String(12)'), verdict: symbolNotMigrated },
  { name: 'all three go back, saved as editors do', edit: restored(sql, options, sqlalchemy), verdict: [] },
  { name: 'a comment in the SQL', edit: appended(sql, '-- nothing new\n'), verdict: [] },
  {
    name: 'a model is begun',
    edit: appended(options, '\n\nclass Extra('),
    verdict: [`syntax-error ${options} django-models`],
  },
  {
    name: 'the model is there',
    edit: replaced(options, 'class Extra(', extraModel),
    verdict: [
      'extra-table options_extra django-models',
      'missing-migration options: Create model Extra django-migrations',
    ],
  },
  { name: 'the model is gone', edit: restored(options), verdict: [] },
  {
    name: 'a table is begun',
    edit: appended(sql, 'CREATE TABLE IF NOT EXISTS extras (\n  id bigint'),
    verdict: ['syntax-error extras canonical'],
  },
  {
    name: 'the table is there',
    edit: appended(sql, ' PRIMARY KEY\n);\n'),
    verdict: ['django-models', 'django-migrations', 'sqlalchemy'].map((side) => `missing-table extras ${side}`),
  },
  { name: 'the table is gone', edit: restored(sql), verdict: [] },
  {
    name: 'half of a file is saved',
    edit: cutAfter(sqlalchemy, 'mapped_column('),
    verdict: [`syntax-error ${sqlalchemy} sqlalchemy`],
  },
  { name: 'all of it is saved', edit: restored(sqlalchemy), verdict: [] },
  { name: 'a file is deleted', edit: deleted(strategies), verdict: [...withoutModels, ...modelsToDelete] },
  { name: 'the file is made again', edit: restored(strategies), verdict: [] },
  {
    name: 'a folder has another name',
    edit: moved(`${apps}/strategies`, `${apps}/tactics`),
    verdict: [...withoutModels, ...withoutModels.map((line) => line.replace('-models', '-migrations'))],
  },
  { name: 'the folder has its name again', edit: moved(`${apps}/tactics`, `${apps}/strategies`), verdict: [] },
  { name: 'a new app', edit: newApp, verdict: [] },
  {
    name: 'the new app is installed',
    edit: replaced(settings, '"apps.options",', '"apps.options",\n    "apps.extras",'),
    verdict: ['extra-table extras_extra django-models', 'extra-table extras_extra django-migrations'],
  },
  { name: 'the new app is deleted', edit: deleted(`${apps}/extras`), verdict: [] },
  { name: 'it is not installed any more', edit: restored(settings), verdict: [] },
  { name: 'the SQL is deleted', edit: deleted(sql), verdict: { problemWith: sql } },
  { name: 'the SQL is made again', edit: restored(sql), verdict: [] },
  {
    name: 'the root of a source has another name',
    edit: moved('src/database', 'src/db'),
    verdict: { problemWith: 'src/database' },
  },
  { name: 'the root has its name again', edit: moved('src/db', 'src/database'), verdict: [] },
];

describe('the watched example', () => {
  let workspace: WatchedWorkspace;
  beforeAll(async () => {
    workspace = new WatchedWorkspace(flags);
    await workspace.verdict(null, []);
  });
  afterAll(() => workspace.discard());

  test.each(steps)('$name', async ({ edit, verdict }) => {
    edit.make(workspace);
    if ('problemWith' in verdict) await workspace.problemWith(verdict.problemWith);
    else await workspace.verdict(edit.path, verdict);
  });

  test('ends when it is asked to', async () => {
    expect(await workspace.stop('SIGTERM')).toBe(0);
  });
});
