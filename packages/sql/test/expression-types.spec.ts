import { columnTypeOfText } from '../src/expressions/text';
import { loadPostgresParser } from '../src/parser/postgres';
import { storedIn } from './expression-cases';

beforeAll(loadPostgresParser);

/** Types of PostgreSQL itself, in spellings that people and programs write. */
const spellings = [
  'int int2 int4 int8 integer smallint bigint float float(24) float(25) float4 float8 real DECIMAL dec numeric bool',
  'boolean varchar text char bpchar "char" name timestamptz timestamp timetz time date interval uuid json jsonb bytea',
  'inet cidr macaddr bit varbit tsvector int4range tstzrange oid regclass money xml point jsonpath nummultirange',
].flatMap((line) => line.split(' '));

const phrases = [
  'double precision',
  'character varying',
  'character varying(50)',
  'VARCHAR(50)',
  'char(5)',
  'bpchar(5)',
  'nchar(5)',
  'national character varying(5)',
  'bit(3)',
  'bit varying(3)',
  'bit varying',
  'numeric(10)',
  'numeric(10,2)',
  'numeric(10, 2)[]',
  'decimal(5,0)',
  'timestamp with time zone',
  'timestamp(3) with time zone',
  'timestamp without time zone',
  'time(0)',
  'time with time zone',
  'interval(3)',
  'interval day to second(3)',
  'interval year to month',
  'interval second',
  'interval second(2)',
  'interval hour to minute',
  'text[]',
  'text[][]',
  'text[3]',
  'int ARRAY',
  'integer ARRAY[4]',
  'varchar(20)[]',
  'pg_catalog.int4',
  'pg_catalog."char"',
  'pg_catalog.bpchar',
  'pg_catalog.timestamptz',
  '"varchar"(5)',
  '"timestamptz"',
  'mood',
  'public.mood',
  'mood[]',
  'audit.mood',
  'audit.mood[]',
  '"Mixed Case"',
  'audit."order"',
];

const setup = `
  CREATE TYPE mood AS ENUM ('sad');
  CREATE SCHEMA audit;
  CREATE TYPE audit.mood AS ENUM ('sad');
  CREATE TYPE "Mixed Case" AS ENUM ('sad');
  CREATE TYPE audit."order" AS ENUM ('sad');
`;

it("every spelling of a type is PostgreSQL's own text for it", () => {
  const all = [...spellings, ...phrases];
  const stored = storedIn({ setup, types: all }).types;
  const written = all.map((type) => [type, columnTypeOfText(type)]);
  expect(written).toEqual(all.map((type, index) => [type, { type: stored[index]?.sql, serial: null }]));
});

it.each([
  ['smallserial', 'smallint'],
  ['serial2', 'smallint'],
  ['SERIAL', 'integer'],
  ['serial4', 'integer'],
  ['bigserial', 'bigint'],
  ['serial8', 'bigint'],
])('%s counts up in %s', (spelling, type) => {
  expect(columnTypeOfText(spelling)).toEqual({ type, serial: type });
});

it.each([
  ['geometry(Point,4326)', 'geometry(Point,4326)'],
  ['public.geometry(POINTZ, 4326)', 'geometry(PointZ,4326)'],
  ['geography(multipolygon)', 'geography(MultiPolygon)'],
  ['vector(3)', 'vector(3)'],
  ['public.citext', 'citext'],
  ['extensions.citext[]', 'extensions.citext[]'],
  ['HSTORE', 'hstore'],
])('the extension type %s is %s', (spelling, type) => {
  expect(columnTypeOfText(spelling)).toEqual({ type, serial: null });
});

it('a precision of 6 is the default, though PostgreSQL prints it', () => {
  expect(columnTypeOfText('timestamptz(6)')).toEqual({ type: 'timestamp with time zone', serial: null });
});

it.each(['', 'int; DROP TABLE x', 'numeric(', 'a b c'])('"%s" is unreadable', (spelling) => {
  expect(columnTypeOfText(spelling)).toHaveProperty('unreadable');
});
