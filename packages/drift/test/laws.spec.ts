import type { Reading, Table } from '@canonical-schema/schema';
import { findingsJson, judge, judgeAhead } from '../src';
import { cases } from './case-folders';

describe.each(cases())('$name', ({ canonical, others, options }) => {
  const json = (first: Reading, rest: typeof others) => JSON.stringify(findingsJson(judge(first, rest, options)));

  test('is judged the same every time', () => {
    expect(json(canonical, others)).toBe(json(canonical, others));
  });

  test('is judged the same in another order', () => {
    const turned = others.map((other) => ({ ...other, reading: reversed(other.reading) })).reverse();
    expect(json(reversed(canonical), turned)).toBe(json(canonical, others));
  });

  test('is judged the same where some of it was judged ahead', () => {
    const [copy, ...copies] = structuredClone([canonical, ...others.map(({ reading }) => reading)]);
    const again = others.map((other, at) => ({ ...other, reading: copies[at] ?? other.reading }));
    for (const other of again.toReversed()) judgeAhead(copy ?? canonical, other, options);
    expect(json(copy ?? canonical, again)).toBe(json(canonical, others));
  });

  test('has nothing to say of a reading held against itself', () => {
    for (const source of ['django-models', 'django-migrations', 'sqlalchemy', 'database'] as const) {
      const itself = { reading: asOrm(canonical, source), mirror: 'all' as const, name: 'itself' };
      const { findings } = judge({ ...canonical, remarks: [] }, [itself]);
      const departing = findings.filter(({ severity, code }) => severity !== 'tolerated' && code !== 'unreadable');
      expect(departing).toEqual([]);
    }
  });
});

/** The same reading with every list of objects turned around. */
function reversed(reading: Reading): Reading {
  const { schema } = reading;
  const turn = <T>(items: readonly T[]) => items.toReversed();
  return {
    ...reading,
    schema: {
      ...schema,
      tables: turn(schema.tables).map((table) => ({
        ...table,
        columns: turn(table.columns),
        uniques: turn(table.uniques),
        foreignKeys: turn(table.foreignKeys),
        checks: turn(table.checks),
        exclusions: turn(table.exclusions),
        indexes: turn(table.indexes),
        unread: turn(table.unread),
      })),
      enums: turn(schema.enums),
      domains: turn(schema.domains),
      others: turn(schema.others),
    },
    unread: turn(reading.unread),
    remarks: turn(reading.remarks),
  };
}

/** The canonical reading as another source would say the same: an ORM supplies defaults from Python as well. */
function asOrm(reading: Reading, source: Reading['source']): Reading {
  const tables = reading.schema.tables.map((table): Table => ({ ...table, managed: true }));
  return { ...reading, source, remarks: [], schema: { ...reading.schema, tables } };
}
