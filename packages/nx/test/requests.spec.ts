import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeVerbs } from 'canonical-schema';
import type { ChangeOptions } from '../src/generators/change/change-options';
import { type ChangeName, requestOfOptions } from '../src/generators/change/request-of-options';

const packageRoot = join(__dirname, '..');
const { generators }: { generators: Record<string, { factory: string; schema: string; description: string }> } =
  JSON.parse(readFileSync(join(packageRoot, 'generators.json'), 'utf8'));
const schemaOf = (name: string) => JSON.parse(readFileSync(join(packageRoot, generators[name]?.schema ?? ''), 'utf8'));

test.each(Object.entries(generators))('the generator %s is there, and says what it takes', (_, { factory, schema }) => {
  expect(existsSync(join(packageRoot, `${factory.replace('/dist/', '/src/')}.ts`))).toBe(true);
  const { additionalProperties, properties } = JSON.parse(readFileSync(join(packageRoot, schema), 'utf8'));
  expect(additionalProperties).toBe(false);
  for (const option of Object.values<{ description?: string }>(properties)) expect(option.description).toBeTruthy();
});

test.each(changeVerbs.map((verb) => [verb.name, verb] as const))(
  '%s takes what the command of that name takes',
  (name, verb) => {
    const answers = ['app', 'module', 'rename', 'drop', 'fill', 'acceptDataLoss'];
    const flags = verb.options.map(([syntax]) => camelCase(syntax.split(' ', 1)[0]?.replace('--', '') ?? ''));
    const words = verb.arguments
      .map(([syntax]) => syntax.replace(/[<>[\].]/g, ''))
      .map((word) => (word === 'name' ? 'to' : word));
    expect(Object.keys(schemaOf(name).properties)).toEqual(expect.arrayContaining([...flags, ...words, ...answers]));
  },
);

const cases: readonly [ChangeName, ChangeOptions, object][] = [
  [
    'add-column',
    { table: 'stocks', column: 'market_cap', type: 'bigint', index: true, notNull: true, default: 0 },
    { table: 'stocks', column: 'market_cap', type: 'bigint', index: true, notNull: true, default: '0' },
  ],
  [
    'add-column',
    { table: 'orders', column: 'stock_id', type: '', references: 'stocks.id', onDelete: 'set-null' },
    { table: 'orders', column: 'stock_id', references: 'stocks.id', onDelete: 'set-null' },
  ],
  [
    'add-table',
    { table: 'orders', columns: 'name:varchar(10), price:numeric(12,4)', unique: 'name,price', _: ['at:timestamptz'] },
    {
      table: 'orders',
      columns: ['name:varchar(10)', 'price:numeric(12,4)', 'at:timestamptz'],
      unique: ['name,price'],
    },
  ],
  ['add-table', { table: 'orders', index: ['a', 'b desc'] }, { table: 'orders', columns: [], index: ['a', 'b desc'] }],
  [
    'add-index',
    { table: 'stocks', columns: 'symbol', _: ['created_at desc'], unique: true, including: 'name, price' },
    { table: 'stocks', columns: ['symbol', 'created_at desc'], unique: true, include: ['name', 'price'] },
  ],
  [
    'add-constraint',
    { table: 'stocks', unique: 'symbol,exchange' },
    { table: 'stocks', unique: ['symbol', 'exchange'] },
  ],
  [
    'add-constraint',
    { table: 'orders', references: 'stocks', columns: 'stock_id' },
    { table: 'orders', references: 'stocks', columns: ['stock_id'] },
  ],
  [
    'alter-column',
    { table: 'stocks', column: 'symbol', type: 'varchar(12)', dropDefault: true },
    { table: 'stocks', column: 'symbol', type: 'varchar(12)', default: null },
  ],
  ['alter-column', { table: 't', column: 'c', default: true }, { table: 't', column: 'c', default: 'true' }],
  ['rename-column', { table: 't', column: 'a', to: 'b' }, { table: 't', column: 'a', to: 'b' }],
  ['rename-table', { table: 't', to: 'u' }, { table: 't', to: 'u' }],
  ['drop-column', { table: 't', column: 'a' }, { table: 't', column: 'a' }],
  ['drop-index', { index: 'idx', cascade: true }, { index: 'idx', cascade: true }],
  ['drop-table', { table: 't' }, { table: 't' }],
];

test.each(cases)('%s of %j', async (kind, options, expected) => {
  expect(await requestOfOptions(kind, options)).toEqual({ kind, ...expected });
});

test.each([
  ['add-column', { table: 'stocks' }, 'add-column needs "column"'],
  ['add-column', {}, 'add-column needs "table"'],
  ['add-index', { table: 'stocks', columns: '' }, 'add-index needs "columns"'],
  ['rename-column', { table: 'stocks', column: 'a' }, 'rename-column needs "to"'],
] as const)('%s of %j is refused', async (name, options, sentence) => {
  await expect(requestOfOptions(name, options)).rejects.toThrow(sentence);
});

function camelCase(flag: string): string {
  return flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
