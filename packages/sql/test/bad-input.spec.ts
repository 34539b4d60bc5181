import { type Reading, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '../src';

beforeAll(loadPostgresParser);

function read(text: string): Reading {
  return readCanonical([new SourceFile('schema.sql', text)]);
}

function tables(reading: Reading): string[] {
  return reading.schema.tables.map(({ name }) => name);
}

/** Every trouble of a reading with its line. */
function troubles(reading: Reading): string[] {
  return [
    ...reading.remarks.map(({ code, places }) => `${code} ${places[0]?.line}`),
    ...reading.unread.map(({ why, place }) => `${why} ${place.line}`),
  ];
}

describe('bad input', () => {
  test('an unclosed string costs its statement only', () => {
    const reading = read(
      "CREATE TABLE a (id int);\nCOMMENT ON TABLE a IS 'open;\nCREATE TABLE b (id int);\nCREATE TABLE c (id int);\n",
    );
    expect(tables(reading)).toEqual(['a', 'b', 'c']);
    expect(troubles(reading)).toEqual(['syntax-error 2']);
  });

  test('a broken definition says which table it is about', () => {
    const reading = read(
      'CREATE TABLE IF NOT EXISTS "Big".t (a int,, b int);\nALTER TABLE Stocks ADD (x;\nCREATE VIEW v AS;',
    );
    const subjects = reading.remarks.map(({ subject }) => [subject.schema, subject.table]);
    expect(subjects).toEqual([
      ['Big', 't'],
      ['public', 'stocks'],
      [undefined, undefined],
    ]);
  });

  test('a missing semicolon is one syntax error, and both statements are read', () => {
    const reading = read('CREATE TABLE a (id int)\n\nCREATE TABLE b (id int);\nCREATE TABLE c (id int);\n');
    expect(tables(reading)).toEqual(['a', 'b', 'c']);
    expect(troubles(reading)).toEqual(['syntax-error 1']);
  });

  test('an unclosed comment, dollar quote or bracket is one syntax error', () => {
    const open = read('CREATE TABLE a (id int);\n/* open\nCREATE TABLE b (id int);\n');
    expect(troubles(open)).toEqual(['syntax-error 2']);
    expect(tables(open)).toEqual(['a', 'b']);
    expect(troubles(read('CREATE TABLE a (id int);\nDO $x$ open\n'))).toEqual(['syntax-error 2']);
    expect(troubles(read('CREATE TABLE a (id int;\nSELECT 1;\n'))).toEqual(['syntax-error 1']);
  });

  test.each([
    ['brackets', (n: number) => `${'('.repeat(n)}a > 1${')'.repeat(n)}`],
    ['calls', (n: number) => `${'abs('.repeat(n)}a${')'.repeat(n)} > 1`],
    ['sums', (n: number) => `${'1 + '.repeat(n)}a > 1`],
    ['negations', (n: number) => `${'NOT '.repeat(n)}a > 1`],
    ['casts', (n: number) => `a${'::int'.repeat(n)} > 1`],
    ['queries', (n: number) => `${'(SELECT '.repeat(n)}1${')'.repeat(n)} > 1`],
    ['arrays', (n: number) => `a > ${'ARRAY['.repeat(n)}${']'.repeat(n)}`],
  ])('5,000 nested %s are a finding at their line', (_, nested) => {
    const reading = read(
      `CREATE TABLE b (id int);\nCREATE TABLE a (a int,\nCHECK (${nested(5_000)}));\nCREATE TABLE c (id int);\n`,
    );
    expect(tables(reading)).toEqual(expect.arrayContaining(['b', 'c']));
    expect(troubles(reading)).toHaveLength(1);
    expect(troubles(reading)[0]).toMatch(/ [23]$/);
  });

  test('10 MB of data are read', () => {
    const row = "INSERT INTO a VALUES (1, 'some text; with a semicolon');\n";
    const reading = read(
      `CREATE TABLE a (id int, x text);\n${row.repeat(10_000_000 / row.length)}CREATE TABLE b (id int);\n`,
    );
    expect(tables(reading)).toEqual(['a', 'b']);
    expect(troubles(reading)).toEqual([]);
  });

  test('a file of unclosed quotes ends', () => {
    const reading = read("CREATE TABLE a (id int DEFAULT ');\n".repeat(5_001));
    expect(reading.remarks.length).toBeGreaterThan(0);
  });

  test('nothing, a lone semicolon and rubbish', () => {
    expect(troubles(read(''))).toEqual([]);
    expect(troubles(read(' ;;\n-- only a comment\n;'))).toEqual([]);
    expect(troubles(read('\u0000\u0001\u0002PK\u0003'))).toEqual(['syntax-error 1']);
    expect(troubles(read('SELECT 1;\nSELECT \u0000;\nSELECT 1;'))).toEqual(['syntax-error 2']);
    expect(troubles(read('{{ template }}\n'))).toEqual(['syntax-error 1']);
  });
});
