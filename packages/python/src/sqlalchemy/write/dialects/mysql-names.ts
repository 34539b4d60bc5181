import { type ImportedName, ofMysql, ofSqlAlchemy, pythonName } from '../imported-name';
import {
  builtin,
  bytes,
  datetime,
  decimal,
  fixed,
  float,
  integer,
  none,
  option,
  positional,
  sized,
  string,
  type TypeName,
  time,
} from './type-name';

/** MySQL's own class, which alone knows a precision of seconds. */
const precise = (name: string, python: ImportedName): TypeName => ({
  names: [ofMysql(name)],
  arguments: ({ modifiers: [precision] }) => (precision === undefined ? null : [option('fsp', precision)]),
  python,
});

/** MySQL's own class, which alone knows a scale. */
const scaled = (name: string): TypeName => ({
  names: [ofMysql(name)],
  arguments: (type) => (type.modifiers.length === 2 ? positional(type) : null),
  python: float,
});

const flag: TypeName = {
  names: [ofSqlAlchemy('Boolean'), ofSqlAlchemy('BOOLEAN')],
  arguments: ({ modifiers }) => (modifiers.join() === '1' ? [] : null),
  python: builtin('bool'),
};

const own = (name: string, python: ImportedName): readonly TypeName[] => [fixed(python, ofMysql(name))];

const names: Readonly<Record<string, readonly TypeName[]>> = {
  tinyint: [flag, fixed(integer, ofMysql('TINYINT'))],
  smallint: [fixed(integer, ofSqlAlchemy('SmallInteger'), ofSqlAlchemy('SMALLINT'), ofMysql('SMALLINT'))],
  mediumint: own('MEDIUMINT', integer),
  int: [fixed(integer, ofSqlAlchemy('Integer'), ofSqlAlchemy('INTEGER'), ofSqlAlchemy('INT'), ofMysql('INTEGER'))],
  bigint: [fixed(integer, ofSqlAlchemy('BigInteger'), ofSqlAlchemy('BIGINT'), ofMysql('BIGINT'))],
  decimal: [sized(decimal, ofSqlAlchemy('Numeric'), ofSqlAlchemy('NUMERIC'), ofSqlAlchemy('DECIMAL'))],
  float: [fixed(float, ofSqlAlchemy('Float'), ofSqlAlchemy('FLOAT')), scaled('FLOAT')],
  double: [
    fixed(float, ofSqlAlchemy('Double'), ofSqlAlchemy('DOUBLE'), ofSqlAlchemy('DOUBLE_PRECISION'), ofMysql('DOUBLE')),
    scaled('DOUBLE'),
  ],
  varchar: [sized(string, ofSqlAlchemy('String'), ofSqlAlchemy('VARCHAR'), ofSqlAlchemy('Unicode'))],
  char: [sized(string, ofSqlAlchemy('CHAR'), ofSqlAlchemy('NCHAR'))],
  text: [fixed(string, ofSqlAlchemy('Text'), ofSqlAlchemy('TEXT'), ofSqlAlchemy('UnicodeText'))],
  tinytext: own('TINYTEXT', string),
  mediumtext: own('MEDIUMTEXT', string),
  longtext: own('LONGTEXT', string),
  date: [fixed(pythonName('datetime', 'date'), ofSqlAlchemy('Date'), ofSqlAlchemy('DATE'))],
  datetime: [
    fixed(datetime, ofSqlAlchemy('DateTime'), ofSqlAlchemy('DATETIME'), ofMysql('DATETIME')),
    precise('DATETIME', datetime),
  ],
  timestamp: [fixed(datetime, ofSqlAlchemy('TIMESTAMP'), ofMysql('TIMESTAMP')), precise('TIMESTAMP', datetime)],
  time: [fixed(time, ofSqlAlchemy('Time'), ofSqlAlchemy('TIME'), ofMysql('TIME')), precise('TIME', time)],
  year: own('YEAR', integer),
  blob: [fixed(bytes, ofSqlAlchemy('LargeBinary'), ofSqlAlchemy('BLOB'))],
  tinyblob: own('TINYBLOB', bytes),
  mediumblob: own('MEDIUMBLOB', bytes),
  longblob: own('LONGBLOB', bytes),
  binary: [sized(bytes, ofSqlAlchemy('BINARY'))],
  varbinary: [sized(bytes, ofSqlAlchemy('VARBINARY'))],
  json: [fixed(builtin('dict'), ofSqlAlchemy('JSON'), ofMysql('JSON'))],
  bit: [sized(integer, ofMysql('BIT'))],
  uuid: [fixed(pythonName('uuid', 'UUID'), ofSqlAlchemy('Uuid'), ofSqlAlchemy('UUID'))],
  inet4: own('INET4', string),
  inet6: own('INET6', string),
};

/** MySQL's own classes of numbers, which alone can be unsigned. */
const numbers: Readonly<Record<string, string>> = {
  tinyint: 'TINYINT',
  smallint: 'SMALLINT',
  mediumint: 'MEDIUMINT',
  int: 'INTEGER',
  bigint: 'BIGINT',
  decimal: 'DECIMAL',
  float: 'FLOAT',
  double: 'DOUBLE',
};

/** SQLAlchemy's names of MySQL's and MariaDB's types: the mirror of `mysqlTypes`. */
export function mysqlNames(base: string): readonly TypeName[] {
  const [name = '', ...words] = base.split(' ');
  if (words.length === 0) return Object.hasOwn(names, name) ? (names[name] ?? []) : [];
  const number = Object.hasOwn(numbers, name) ? numbers[name] : undefined;
  if (number === undefined) return [];
  const flags = words.map((word) => option(word, 'True'));
  return [
    {
      names: [ofMysql(number)],
      arguments: (type) => [...(none(type) ?? positional(type)), ...flags],
      python: names[name]?.at(-1)?.python ?? integer,
    },
  ];
}
