import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logger } from '@nx/devkit';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import addColumn from '../src/generators/add-column/generator';
import alterColumn from '../src/generators/alter-column/generator';
import change from '../src/generators/change/generator';
import dropColumn from '../src/generators/drop-column/generator';
import sync from '../src/generators/sync/generator';
import { directoryWith } from './workspace';

const sql = 'db/schema_canonical.sql';
const models = 'src/models.py';

const files = {
  'nx.json': JSON.stringify({
    plugins: [{ plugin: '@canonical-schema/nx', options: { canonical: sql, sqlalchemy: ['src'] } }],
  }),
  [sql]: `-- Stocks
CREATE TABLE IF NOT EXISTS stocks (
    id SERIAL PRIMARY KEY,
    symbol VARCHAR(10) NOT NULL
);

-- Version 1.0.0 (2026-01-05)
--   - Initial schema
`,
  [models]: `from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Stock(Base):
    __tablename__ = 'stocks'

    id = Column(Integer, primary_key=True)
    symbol = Column(String(10), nullable=False)  # as traded
`,
};

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  for (const channel of ['info', 'warn'] as const) {
    jest
      .spyOn(logger, channel)
      .mockImplementation((...texts: unknown[]) => void said.push(texts.map(String).join(' ')));
  }
});
afterEach(() => jest.restoreAllMocks());

const treeOf = (more: Readonly<Record<string, string>> = {}) => new FsTree(directoryWith({ ...files, ...more }), false);
const written = (tree: FsTree) =>
  tree
    .listChanges()
    .map(({ path }) => path)
    .sort();
const lineWith = (tree: FsTree, path: string, text: string) =>
  tree
    .read(path, 'utf8')
    ?.split('\n')
    .find((line) => line.includes(text));

test('a column is added to the SQL and to the models, and nothing lags behind afterwards', async () => {
  const tree = treeOf();
  await addColumn(tree, { table: 'stocks', column: 'market_cap', type: 'bigint', index: true });
  expect(written(tree)).toEqual([sql, models]);
  expect(lineWith(tree, sql, 'ADD COLUMN')).toBe('ALTER TABLE stocks ADD COLUMN IF NOT EXISTS market_cap BIGINT;');
  expect(lineWith(tree, sql, 'Version 1.1.0')).toBeTruthy();
  expect(lineWith(tree, models, 'market_cap')).toBe('    market_cap = Column(BigInteger, nullable=True)');
  expect(lineWith(tree, models, 'symbol =')).toBe('    symbol = Column(String(10), nullable=False)  # as traded');
  flushChanges(tree.root, tree.listChanges());
  expect(await sync(new FsTree(tree.root, false))).toBeUndefined();
});

test('what is written beside it is read, also where only the tree has it', async () => {
  const tree = treeOf();
  await addColumn(tree, { table: 'stocks', column: 'a', type: 'int' });
  await addColumn(tree, { table: 'stocks', column: 'b', type: 'int' });
  expect(lineWith(tree, models, ' a =')).toBeTruthy();
  expect(lineWith(tree, models, ' b =')).toBeTruthy();
});

test('a dry run shows the patch', async () => {
  process.env.NX_DRY_RUN = 'true';
  try {
    await addColumn(treeOf(), { table: 'stocks', column: 'market_cap', type: 'bigint' });
  } finally {
    delete process.env.NX_DRY_RUN;
  }
  expect(said.join('\n')).toContain('\n+    market_cap = Column(BigInteger, nullable=True)\n');
});

test('nx sync is told what lags behind, and gets the edits', async () => {
  const tree = treeOf();
  const path = join(tree.root, sql);
  writeFileSync(path, readFileSync(path, 'utf8').replace('VARCHAR(10)', 'VARCHAR(12)'));
  const result = await sync(tree);
  expect(result).toEqual({
    outOfSyncMessage: `The models or migrations lag behind ${sql}.`,
    outOfSyncDetails: [expect.stringContaining('stocks.symbol is character varying(12) in SQL')],
  });
  expect(lineWith(tree, models, 'symbol =')).toBe('    symbol = Column(String(12), nullable=False)  # as traded');
});

describe('with nobody at a terminal', () => {
  async function refusalOf(tree: FsTree, generating: () => Promise<unknown>): Promise<string> {
    const message = await generating().then(
      () => 'It was not refused.',
      (error: Error) => error.message,
    );
    expect(written(tree)).toEqual([]);
    return message;
  }

  test('a table that is not there is refused', async () => {
    const tree = treeOf();
    expect(await refusalOf(tree, () => addColumn(tree, { table: 'bonds', column: 'a', type: 'int' }))).toContain(
      'bonds',
    );
  });

  test('one of several canonical files has to be named', async () => {
    const schemas = { schemas: [{ canonical: sql, sqlalchemy: ['src'] }, { canonical: 'db/other.sql' }] };
    const tree = treeOf({
      'nx.json': JSON.stringify({ plugins: [{ plugin: '@canonical-schema/nx', options: schemas }] }),
      'db/other.sql': 'CREATE TABLE bonds (id INT);',
    });
    const options = { table: 'stocks', column: 'a', type: 'int' };
    expect(await refusalOf(tree, () => addColumn(tree, options))).toContain('--schema');
    await addColumn(tree, { ...options, schema: sql });
    expect(written(tree)).toEqual([sql, models]);
  });

  test('sync asks what may go, and takes the answer', async () => {
    const tree = treeOf({ [sql]: files[sql].replace(',\n    symbol VARCHAR(10) NOT NULL', '') });
    expect(await refusalOf(tree, () => sync(tree))).toMatch(
      /--drop stocks\.symbol[\s\S]*nx g @canonical-schema\/nx:sync/,
    );
    await sync(tree, { drop: ['stocks.symbol'] });
    expect(lineWith(tree, models, 'symbol')).toBeUndefined();
  });

  test('sync asks whether something has another name, and takes the answer', async () => {
    const tree = treeOf({ [sql]: files[sql].replace('symbol', 'ticker') });
    expect(await refusalOf(tree, () => sync(tree))).toContain('--rename stocks.symbol=ticker');
    await sync(tree, { rename: ['stocks.symbol=ticker'] });
    expect(lineWith(tree, models, 'ticker')).toContain('String(10), nullable=False)  # as traded');
  });

  test('a column that is dropped by its name goes, after a warning', async () => {
    const tree = treeOf();
    await dropColumn(tree, { table: 'stocks', column: 'symbol' });
    expect(said.join('\n')).toContain('loses-data');
    expect(lineWith(tree, models, 'symbol')).toBeUndefined();
  });

  test('statements of a file that lose data need the word for it', async () => {
    const tree = treeOf({ 'changes.sql': 'ALTER TABLE stocks DROP COLUMN symbol;' });
    expect(await refusalOf(tree, () => change(tree, { from: 'changes.sql' }))).toContain('--accept-data-loss');
    await change(tree, { from: 'changes.sql', acceptDataLoss: true });
    expect(lineWith(tree, models, 'symbol')).toBeUndefined();
  });

  test('a missing word is named', async () => {
    const tree = treeOf();
    expect(await refusalOf(tree, () => alterColumn(tree, { table: 'stocks' }))).toContain(
      'alter-column needs "column"',
    );
    expect(await refusalOf(tree, () => change(tree, {}))).toContain('nx:change changes.sql');
  });
});
