import { ofSqlAlchemy, pythonName } from '../imported-name';
import { builtin, bytes, datetime, decimal, fixed, float, integer, sized, string, type TypeName } from './type-name';

const whole = fixed(integer, ofSqlAlchemy('Integer'), ofSqlAlchemy('INTEGER'), ofSqlAlchemy('INT'));
const varying = sized(string, ofSqlAlchemy('String'), ofSqlAlchemy('VARCHAR'), ofSqlAlchemy('Unicode'));
const text = sized(string, ofSqlAlchemy('Text'), ofSqlAlchemy('TEXT'), ofSqlAlchemy('UnicodeText'));
const binary = fixed(bytes, ofSqlAlchemy('LargeBinary'), ofSqlAlchemy('BLOB'));
const approximate = fixed(float, ofSqlAlchemy('Float'), ofSqlAlchemy('FLOAT'));
const numeric = sized(decimal, ofSqlAlchemy('Numeric'), ofSqlAlchemy('NUMERIC'));

const names: Readonly<Record<string, readonly TypeName[]>> = {
  integer: [whole],
  smallint: [fixed(integer, ofSqlAlchemy('SmallInteger'), ofSqlAlchemy('SMALLINT'))],
  bigint: [fixed(integer, ofSqlAlchemy('BigInteger'), ofSqlAlchemy('BIGINT'))],
  varchar: [varying],
  nvarchar: [sized(string, ofSqlAlchemy('NVARCHAR'))],
  char: [sized(string, ofSqlAlchemy('CHAR'))],
  nchar: [sized(string, ofSqlAlchemy('NCHAR'))],
  text: [text],
  clob: [fixed(string, ofSqlAlchemy('CLOB'))],
  numeric: [numeric],
  decimal: [sized(decimal, ofSqlAlchemy('DECIMAL'))],
  float: [approximate],
  real: [fixed(float, ofSqlAlchemy('REAL'))],
  double: [fixed(float, ofSqlAlchemy('Double'), ofSqlAlchemy('DOUBLE'))],
  'double precision': [fixed(float, ofSqlAlchemy('DOUBLE_PRECISION'))],
  boolean: [fixed(builtin('bool'), ofSqlAlchemy('Boolean'), ofSqlAlchemy('BOOLEAN'))],
  date: [fixed(pythonName('datetime', 'date'), ofSqlAlchemy('Date'), ofSqlAlchemy('DATE'))],
  datetime: [fixed(datetime, ofSqlAlchemy('DateTime'), ofSqlAlchemy('DATETIME'))],
  timestamp: [fixed(datetime, ofSqlAlchemy('TIMESTAMP'))],
  time: [fixed(pythonName('datetime', 'time'), ofSqlAlchemy('Time'), ofSqlAlchemy('TIME'))],
  blob: [binary],
  binary: [sized(bytes, ofSqlAlchemy('BINARY'))],
  varbinary: [sized(bytes, ofSqlAlchemy('VARBINARY'))],
  json: [fixed(builtin('dict'), ofSqlAlchemy('JSON'))],
};

/** Types of the same affinity, by what the declared name contains. Source: SQLite's "Determination Of Column Affinity". */
const affinities: readonly (readonly [part: string, name: TypeName])[] = [
  ['int', whole],
  ['char', varying],
  ['clob', text],
  ['text', text],
  ['blob', binary],
  ['real', approximate],
  ['floa', approximate],
  ['doub', approximate],
];

/** SQLAlchemy's names of the types that SQLite tables declare; for others, one of the same affinity. */
export function sqliteNames(base: string): readonly TypeName[] {
  if (base === '') return [];
  if (Object.hasOwn(names, base)) return names[base] ?? [];
  return [affinities.find(([part]) => base.includes(part))?.[1] ?? numeric];
}
