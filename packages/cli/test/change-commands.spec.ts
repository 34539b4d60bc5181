import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ran, ran } from './command-line';
import type { GitWorkspace } from './git-workspace';
import { optionsTrading } from './options-trading';

const canonical = 'scripts/database/schema_canonical.sql';
const models = 'src/database/models.py';
/** The SQL and the SQLAlchemy models alone, which need no migrations. */
const twoSources = ['--canonical', canonical, '--sqlalchemy', 'src/database'];

function inside(workspace: GitWorkspace, ...argv: readonly string[]): Promise<Ran> {
  return ran(workspace.root, ...argv);
}

function changedIn(workspace: GitWorkspace): string[] {
  return workspace
    .git('status', '--porcelain', '--untracked-files=all')
    .split('\n')
    .map((line) => line.trim().split(/\s+/)[1] ?? '')
    .filter((path) => path !== '');
}

function textOf(workspace: GitWorkspace, path: string): string {
  return readFileSync(join(workspace.root, path), 'utf8');
}

describe('a column with its index', () => {
  const request = ['add-column', 'stocks', 'dividend', 'numeric(12,4)', '--index', ...twoSources];

  test('is written everywhere, after its hazards are said, and verifies', async () => {
    const workspace = optionsTrading();
    const { status, out, err } = await inside(workspace, ...request);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^long-lock {2}idx_stocks_dividend is built .*\n {2}.*CONCURRENTLY.*\nUPDATE .*\nUPDATE .*\n$/);
    expect(changedIn(workspace)).toEqual([canonical, models]);
    expect(textOf(workspace, canonical)).toContain(
      'ALTER TABLE stocks ADD COLUMN IF NOT EXISTS dividend NUMERIC(12, 4);\n',
    );
    expect(textOf(workspace, models)).toContain('    dividend = Column(Numeric(12, 4))\n');
    expect(textOf(workspace, models)).toContain('        Index("idx_stocks_dividend", "dividend"),\n');
    expect((await inside(workspace, 'verify', ...twoSources)).status).toBe(0);
    expect((await inside(workspace, 'sync', '--check', ...twoSources)).status).toBe(0);
  });

  test('is shown as a patch that git applies, and not written', async () => {
    const workspace = optionsTrading();
    const { status, out } = await inside(workspace, ...request, '--dry-run');
    expect(status).toBe(0);
    expect(changedIn(workspace)).toEqual([]);
    workspace.write({ 'change.patch': out });
    workspace.git('apply', 'change.patch');
    expect(changedIn(workspace)).toEqual([canonical, models, 'change.patch']);
  });

  test('cannot be added twice: nothing is written, and it is said why', async () => {
    const workspace = optionsTrading();
    await inside(workspace, ...request);
    workspace.commit();
    const { status, err } = await inside(workspace, ...request);
    expect(status).toBe(2);
    expect(err).toMatch(/dividend.*already exists[\s\S]*Nothing was written\.\n$/);
    expect(changedIn(workspace)).toEqual([]);
  });

  test('a file that may not be written keeps all of them as they are', async () => {
    const workspace = optionsTrading();
    chmodSync(join(workspace.root, models), 0o444);
    const { status, err } = await inside(workspace, ...request);
    expect({ status, err }).toEqual({
      status: 2,
      err: `"${models}" is read-only; make it writable, or change it by hand.\n`,
    });
    chmodSync(join(workspace.root, models), 0o644);
    expect(changedIn(workspace)).toEqual([]);
  });

  test('goes into the CREATE TABLE with --inline, or where the options say so', async () => {
    const workspace = optionsTrading();
    workspace.write({ 'options.json': '{ "placement": "inline" }' });
    const flagged = await inside(workspace, ...request, '--inline', '--dry-run');
    expect(flagged.out).toMatch(/^\+ {4}dividend NUMERIC\(12, 4\),?$/m);
    expect((await inside(workspace, ...request, '--config', 'options.json', '--dry-run')).out).toBe(flagged.out);
  });
});

test('what a change file does is done everywhere', async () => {
  const workspace = optionsTrading();
  workspace.write({
    'changes.sql': `ALTER TABLE stocks ALTER COLUMN exchange TYPE varchar(30);
ALTER TABLE stocks RENAME COLUMN sector TO industry;
CREATE TABLE orders (id serial PRIMARY KEY, stock_id bigint REFERENCES stocks (id) ON DELETE CASCADE);
`,
  });
  const { status, err } = await inside(workspace, 'change', 'changes.sql', ...twoSources);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const text = textOf(workspace, models);
  expect(text).toContain('    exchange = Column(String(30))\n');
  expect(text).toContain('    industry = Column(');
  expect(text).toContain('    __tablename__ = "orders"\n');
  expect((await inside(workspace, 'verify', ...twoSources)).status).toBe(0);
});

test('a statement of a change file that is wrong is told by its line', async () => {
  const workspace = optionsTrading();
  workspace.write({ 'changes.sql': 'ALTER TABLE stocks ADD COLUMN a int;\nALTER TABLE stock ADD COLUMN b int;\n' });
  const { status, err } = await inside(workspace, 'change', 'changes.sql', ...twoSources);
  expect(status).toBe(2);
  expect(err).toContain('  changes.sql:2\n');
});

describe('sync', () => {
  async function edited(from: string, to: string): Promise<GitWorkspace> {
    const workspace = optionsTrading();
    workspace.write({ [canonical]: textOf(workspace, canonical).replace(from, to) });
    workspace.commit();
    return workspace;
  }

  test('makes the models follow an edit by hand, and then has nothing to do', async () => {
    const workspace = await edited('sector VARCHAR(100)', 'sector VARCHAR(120)');
    const checked = await inside(workspace, 'sync', '--check', ...twoSources);
    expect(checked.status).toBe(1);
    expect(checked.out).toMatch(/^\+ {4}sector = Column\(String\(120\)\)$/m);
    expect(changedIn(workspace)).toEqual([]);
    expect(await inside(workspace, 'sync', ...twoSources)).toEqual({ status: 0, out: `UPDATE ${models}\n`, err: '' });
    expect(changedIn(workspace)).toEqual([models]);
    const again = await inside(workspace, 'sync', ...twoSources);
    expect(again).toEqual({ status: 0, out: `${canonical}: nothing to change\n`, err: '' });
  });

  test('fix mends one code alone', async () => {
    const workspace = await edited('sector VARCHAR(100)', 'sector VARCHAR(120) NOT NULL');
    expect((await inside(workspace, 'fix', 'nullability', ...twoSources)).status).toBe(0);
    expect(textOf(workspace, models)).toContain('    sector = Column(String(100), nullable=False)\n');
    expect((await inside(workspace, 'fix', 'column-type', ...twoSources)).status).toBe(0);
    expect(textOf(workspace, models)).toContain('    sector = Column(String(120), nullable=False)\n');
  });

  test('does not let data go in CI, and names the flags that answer', async () => {
    const workspace = await edited('    spy_close NUMERIC(12, 4),\n', '');
    const { status, err } = await inside(workspace, 'sync', ...twoSources);
    expect(status).toBe(2);
    expect(err).toContain('  --drop market_conditions.spy_close  ');
    expect(changedIn(workspace)).toEqual([]);
    expect((await inside(workspace, 'sync', '--drop', 'market_conditions.spy_close', ...twoSources)).status).toBe(0);
    expect(textOf(workspace, models)).not.toContain('spy_close');
  });

  test('asks what may be a rename, and keeps the values where that is answered', async () => {
    const workspace = await edited('    spy_close NUMERIC(12, 4),\n', '    spy_last NUMERIC(12, 4),\n');
    const { status, err } = await inside(workspace, 'sync', ...twoSources);
    expect(status).toBe(2);
    expect(err).toContain('  --rename market_conditions.spy_close=spy_last  ');
    const answer = ['--rename', 'market_conditions.spy_close=spy_last'];
    expect((await inside(workspace, 'sync', ...answer, ...twoSources)).status).toBe(0);
    expect((await inside(workspace, 'verify', ...twoSources)).status).toBe(0);
  });
});

test('a flag that is none is refused before anything is read', async () => {
  const workspace = optionsTrading();
  const { status, err } = await inside(workspace, 'add-index', 'stocks', 'name', '--placement', 'above', ...twoSources);
  expect(status).toBe(2);
  expect(err).toContain('"placement" is "above"; give one of "append", "inline".');
});
