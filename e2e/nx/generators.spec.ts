import { execFileSync } from 'node:child_process';
import { guideWorkspace } from './guide-workspace';
import { ScratchWorkspace } from './scratch-workspace';

const sql = 'scripts/database/schema_canonical.sql';
const models = 'src/database/models.py';
const stockModels = 'django_app/apps/options/models.py';
const migrations = 'django_app/apps/options/migrations';

let workspace: ScratchWorkspace;
beforeAll(() => {
  workspace = ScratchWorkspace.of(guideWorkspace);
});
afterEach(() => workspace.restore());
afterAll(() => workspace.remove());

const git = (...args: readonly string[]) =>
  execFileSync('git', args, { cwd: workspace.root, encoding: 'utf8' }).trimEnd();
/** The files that differ from the last commit, sorted. */
const changed = () =>
  git('status', '--porcelain', '--untracked-files=all')
    .split('\n')
    .map((line) => line.slice(3))
    .filter((path) => path !== '')
    .sort();
/** The lines that were added to a file which was there before. */
const addedTo = (path: string) => {
  const lines = git('diff', '--unified=0', '--', path).split('\n');
  return lines.filter((line) => line.startsWith('+') && !line.startsWith('+++')).map((line) => line.slice(1));
};
const removedLines = () =>
  git('diff', '--unified=0')
    .split('\n')
    .filter((line) => line.startsWith('-') && !line.startsWith('---'));

test('one command by its bare name changes all four descriptions, and nothing else of them', () => {
  const { status, output } = workspace.nx('g', 'add-column', 'stocks', 'dividend_yield', 'numeric(8,4)', '--index');
  expect({ status, output }).toMatchObject({ status: 0 });
  const migration = `${migrations}/0008_stock_dividend_yield_stock_idx_stocks_dividend_yield.py`;
  expect(changed()).toEqual([stockModels, migration, sql, models].sort());
  expect(removedLines()).toEqual([]);
  expect(addedTo(stockModels).map((line) => line.trim())).toEqual([
    'dividend_yield = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)',
    'models.Index(fields=["dividend_yield"], name="idx_stocks_dividend_yield"),',
  ]);
  expect(addedTo(sql).join('\n')).toContain(
    'ALTER TABLE stocks ADD COLUMN IF NOT EXISTS dividend_yield NUMERIC(8, 4);',
  );
  expect(addedTo(sql).join('\n')).toContain(`--   - Migration: ${migration}`);
  expect(workspace.verify().status).toBe(0);
  expect(workspace.nx('g', '@canonical-schema/nx:sync')).toMatchObject({ status: 0 });
});

test('a dry run shows the patch and writes nothing', () => {
  const { status, output } = workspace.nx('g', 'add-column', 'stocks', 'dividend_yield', 'numeric(8,4)', '--dry-run');
  expect(status).toBe(0);
  expect(output).toContain('+ALTER TABLE stocks ADD COLUMN IF NOT EXISTS dividend_yield NUMERIC(8, 4);');
  expect(changed()).toEqual([]);
});

test('what one side cannot take stops all of it, with the place and what to do', () => {
  workspace.edit(stockModels, 'class Stock(models.Model):', 'class Stock(some_base()):');
  workspace.commit();
  const { status, output } = workspace.nx('g', 'add-column', 'stocks', 'dividend_yield', 'numeric(8,4)');
  expect(status).not.toBe(0);
  expect(output).toContain('Nothing was written.');
  expect(changed()).toEqual([]);
  git('reset', '--quiet', '--hard', 'HEAD~1');
});

test('a table with its columns as words goes into the app that is named', () => {
  const columns = [
    'name:varchar(40):not-null:unique',
    'stock_id:references=stocks.id:on-delete=cascade:not-null:index',
  ];
  const { status, output } = workspace.nx('g', 'add-table', 'watch_lists', ...columns, '--app', 'strategies');
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(addedTo('django_app/apps/strategies/models.py')).toContain('class WatchList(models.Model):');
  expect(addedTo(models)).toContain('class WatchList(Base):');
  expect(workspace.verify().status).toBe(0);
});

describe('where nx sync has the generator', () => {
  beforeAll(() => {
    workspace.edit(
      'nx.json',
      '"plugins"',
      '"sync": { "globalGenerators": ["@canonical-schema/nx:sync"] },\n  "plugins"',
    );
    workspace.commit();
  });

  test('an edit of the SQL is out of sync until nx sync makes everything follow', () => {
    expect(workspace.nx('sync:check').status).toBe(0);
    workspace.edit(sql, '    symbol VARCHAR(10) NOT NULL,', '    symbol VARCHAR(12) NOT NULL,');
    const check = workspace.nx('sync:check');
    expect(check.status).not.toBe(0);
    expect(check.output).toContain(`The models or migrations lag behind ${sql}.`);
    expect(changed()).toEqual([sql]);
    const { status, output } = workspace.nx('sync');
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(changed()).toEqual(expect.arrayContaining([sql, models, stockModels]));
    expect(addedTo(stockModels)[0]).toContain('max_length=12');
    expect(workspace.verify().status).toBe(0);
    expect(workspace.nx('sync:check').status).toBe(0);
  });

  test('what needs a person is refused with the command that answers it', () => {
    workspace.edit(sql, '    exchange VARCHAR(20),', '    listed_at VARCHAR(20),');
    const { status, output } = workspace.nx('sync');
    expect(status).not.toBe(0);
    expect(output).toContain('--rename stocks.exchange=listed_at');
    expect(output).toContain('nx g @canonical-schema/nx:sync');
    expect(changed()).toEqual([sql]);
  });
});
