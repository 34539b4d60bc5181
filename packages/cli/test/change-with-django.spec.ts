import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ran, ran } from './command-line';
import type { GitWorkspace } from './git-workspace';
import { optionsTrading } from './options-trading';

const canonical = 'scripts/database/schema_canonical.sql';
const models = 'src/database/models.py';
const django = 'django_app/apps/options/models.py';
const migrations = 'django_app/apps/options/migrations';

function inside(workspace: GitWorkspace, ...argv: readonly string[]): Promise<Ran> {
  return ran(workspace.root, ...argv);
}

function textOf(workspace: GitWorkspace, path: string): string {
  return readFileSync(join(workspace.root, path), 'utf8');
}

/** What differs from the last commit: `M` and `??` with the paths. */
function statusOf(workspace: GitWorkspace): string[] {
  const lines = workspace.git('status', '--porcelain', '--untracked-files=all').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function edited(edits: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>): GitWorkspace {
  const workspace = optionsTrading();
  for (const [path, replacements] of Object.entries(edits)) {
    let text = textOf(workspace, path);
    for (const [from, to] of replacements) {
      if (!text.includes(from)) throw new Error(`${path} has no "${from}".`);
      text = text.replaceAll(from, to);
    }
    workspace.write({ [path]: text });
  }
  workspace.commit();
  return workspace;
}

async function expectInSync(workspace: GitWorkspace): Promise<void> {
  expect(await inside(workspace, 'verify')).toMatchObject({ status: 0 });
  expect(await inside(workspace, 'sync', '--check')).toEqual({
    ...{ status: 0, out: '' },
    err: `${canonical}: nothing to change\n`,
  });
}

test('a column with its index is written four times, and told in the version log', async () => {
  const workspace = optionsTrading();
  const comment = 'Yearly dividend per share';
  const request = ['add-column', 'stocks', 'dividend', 'numeric(12,4)', '--index', '--comment', comment];
  expect(await inside(workspace, ...request)).toMatchObject({ status: 0, err: '' });
  const migration = `${migrations}/0008_stock_dividend_stock_idx_stocks_dividend.py`;
  expect(statusOf(workspace)).toEqual([`M ${django}`, `M ${canonical}`, `M ${models}`, `?? ${migration}`]);
  const log = textOf(workspace, canonical).slice(textOf(workspace, canonical).indexOf('-- Version 1.5.0'));
  expect(log.replace(/\(\d{4}-\d\d-\d\d\)/, '(today)')).toBe(`-- Version 1.5.0 (today)
--   - Added dividend column to stocks table
--   - Added index idx_stocks_dividend on dividend
--   - Migration: ${migration}
-- ============================================================================
`);
  expect(textOf(workspace, migration)).toContain("            name='dividend',\n");
  await expectInSync(workspace);
  expect(await inside(workspace, 'lint', '--base', 'main')).toMatchObject({ status: 0 });
});

test('a new table goes to the app and the file that are named', async () => {
  const workspace = optionsTrading();
  const request = ['add-table', 'orders', 'stock_id:references=stocks.id:on-delete=cascade:not-null'];
  const asked = await inside(workspace, ...request);
  expect(asked.status).toBe(2);
  expect(asked.err.match(/--app \w+/g)).toEqual(['--app data_collection', '--app options', '--app strategies']);
  expect(statusOf(workspace)).toEqual([]);
  expect(await inside(workspace, ...request, '--app', 'strategies')).toMatchObject({ status: 0, err: '' });
  expect(textOf(workspace, 'django_app/apps/strategies/models.py')).toContain('class Order(models.Model):\n');
  await expectInSync(workspace);
});

test('a first comment goes to models that had none either; one of the SQL alone stays its own', async () => {
  const workspace = optionsTrading();
  const commented = (column: string) => inside(workspace, 'alter-column', 'stocks', column, '--comment', 'Told anew');
  expect(await commented('exchange')).toMatchObject({ status: 0, err: '' });
  expect(textOf(workspace, django)).toContain('db_comment="Told anew"');
  expect(textOf(workspace, models)).toContain('exchange = Column(String(20), comment="Told anew")');
  const before = textOf(workspace, django);
  expect(await commented('market_cap')).toMatchObject({ status: 0, err: '' });
  expect(textOf(workspace, django)).toBe(before);
  await expectInSync(workspace);
});

describe('a column that may not be NULL', () => {
  const request = ['add-column', 'stocks', 'shares', 'bigint', '--not-null'];

  test('asks what the rows get', async () => {
    const workspace = optionsTrading();
    const { status, out, err } = await inside(workspace, ...request);
    expect(status).toBe(2);
    expect(out).toMatch(/^fails-on-rows {2}/);
    expect(err).toContain('--fill stocks.shares=0');
    expect(statusOf(workspace)).toEqual([]);
    expect(await inside(workspace, ...request, '--fill', 'stocks.shares=100')).toMatchObject({ status: 0 });
    const written = textOf(workspace, `${migrations}/0008_stock_shares.py`);
    expect(written).toContain('field=models.BigIntegerField(default=100),\n            preserve_default=False,\n');
    await expectInSync(workspace);
  });

  test('has nothing to ask where the SQL has a default', async () => {
    const workspace = optionsTrading();
    expect(await inside(workspace, ...request, '--default', '0')).toMatchObject({ status: 0, err: '' });
    await expectInSync(workspace);
  });
});

describe('sync', () => {
  test('lets models and migrations follow an edit by hand, and leaves the SQL alone', async () => {
    const workspace = edited({ [canonical]: [['exchange VARCHAR(20)', 'exchange VARCHAR(40)']] });
    expect(await inside(workspace, 'sync')).toMatchObject({ status: 0, err: '' });
    expect(statusOf(workspace)).toEqual([
      `M ${django}`,
      `M ${models}`,
      `?? ${migrations}/0008_alter_stock_exchange.py`,
    ]);
    await expectInSync(workspace);
  });

  test('writes the migration where that alone is missing', async () => {
    const workspace = edited({
      [canonical]: [['exchange VARCHAR(20)', 'exchange VARCHAR(40)']],
      [django]: [['exchange = models.CharField(max_length=20', 'exchange = models.CharField(max_length=40']],
      [models]: [['exchange = Column(String(20))', 'exchange = Column(String(40))']],
    });
    expect(await inside(workspace, 'sync')).toMatchObject({ status: 0, err: '' });
    expect(statusOf(workspace)).toEqual([`?? ${migrations}/0008_alter_stock_exchange.py`]);
    await expectInSync(workspace);
  });

  test('asks about a rename once for all sources, and keeps the values where it is one', async () => {
    const workspace = edited({
      [canonical]: [
        ['    regime VARCHAR(20) NOT NULL', '    climate VARCHAR(20) NOT NULL'],
        ['(regime', '(climate'],
      ],
    });
    const { status, err } = await inside(workspace, 'sync');
    expect(status).toBe(2);
    expect(err.match(/--rename \S+/g)).toEqual(['--rename market_conditions.regime=climate']);
    expect(await inside(workspace, 'sync', '--rename', 'market_conditions.regime=climate')).toMatchObject({
      status: 0,
      err: '',
    });
    const [added = ''] = statusOf(workspace).filter((line) => line.startsWith('??'));
    expect(textOf(workspace, added.slice(3))).toContain(
      "migrations.RenameField(\n            model_name='marketcondition'",
    );
    await expectInSync(workspace);
  });

  test('asks about a rename that only the migrations lack', async () => {
    const workspace = edited({
      [canonical]: [['    vega NUMERIC', '    kappa NUMERIC']],
      [django]: [['    vega = models', '    kappa = models']],
      [models]: [['    vega: Mapped', '    kappa: Mapped']],
    });
    const { status, err } = await inside(workspace, 'sync');
    expect(status).toBe(2);
    expect(err.match(/--\w+ option_snapshots\S+/g)).toEqual([
      '--rename option_snapshots.vega=kappa',
      '--drop option_snapshots.vega',
    ]);
    expect(await inside(workspace, 'sync', '--drop', 'option_snapshots.vega')).toMatchObject({ status: 0, err: '' });
    const [added = ''] = statusOf(workspace);
    expect(textOf(workspace, added.slice(3))).toContain('migrations.RemoveField(');
  });

  test('says what its migrations do to rows before it writes them', async () => {
    const workspace = edited({ [canonical]: [['    vega NUMERIC(10, 6),\n', '']] });
    const { status, out } = await inside(workspace, 'sync', '--accept-data-loss');
    expect(status).toBe(0);
    expect(out).toMatch(/^loses-data {2}The column option_snapshots\.vega goes with all its values\.\n/);
    await expectInSync(workspace);
  });
});

test('what one source cannot follow stops all of it, with the places', async () => {
  const workspace = optionsTrading();
  const { status, err } = await inside(workspace, 'drop-table', 'market_conditions', '--cascade');
  expect(status).toBe(2);
  expect(err).toMatch(/^ {2}django_app\/apps\/strategies\/models\.py:\d+$/m);
  expect(err).toMatch(/^ {2}src\/database\/models\.py:\d+$/m);
  expect(err).toMatch(/Nothing was written\.\n$/);
  expect(statusOf(workspace)).toEqual([]);
});
