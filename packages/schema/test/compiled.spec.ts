import { compileReading, type Reading, readingOfCompiled, SourceFile, type Table } from '../src/index';

const file = new SourceFile('schema.sql', 'CREATE TABLE a (x int, y int);\n-- b\nCREATE TABLE b (x int, y int);\n');

function table(name: string, columns: readonly string[], start: number): Table {
  const place = file.placeOf({ start, end: start + 5 });
  const facts = { type: 'integer', nullable: true, default: null, identity: null, generated: null };
  return {
    schema: 'public',
    name,
    columns: columns.map((column) => ({ name: column, ...facts, collation: null, comment: null, place })),
    primaryKey: { name: `${name}_pkey`, nameGiven: false, columns: ['y', 'x'], place: null },
    ...{ uniques: [], foreignKeys: [], checks: [], exclusions: [], indexes: [], unread: [] },
    ...{ comment: null, managed: true, place },
  };
}

function reading(tables: readonly Table[]): Reading {
  return {
    source: 'canonical',
    dialect: 'postgresql',
    schema: { tables, enums: [], domains: [], sequences: [], others: [] },
    unread: [],
    remarks: [
      { code: 'syntax-error', message: 'It does not parse.', subject: { kind: 'statement' }, places: [file.start] },
    ],
    assumed: {},
  };
}

test('neither order nor place is in the schema', () => {
  const one = compileReading(reading([table('a', ['x', 'y'], 0), table('b', ['x', 'y'], 36)]));
  const other = compileReading(reading([table('b', ['y', 'x'], 0), table('a', ['x', 'y'], 36)]));
  expect(other.schema).toBe(one.schema);
  expect(other.places).not.toBe(one.places);
  expect(one.schema).not.toMatch(/schema\.sql|"span"|"line"/);
});

test('what is compiled is read back, with its places', () => {
  const original = reading([table('b', ['x', 'y'], 36), table('a', ['x', 'y'], 0)]);
  const [b, a] = original.schema.tables;
  const restored = readingOfCompiled(compileReading(original));
  expect(restored).toEqual({ ...original, schema: { ...original.schema, tables: [a, b] } });
});

test('the order of a key is part of the schema', () => {
  const reversed = table('a', ['x', 'y'], 0);
  const key = { name: 'a_pkey', nameGiven: false, columns: ['x', 'y'], place: null };
  expect(compileReading(reading([{ ...reversed, primaryKey: key }])).schema).not.toBe(
    compileReading(reading([reversed])).schema,
  );
});

test('a text of another version, or none of ours, is not read', () => {
  const { schema, places } = compileReading(reading([]));
  expect(readingOfCompiled({ schema: schema.replace('"version": 1', '"version": 0'), places })).toBeNull();
  expect(readingOfCompiled({ schema: '{', places })).toBeNull();
});
