import { readMysqlCatalog } from '../src/mysql/read-catalog';
import { mysqlServer } from '../src/mysql/server-kinds';

/** There is no MySQL to start here: these are rows as the catalog of MySQL 8.4 holds them. */
const column = (row: Readonly<Record<string, string | null>>) => ({
  table: 'stocks',
  nullable: 'YES',
  default: null,
  extra: '',
  generated: '',
  charset: null,
  collation: null,
  comment: '',
  charset_collation: null,
  table_collation: 'utf8mb4_0900_ai_ci',
  ...row,
});

const answers: readonly (readonly [RegExp, readonly Readonly<Record<string, unknown>>[]])[] = [
  [/VERSION\(\)/, [{ version: '8.4.6' }]],
  [/TABLE_TYPE IN \('BASE TABLE'/, [{ name: 'stocks', comment: '' }]],
  [
    /information_schema\.COLUMNS/,
    [
      column({ name: 'id', type: 'bigint unsigned', nullable: 'NO', extra: 'auto_increment' }),
      column({ name: 'symbol', type: 'varchar(10)', nullable: 'NO', default: "it's \\ so" }),
      column({ name: 'lots', type: 'int', default: '1' }),
      column({ name: 'mask', type: 'bit(4)', default: "b'101'" }),
      column({ name: 'ident', type: 'binary(16)', default: 'uuid_to_bin(uuid())', extra: 'DEFAULT_GENERATED' }),
      column({ name: 'note', type: 'text', default: "_utf8mb4\\'it\\\\\\'s\\'", extra: 'DEFAULT_GENERATED' }),
      column({ name: 'created', type: 'datetime(6)', default: 'CURRENT_TIMESTAMP(6)', extra: 'DEFAULT_GENERATED' }),
      column({
        name: 'changed',
        type: 'timestamp',
        default: 'CURRENT_TIMESTAMP',
        extra: 'DEFAULT_GENERATED on update CURRENT_TIMESTAMP',
      }),
      column({
        name: 'label',
        type: 'varchar(20)',
        extra: 'STORED GENERATED',
        generated: "concat(`symbol`,_utf8mb4\\'!\\')",
      }),
      column({ name: 'data', type: 'json' }),
    ],
  ],
  [
    /information_schema\.STATISTICS/,
    [
      { name: 'PRIMARY', non_unique: '0', column: 'id', direction: 'A' },
      { name: 'idx_lower', non_unique: '1', column: null, expression: 'lower(`symbol`)', direction: 'A' },
      { name: 'idx_note', non_unique: '1', column: 'note', prefix: '20', direction: 'D' },
      { name: 'uq_lots', non_unique: '0', column: 'lots', direction: 'A' },
    ].map((row) => ({ table: 'stocks', method: 'BTREE', expression: null, prefix: null, ...row })),
  ],
  [/KEY_COLUMN_USAGE/, []],
  [
    /CHECK_CONSTRAINTS/,
    [
      { table: 'stocks', name: 'ck_symbol', expression: "(`symbol` in (_utf8mb4\\'a\\',_utf8mb4\\'b\\'))" },
      { table: 'stocks', name: 'stocks_chk_1', expression: '(`lots` >= 0)' },
    ],
  ],
  [/UNION ALL/, [{ kind: 'view', name: 'cheap', table: null }]],
];

test('the catalog of MySQL is read by what it says differently from MariaDB’s', async () => {
  const reading = await readMysqlCatalog(
    async (sql) => answers.find(([asks]) => asks.test(sql))?.[1] ?? [],
    mysqlServer,
  );
  const [stocks] = reading.schema.tables;
  expect(reading).toMatchObject({ dialect: 'mysql', assumed: { mysql: '8.4.6 (the server)' } });
  expect(stocks?.columns.map(({ name, type, default: value }) => [name, type, value])).toEqual([
    ['id', 'bigint unsigned', null],
    ['symbol', 'varchar(10)', "'it''s \\\\ so'"],
    ['lots', 'int', '1'],
    ['mask', 'bit(4)', "b'101'"],
    ['ident', 'binary(16)', 'uuid_to_bin(uuid())'],
    ['note', 'text', "'it''s'"],
    ['created', 'datetime(6)', 'now(6)'],
    ['changed', 'timestamp', 'now()'],
    ['label', 'varchar(20)', null],
    ['data', 'json', null],
  ]);
  expect(stocks?.columns.find(({ name }) => name === 'label')?.generated).toEqual({
    expression: "concat(symbol, '!')",
    kind: 'stored',
  });
  expect(stocks?.columns.find(({ name }) => name === 'id')?.identity).toBe('by default');
  expect(stocks?.checks.map(({ name, expression, columns }) => [name, expression, columns])).toEqual([
    ['ck_symbol', "symbol IN ('a', 'b')", ['symbol']],
    ['stocks_chk_1', 'lots >= 0', ['lots']],
  ]);
  expect(stocks?.indexes.map(({ name, keys }) => [name, keys.map(({ of, length }) => [of, length])])).toEqual([
    ['idx_lower', [[{ kind: 'expression', expression: 'lower(symbol)' }, undefined]]],
    ['idx_note', [[{ kind: 'column', column: 'note' }, 20]]],
  ]);
  expect(stocks?.uniques.map(({ name, columns }) => [name, columns])).toEqual([['uq_lots', ['lots']]]);
  expect(reading.schema.others.map(({ kind, name }) => [kind, name])).toEqual([
    ['view', 'cheap'],
    ['on update', 'changed'],
  ]);
});
