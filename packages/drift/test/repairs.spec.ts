import {
  apply,
  type Change,
  type Finding,
  type Reading,
  type Schema,
  type Source,
  type Table,
} from '@canonical-schema/schema';
import { Dice, randomSchema } from '../../schema/test/random-schema';
import { type JudgedReading, type JudgeOptions, judge, repairsOf } from '../src';
import { cases } from './case-folders';

const mendable: readonly Source[] = ['django-models', 'sqlalchemy', 'database'];

describe.each(cases())('$name', ({ canonical, others, options }) => {
  test.each(others.map((other) => [other.reading.source, other] as const))(
    '%s agrees once it is mended',
    (_, other) => {
      expectMended(withNames(canonical, 'sql'), { ...other, reading: withNames(other.reading, 'own') }, options);
    },
  );
});

test('any two schemas agree once one is mended', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const source = mendable[seed % mendable.length] ?? 'database';
    const [inSql, own] = [randomSchema(new Dice(seed)), randomSchema(new Dice(seed + 1000))];
    const isDjango = source === 'django-models';
    const canonical = readingOf(isDjango ? withoutForeignKeys(inSql) : inSql, 'canonical');
    const reading = readingOf(isDjango ? { ...withoutForeignKeys(own), enums: [] } : own, source);
    expectMended(canonical, {
      reading,
      mirror: seed % 7 === 0 && own.tables.length > 2 ? 'subset' : 'all',
      name: `seed ${seed}`,
    });
  }
});

test('the order of tables and objects never changes a repair', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const [a, b] = [randomSchema(new Dice(seed)), randomSchema(new Dice(seed + 1000))];
    expect(repairs(turned(a), turned(b))).toEqual(repairs(a, b));
  }
});

/** Judges, makes the repairs, judges again: nothing is left to mend, and nothing departs that did not before. */
function expectMended(canonical: Reading, other: JudgedReading, options: JudgeOptions = {}): void {
  const { source } = other.reading;
  const before = judge(canonical, [other], options).findings;
  const changes = repairsOf(before, source);
  const schema = changes.length === 0 ? other.reading.schema : made(other.reading, changes);
  const after = judge(canonical, [{ ...other, reading: { ...other.reading, schema } }], options).findings;
  const known = new Set(before.map(subjectOf));
  const news = after.filter((finding) => finding.severity !== 'tolerated' && !known.has(subjectOf(finding)));
  const left = after.filter(({ repair }) => repair !== undefined);
  const told = (findings: readonly Finding[]) => findings.map(({ code, message }) => `${code}: ${message}`);
  expect({ of: other.name, news: told(news), left: told(left) }).toEqual({ of: other.name, news: [], left: [] });
  expect(before.filter(({ severity, repair }) => severity === 'tolerated' && repair !== undefined)).toEqual([]);
}

/** The schema with the changes made, as the source would have it: Django's keys give their types to what references them. */
function made({ source, schema }: Reading, changes: readonly Change[]): Schema {
  const after = apply(schema, changes);
  return source === 'django-models' ? followed(schema, after) : after;
}

function followed(before: Schema, after: Schema): Schema {
  const typeIn = ({ tables }: Schema, key: string, name = '') =>
    tables.find((table) => table.name === key)?.columns.find((column) => column.name === name)?.type;
  const tables = after.tables.map((table) => {
    const columns = table.columns.map((column) => {
      const key = table.foreignKeys.find(({ columns: [first] }) => first === column.name)?.references;
      const own = typeIn(before, table.name, column.name);
      if (key === undefined || typeIn(before, key.table, key.columns[0]) !== own) return column;
      return { ...column, type: typeIn(after, key.table, key.columns[0]) ?? column.type };
    });
    return { ...table, columns };
  });
  return { ...after, tables };
}

function subjectOf({ code, subject }: Finding): string {
  return JSON.stringify([code, { ...subject, name: null }]);
}

function repairs(canonical: Schema, schema: Schema) {
  const other = { reading: readingOf(schema, 'sqlalchemy'), mirror: 'all', name: 'src' } as const;
  return repairsOf(judge(readingOf(canonical, 'canonical'), [other]).findings, 'sqlalchemy');
}

/** In the small world a foreign key may have another type than what it references, which Django cannot say. */
function withoutForeignKeys(schema: Schema): Schema {
  return { ...schema, tables: schema.tables.map((table) => ({ ...table, foreignKeys: [] })) };
}

function turned(schema: Schema): Schema {
  return { ...schema, tables: schema.tables.toReversed(), enums: schema.enums.toReversed() };
}

function readingOf(schema: Schema, source: Source): Reading {
  return { source, dialect: 'postgresql', schema, unread: [], remarks: [], assumed: {} };
}

/** The reading with a name for every object, as readers give one; the notation of the cases leaves most of them out. */
function withNames(reading: Reading, prefix: string): Reading {
  const tables = reading.schema.tables.map((table): Table => {
    const named = <T extends { readonly name: string | null }>(label: string, objects: readonly T[]) =>
      objects.map((object, at) => ({ ...object, name: object.name ?? `${prefix}_${table.name}_${label}${at}` }));
    return {
      ...table,
      primaryKey: named('pkey', table.primaryKey === null ? [] : [table.primaryKey])[0] ?? null,
      uniques: named('key', table.uniques),
      foreignKeys: named('fkey', table.foreignKeys),
      checks: named('check', table.checks),
      exclusions: named('excl', table.exclusions),
      indexes: named('idx', table.indexes),
    };
  });
  return { ...reading, schema: { ...reading.schema, tables } };
}
