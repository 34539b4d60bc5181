import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Change,
  diff,
  type ForeignKey,
  type Reading,
  type Schema,
  SourceFile,
  type Table,
  unreadable,
} from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '../src';
import { sqlWriter } from '../src/write';

const { ddlOf } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases');
const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'schema.sql')));

beforeAll(loadPostgresParser);

function read(text: string): Reading {
  return readCanonical([new SourceFile('schema.sql', text)]);
}

/** Objects that a reading lists by name alone cannot be written. */
function withoutOthers(schema: Schema): Schema {
  return { ...schema, others: [] };
}

function changes(a: Schema, b: Schema): readonly Change[] {
  return diff(withoutOthers(a), withoutOthers(b));
}

describe('the export of a reading, read again, is the same schema', () => {
  test.each(names)('%s', (name) => {
    const reading = read(readFileSync(join(cases, name, 'schema.sql'), 'utf8'));
    const text = ddlOf(reading.schema, { unread: reading.unread });
    const again = read(text);
    expect({ unread: again.unread, remarks: again.remarks }).toEqual({ unread: [], remarks: [] });
    expect(changes(reading.schema, again.schema)).toEqual([]);
    expect(changes(again.schema, reading.schema)).toEqual([]);
    expect(ddlOf(again.schema)).toBe(ddlOf({ ...reading.schema, others: again.schema.others }));
  });
});

/** A schema with one fact of its table `t` replaced. */
function altered(text: string, alter: (table: Table) => Partial<Table>): Schema {
  const { schema } = read(text);
  return { ...schema, tables: schema.tables.map((table) => ({ ...table, ...alter(table) })) };
}

function linesOf(schema: Schema): string[] {
  return ddlOf(schema).split('\n');
}

describe('what could not be read is a comment in its place', () => {
  const text =
    'CREATE TABLE t (a int CHECK (a > 0), b text UNIQUE, c int, PRIMARY KEY (c, b)); CREATE INDEX i ON t (c, a);';

  test('a column without a type, and what is made of it', () => {
    const schema = altered(text, ({ columns }) => ({
      columns: columns.map((column) =>
        column.name === 'b' ? { ...column, type: unreadable('it is MyField()') } : column,
      ),
    }));
    expect(linesOf(schema)).toEqual([
      'CREATE TABLE IF NOT EXISTS t (',
      '    a integer,',
      '    -- b: its type could not be read: it is MyField()',
      '    c integer NOT NULL,',
      '    -- CONSTRAINT t_pkey PRIMARY KEY (c, b): t.b: its type could not be read: it is MyField()',
      '    -- CONSTRAINT t_b_key UNIQUE (b): t.b: its type could not be read: it is MyField()',
      '    CHECK (a > 0)',
      ');',
      'CREATE INDEX IF NOT EXISTS i ON t (c, a);',
      '',
    ]);
  });

  test('facts of a column, a check, an index, and parts that are not known', () => {
    const schema = altered(text, ({ columns, checks, indexes }) => ({
      columns: columns.map((column) => ({
        ...column,
        nullable: unreadable('it depends'),
        default: unreadable('a\nb'),
      })),
      checks: checks.map((check) => ({ ...check, expression: unreadable('it calls f') })),
      indexes: indexes.map((index) => ({ ...index, where: unreadable('it calls g') })),
      uniques: [],
      unread: [{ kind: 'unique', name: 'u', columns: ['a'], why: 'it is built in a loop', place: null }],
    }));
    expect(linesOf(schema)).toEqual([
      'CREATE TABLE IF NOT EXISTS t (',
      '    -- a: whether it may be NULL could not be read: it depends',
      '    -- a: its default could not be read: a b',
      '    a integer,',
      '    -- b: whether it may be NULL could not be read: it depends',
      '    -- b: its default could not be read: a b',
      '    b text,',
      '    -- c: whether it may be NULL could not be read: it depends',
      '    -- c: its default could not be read: a b',
      '    c integer,',
      '    PRIMARY KEY (c, b)',
      '    -- CONSTRAINT t_a_check CHECK: its expression could not be read: it calls f',
      '    -- unique u (a): could not be read: it is built in a loop',
      ');',
      '-- index i: its predicate could not be read: it calls g',
      '',
    ]);
  });

  test('names that are not known', () => {
    const schema = altered('CREATE TABLE t (a int UNIQUE); CREATE INDEX i ON t (a);', ({ uniques, indexes }) => ({
      uniques: uniques.map((unique) => ({ ...unique, name: null })),
      indexes: indexes.map((index) => ({ ...index, name: null })),
    }));
    expect(linesOf(schema)).toEqual([
      'CREATE TABLE IF NOT EXISTS t (',
      '    a integer,',
      '    -- UNIQUE (a): its name could not be read',
      '    UNIQUE (a)',
      ');',
      '-- index t_a_idx: its name could not be read',
      'CREATE INDEX IF NOT EXISTS t_a_idx ON t (a);',
      '',
    ]);
  });

  test('an enum without labels, and columns of it', () => {
    const { schema } = read("CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (m mood[], n int);");
    const enums = schema.enums.map((type) => ({ ...type, labels: unreadable('they are computed') }));
    expect(linesOf({ ...schema, enums })).toEqual([
      '-- type mood: its labels could not be read: they are computed',
      '',
      'CREATE TABLE IF NOT EXISTS t (',
      '    -- m: it is of type mood[], and its labels could not be read: they are computed',
      '    n integer',
      ');',
      '',
    ]);
  });

  test('a foreign key to a table that is not described', () => {
    const { schema } = read('CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE t (a_id int REFERENCES a);');
    const tables = schema.tables.map((table) => ({ ...table, managed: table.name !== 'a' }));
    expect(linesOf({ ...schema, tables })).toEqual([
      'CREATE TABLE IF NOT EXISTS t (',
      '    a_id integer',
      '    -- CONSTRAINT t_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id): the table a is not described here',
      ');',
      '',
      '-- not written: table a: not created by its model',
      '',
    ]);
  });
});

test('the order of tables, constraints and indexes changes nothing', () => {
  const text = names.map((name) => readFileSync(join(cases, name, 'schema.sql'), 'utf8')).join('\n');
  const { schema } = read(text);
  const turned: Schema = {
    tables: schema.tables.toReversed().map((table) => ({
      ...table,
      uniques: table.uniques.toReversed(),
      foreignKeys: table.foreignKeys.toReversed(),
      checks: table.checks.toReversed(),
      exclusions: table.exclusions.toReversed(),
      indexes: table.indexes.toReversed(),
    })),
    enums: schema.enums.toReversed(),
    domains: schema.domains.toReversed(),
    sequences: schema.sequences.toReversed(),
    others: schema.others.toReversed(),
  };
  expect(ddlOf(turned)).toBe(ddlOf(schema));
});

test('chains of any length are written', () => {
  const tables = Array.from({ length: 20_000 }, (_, at) => `CREATE TABLE t${at} (id int PRIMARY KEY);`);
  const { schema } = read(tables.slice(0, 1).join('\n'));
  const [first] = schema.tables;
  const chain = first === undefined ? [] : tables.map((_, at) => linked(first, at, tables.length));
  const text = ddlOf({ ...schema, tables: chain });
  expect(text.indexOf('CREATE TABLE IF NOT EXISTS t19999 ')).toBeLessThan(
    text.indexOf('CREATE TABLE IF NOT EXISTS t0 '),
  );
  expect(text).not.toContain('ALTER TABLE');
});

function linked(table: Table, at: number, count: number): Table {
  const key: ForeignKey = {
    ...{ name: `f${at}`, nameGiven: true, columns: ['id'], place: null, match: 'simple' },
    ...{ onDelete: 'no action', onUpdate: 'no action', deferrable: false, initiallyDeferred: false },
    references: { schema: 'public', table: `t${at + 1}`, columns: ['id'] },
  };
  return { ...table, name: `t${at}`, foreignKeys: at + 1 < count ? [key] : [] };
}
