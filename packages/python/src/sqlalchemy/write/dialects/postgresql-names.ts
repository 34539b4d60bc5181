import { type ImportedName, ofPostgres, ofSqlAlchemy, ofTyping, pythonName } from '../imported-name';
import {
  builtin,
  date,
  datetime,
  decimal,
  fixed,
  float,
  integer,
  option,
  positional,
  sized,
  string,
  type TypeName,
  text,
  time,
} from './type-name';

const dialect = (name: string, python: ImportedName = builtin('str')): TypeName => fixed(python, ofPostgres(name));

const zoned = (python: ImportedName, ...names: readonly ImportedName[]): TypeName => ({
  names,
  arguments: (type) => (type.modifiers.length === 0 ? [option('timezone', 'True')] : null),
  python,
});

/** The dialect's own class, which alone knows a precision. */
const precise = (name: string, isZoned: boolean, python: ImportedName): TypeName => ({
  names: [ofPostgres(name)],
  arguments: ({ modifiers: [precision] }) =>
    precision === undefined ? null : [...(isZoned ? [option('timezone', 'True')] : []), option('precision', precision)],
  python,
});

const range = (name: string): TypeName => dialect(name, ofPostgres('Range'));
const any = ofTyping('Any');
const timedelta = pythonName('datetime', 'timedelta');
const json = builtin('dict');

/**
 * SQLAlchemy's names of PostgreSQL's types, by `format_type` text without modifiers: the mirror of the reader's
 * `postgresqlTypes`. Several rows of a type are tried in order.
 */
const typeNames: Readonly<Record<string, readonly TypeName[]>> = {
  smallint: [fixed(integer, ofSqlAlchemy('SmallInteger'), ofSqlAlchemy('SMALLINT'))],
  integer: [fixed(integer, ofSqlAlchemy('Integer'), ofSqlAlchemy('INTEGER'), ofSqlAlchemy('INT'))],
  bigint: [fixed(integer, ofSqlAlchemy('BigInteger'), ofSqlAlchemy('BIGINT'))],
  'character varying': [sized(string, ofSqlAlchemy('String'), ofSqlAlchemy('VARCHAR'), ofSqlAlchemy('Unicode'))],
  character: [sized(string, ofSqlAlchemy('CHAR'), ofSqlAlchemy('NCHAR'))],
  text: [fixed(string, ofSqlAlchemy('Text'), ofSqlAlchemy('TEXT'), ofSqlAlchemy('UnicodeText'))],
  numeric: [sized(decimal, ofSqlAlchemy('Numeric'), ofSqlAlchemy('NUMERIC'), ofSqlAlchemy('DECIMAL'))],
  real: [fixed(float, ofSqlAlchemy('REAL'))],
  'double precision': [
    fixed(
      float,
      ofSqlAlchemy('Double'),
      ofSqlAlchemy('Float'),
      ofSqlAlchemy('DOUBLE_PRECISION'),
      ofSqlAlchemy('DOUBLE'),
      ofSqlAlchemy('FLOAT'),
      ofPostgres('DOUBLE_PRECISION'),
    ),
  ],
  boolean: [fixed(builtin('bool'), ofSqlAlchemy('Boolean'), ofSqlAlchemy('BOOLEAN'))],
  date: [fixed(date, ofSqlAlchemy('Date'), ofSqlAlchemy('DATE'))],
  'timestamp without time zone': [
    fixed(datetime, ofSqlAlchemy('DateTime'), ofSqlAlchemy('TIMESTAMP'), ofPostgres('TIMESTAMP')),
    precise('TIMESTAMP', false, datetime),
  ],
  'timestamp with time zone': [
    zoned(datetime, ofSqlAlchemy('DateTime'), ofSqlAlchemy('TIMESTAMP'), ofPostgres('TIMESTAMP')),
    precise('TIMESTAMP', true, datetime),
  ],
  'time without time zone': [
    fixed(time, ofSqlAlchemy('Time'), ofSqlAlchemy('TIME'), ofPostgres('TIME')),
    precise('TIME', false, time),
  ],
  'time with time zone': [
    zoned(time, ofSqlAlchemy('Time'), ofSqlAlchemy('TIME'), ofPostgres('TIME')),
    precise('TIME', true, time),
  ],
  interval: [
    fixed(timedelta, ofSqlAlchemy('Interval'), ofPostgres('INTERVAL')),
    {
      names: [ofPostgres('INTERVAL')],
      arguments: ({ modifiers: [precision] }) => (precision === undefined ? null : [option('precision', precision)]),
      python: timedelta,
    },
  ],
  bytea: [fixed(builtin('bytes'), ofSqlAlchemy('LargeBinary'), ofPostgres('BYTEA'))],
  json: [fixed(json, ofSqlAlchemy('JSON'), ofPostgres('JSON'))],
  jsonb: [dialect('JSONB', json)],
  jsonpath: [dialect('JSONPATH')],
  uuid: [fixed(pythonName('uuid', 'UUID'), ofSqlAlchemy('Uuid'), ofPostgres('UUID'), ofSqlAlchemy('UUID'))],
  bit: [sized(string, ofPostgres('BIT'))],
  'bit varying': [
    { ...sized(string, ofPostgres('BIT')), arguments: (type) => [...positional(type), option('varying', 'True')] },
  ],
  inet: [dialect('INET')],
  cidr: [dialect('CIDR')],
  macaddr: [dialect('MACADDR')],
  macaddr8: [dialect('MACADDR8')],
  money: [dialect('MONEY')],
  oid: [dialect('OID', integer)],
  regclass: [dialect('REGCLASS')],
  regconfig: [dialect('REGCONFIG')],
  tsvector: [dialect('TSVECTOR')],
  tsquery: [dialect('TSQUERY')],
  citext: [dialect('CITEXT')],
  hstore: [dialect('HSTORE', json)],
  int4range: [range('INT4RANGE')],
  int8range: [range('INT8RANGE')],
  numrange: [range('NUMRANGE')],
  daterange: [range('DATERANGE')],
  tsrange: [range('TSRANGE')],
  tstzrange: [range('TSTZRANGE')],
  int4multirange: [dialect('INT4MULTIRANGE', any)],
  int8multirange: [dialect('INT8MULTIRANGE', any)],
  nummultirange: [dialect('NUMMULTIRANGE', any)],
  datemultirange: [dialect('DATEMULTIRANGE', any)],
  tsmultirange: [dialect('TSMULTIRANGE', any)],
  tstzmultirange: [dialect('TSTZMULTIRANGE', any)],
  vector: [sized(any, pythonName('pgvector.sqlalchemy', 'Vector'))],
  halfvec: [sized(any, pythonName('pgvector.sqlalchemy', 'HALFVEC'))],
  sparsevec: [sized(any, pythonName('pgvector.sqlalchemy', 'SPARSEVEC'))],
};

/** `interval day to second`: the fields are part of the type's name. */
const fieldsOfInterval = /^interval (.+)$/;

/** The rows of a type; none where SQLAlchemy has no name for it. */
export function postgresqlNames(base: string): readonly TypeName[] {
  if (Object.hasOwn(typeNames, base)) return typeNames[base] ?? [];
  const fields = fieldsOfInterval.exec(base)?.[1];
  if (fields === undefined) return [];
  const ofFields = [text('fields', fields.toUpperCase())];
  return [
    {
      names: [ofPostgres('INTERVAL')],
      arguments: ({ modifiers: [precision] }) =>
        precision === undefined ? ofFields : [...ofFields, option('precision', precision)],
      python: timedelta,
    },
  ];
}
