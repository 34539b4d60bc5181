import type { Change, Schema } from '@canonical-schema/schema';
import { judge, probableRenames, type Rename, repairsOf, withRenames } from '../src';
import type { TerseTable } from './terse';
import { readingOf } from './terse-tables';

type Tables = Readonly<Record<string, TerseTable>>;

const columns = (...names: string[]): TerseTable => ({
  columns: Object.fromEntries(names.map((name) => [name, name === 'id' ? 'bigint' : 'character varying(10)'])),
  key: ['id'],
});

const schemaOf = (tables: Tables): Schema => readingOf({ tables }, 'canonical').schema;

function repairsFor(inSql: Tables, own: Tables): readonly Change[] {
  const other = { reading: readingOf({ tables: own }, 'sqlalchemy'), mirror: 'all', name: 'src' } as const;
  return repairsOf(judge(readingOf({ tables: inSql }, 'canonical'), [other]).findings, 'sqlalchemy');
}

function told(inSql: Tables, own: Tables, base: Tables | null = null): string[] {
  const sides = { departing: schemaOf(own), canonical: schemaOf(inSql), base: base && schemaOf(base) };
  return probableRenames(repairsFor(inSql, own), sides).map(({ rename, evidence }) =>
    rename.kind === 'rename-table'
      ? `${rename.table.name} -> ${rename.to.name}: ${evidence}`
      : `${rename.table.name}.${rename.column} -> ${rename.to}: ${evidence}`,
  );
}

describe('a column', () => {
  const before = { stocks: columns('id', 'symbol', 'name') };

  test('in the place of one of the same kind may be the same', () => {
    expect(told({ stocks: columns('id', 'ticker', 'name') }, before)).toEqual([
      'stocks.symbol -> ticker: both are character varying(10), NOT NULL, and follow id',
    ]);
  });

  test('in another place, or of another type, is another', () => {
    expect(told({ stocks: columns('id', 'name', 'ticker') }, before)).toEqual([]);
    const retyped = { stocks: { columns: { id: 'bigint', ticker: 'text', name: 'character varying(10)' } } };
    expect(told(retyped, before)).toEqual([]);
  });

  test('that may be one of two is told by the base alone', () => {
    const inSql = { stocks: columns('id', 'ticker', 'isin', 'name') };
    expect(told(inSql, before)).toEqual([]);
    expect(told({ stocks: columns('id', 'ticker', 'name', 'isin') }, before, before)).toEqual([
      'stocks.symbol -> ticker: before, the SQL had symbol in the place of ticker',
    ]);
  });

  test('that the SQL had at the base is no new name', () => {
    expect(
      told(
        { stocks: columns('id', 'ticker') },
        { stocks: columns('id', 'symbol') },
        { stocks: columns('id', 'ticker') },
      ),
    ).toEqual(['stocks.symbol -> ticker: both are character varying(10), NOT NULL, and follow id']);
  });
});

describe('a table', () => {
  test('of the same columns may be the same', () => {
    const other = { orders: columns('id', 'at') };
    const [inSql, own] = [
      { ...other, shares: columns('id', 'symbol') },
      { ...other, stocks: columns('id', 'symbol') },
    ];
    expect(told(inSql, own)).toEqual(['stocks -> shares: the columns are the same']);
    expect(told(inSql, own, own)).toEqual([
      'stocks -> shares: before, the SQL had these columns under the name stocks',
    ]);
  });

  test('is not guessed at between two', () => {
    const kept = { orders: columns('id', 'at') };
    const inSql = { ...kept, shares: columns('id', 'symbol'), bonds: columns('id', 'symbol') };
    expect(told(inSql, { ...kept, stocks: columns('id', 'symbol') })).toEqual([]);
  });
});

test('a rename that a person told of comes alone, before everything that the new names may change', () => {
  const repairs = repairsFor({ stocks: columns('id', 'ticker', 'isin') }, { stocks: columns('id', 'symbol') });
  const rename = (to: string): Rename => ({
    kind: 'rename-column',
    table: { schema: 'public', name: 'stocks' },
    column: 'symbol',
    to,
  });
  expect(repairs.map(({ kind }) => kind)).toEqual(['add-column', 'add-column', 'drop-column']);
  expect(withRenames(repairs, [rename('ticker')])).toEqual([rename('ticker')]);
  expect(withRenames(repairs, [rename('cusip')])).toEqual(repairs);
});
