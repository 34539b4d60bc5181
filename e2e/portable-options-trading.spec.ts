import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '@canonical-schema/drift';
import { type Dialect, type Reading, SourceFile } from '@canonical-schema/schema';
import { sqlDialect } from '@canonical-schema/sql';
import { DiskTree } from '../packages/cli/src/disk/disk-tree';
import { loadPythonParser, readDjangoMigrations, readDjangoModels, readSqlAlchemyModels } from '../packages/python/src';
import { scratchFolder } from '../tools/jest/scratch-folder';
import { disagreements } from '../tools/oracle/agreement';
import { type Oracle, startOracle } from '../tools/oracle/oracle';
import { describeReal } from '../tools/oracle/real-dialects';
import { canonicalSchema, findingsOf, python, replaceIn } from './command-line';

const workspace = join(__dirname, 'portable-options-trading');
const sqlAlchemyModules = ['src.database.models'];
const files = new DiskTree(workspace);
const dialects = ['mysql', 'mariadb', 'sqlite'] as const;

const sqlPath = (dialect: Dialect) => `scripts/database/${dialect}/schema_canonical.sql`;
const sqlFile = (dialect: Dialect) =>
  new SourceFile(sqlPath(dialect), readFileSync(join(workspace, sqlPath(dialect)), 'utf8'));

function readingsOf(dialect: Dialect): Readonly<Record<'sql' | 'models' | 'migrations' | 'sqlalchemy', Reading>> {
  const django = { files, root: 'django_app', installed: [], dialect };
  return {
    sql: sqlDialect(dialect).readCanonical([sqlFile(dialect)]),
    models: readDjangoModels(django),
    migrations: readDjangoMigrations(django),
    sqlalchemy: readSqlAlchemyModels({ files, root: 'src/database', include: [], installed: [], dialect }),
  };
}

beforeAll(() => Promise.all([loadPythonParser(), ...dialects.map((dialect) => sqlDialect(dialect).load())]));

describe.each(dialects)('the guide’s workspace on %s, by the readers', (dialect) => {
  test('all of it is read', () => {
    for (const reading of Object.values(readingsOf(dialect))) {
      expect({ dialect: reading.dialect, unread: reading.unread, remarks: reading.remarks }).toEqual({
        ...{ dialect, unread: [], remarks: [] },
      });
    }
  });

  test('the judge finds every source in sync with the SQL', () => {
    const { sql, ...others } = readingsOf(dialect);
    const judged = Object.values(others).map((reading) => ({ reading, mirror: 'all' as const, name: reading.source }));
    const { findings, summary } = judge(sql, judged, {});
    expect(findings.filter(({ severity }) => severity !== 'tolerated')).toEqual([]);
    expect(summary).toMatchObject({ tables: 6, unreadable: 0 });
  });
});

describe.each(['sqlite', 'mysql', 'mariadb'] as const)('the guide’s workspace, by the real', (dialect) =>
  describeReal(dialect, () => {
    let oracle: Oracle;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
    });
    afterAll(() => oracle.stop());

    test('the SQL runs, runs again, and makes what is read', async () => {
      const { text } = sqlFile(dialect);
      const statements = statementsOf(text);
      const made = await oracle.runSql([...statements, ...statements]);
      expect(made.problem).toBeNull();
      expect(disagreements(readingsOf(dialect).sql, made)).toEqual([]);
    });

    test('Django makes what its models are read to make', async () => {
      const made = await oracle.runDjango(join(workspace, 'django_app'), 'models');
      expect(made.problem).toBeNull();
      expect(disagreements(readingsOf(dialect).models, made)).toEqual([]);
    });

    test('the migrations make what they are read to make', async () => {
      const made = await oracle.runDjango(join(workspace, 'django_app'), 'migrations');
      expect(made.problem).toBeNull();
      expect(disagreements(readingsOf(dialect).migrations, made)).toEqual([]);
    });

    test('create_all makes what the SQLAlchemy models are read to make', async () => {
      const made = await oracle.runSqlAlchemy(workspace, sqlAlchemyModules);
      expect(made.problem).toBeNull();
      expect(disagreements(readingsOf(dialect).sqlalchemy, made)).toEqual([]);
    });
  }),
);

describe.each(dialects)('the commands on %s', (dialect) => {
  const copy = (): string => {
    const folder = scratchFolder();
    cpSync(workspace, folder, { recursive: true });
    return folder;
  };
  const flags = (sources: readonly string[] = ['--django', 'django_app', '--sqlalchemy', 'src/database']) => [
    ...['--dialect', dialect, '--canonical', sqlPath(dialect)],
    ...sources,
  ];

  test('verify finds the workspace in sync, and a drift in each source', () => {
    const folder = copy();
    expect(findingsOf(folder, 'verify', ...flags())).toMatchObject({ status: 0, codes: [] });
    replaceIn(
      folder,
      'django_app/apps/options/models.py',
      'symbol = models.CharField(max_length=10',
      'symbol = models.CharField(max_length=12',
    );
    replaceIn(folder, 'src/database/models.py', 'String(200), nullable=False', 'String(200), nullable=True');
    const { status, codes } = findingsOf(folder, 'verify', ...flags());
    expect({ status, codes: [...codes].sort() }).toEqual({
      ...{ status: 1, codes: ['column-type', 'missing-migration', 'nullability'] },
    });
  });

  test('lint has nothing to say of the file', () => {
    expect(findingsOf(copy(), 'lint', ...flags())).toMatchObject({ status: 0, codes: [] });
  });

  test('a missing version log entry’s migration is said', () => {
    const folder = copy();
    replaceIn(folder, sqlPath(dialect), 'options/migrations/0001_initial.py', 'options/migrations/0009_gone.py');
    expect(findingsOf(folder, 'lint', ...flags()).codes).toEqual(['version-log']);
  });

  test('export writes what the ORMs would create, which is read as the models are', () => {
    const folder = copy();
    expect(canonicalSchema(folder, 'export', ...flags()).status).toBe(0);
    const exported = (orm: string) => `scripts/database/${dialect}/schema_${orm}.sql`;
    for (const [orm, directory] of [
      ['django', 'django-migrations:django_app'],
      ['sqlalchemy', 'sqlalchemy:src/database'],
    ] as const) {
      expect(canonicalSchema(folder, 'diff', exported(orm), directory, '--dialect', dialect)).toMatchObject({
        status: 0,
      });
    }
  });

  test('one command changes all four descriptions, and the real Django has nothing to add', () => {
    const folder = copy();
    const brokers = ['brokers', 'name:varchar(100):not-null', 'stock_id:references=stocks.id'];
    const requests = [
      ['add-column', 'stocks', 'isin', 'varchar(12)', '--index'],
      ['add-table', ...brokers, '--key', 'identity', '--app', 'options', '--module', 'src/database/models.py'],
      ['alter-column', 'stocks', 'name', '--type', 'varchar(250)'],
      ['rename-column', 'stocks', 'sector', 'industry'],
      ['add-index', 'market_conditions', 'vix'],
      ['drop-column', 'stocks', 'exchange', '--accept-data-loss'],
    ];
    for (const request of requests)
      expect(canonicalSchema(folder, ...request, ...flags())).toMatchObject({ status: 0 });
    const verified = findingsOf(folder, 'verify', ...flags());
    expect(verified).toMatchObject({ status: 0, codes: [] });
    expect(verified.output).toContain('7 tables in sync');
    expect(pythonOutput(folder, 'makemigrations', '--check')).toBe('No changes detected\n');
  });

  test('sync brings the models after an edit of the SQL by hand', () => {
    const folder = copy();
    replaceIn(folder, sqlPath(dialect), 'symbol VARCHAR(10)', 'symbol VARCHAR(16)');
    replaceIn(
      folder,
      sqlPath(dialect),
      'vix DECIMAL(6, 2) NOT NULL,',
      'vix DECIMAL(6, 2) NOT NULL,\n    skew DECIMAL(6, 2),',
    );
    expect(canonicalSchema(folder, 'sync', ...flags())).toMatchObject({ status: 0 });
    expect(findingsOf(folder, 'verify', ...flags())).toMatchObject({ status: 0, codes: [] });
    expect(pythonOutput(folder, 'makemigrations', '--check')).toBe('No changes detected\n');
  });
});

/** The statements of a file without the comments between them. */
function statementsOf(text: string): readonly string[] {
  return text
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** What `manage.py` prints in a copy of the workspace. */
function pythonOutput(folder: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(python, ['-B', '-W', 'ignore', 'manage.py', ...args], {
    cwd: join(folder, 'django_app'),
    encoding: 'utf8',
  });
  return status === 0 ? stdout : stdout + stderr;
}
