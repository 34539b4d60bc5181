import { unreadable } from '@canonical-schema/schema';
import { dottedPath } from '../framework-name';
import {
  fixedType,
  scaledType,
  sizedType,
  type TypeRule,
  type TypeRules,
  typeArgument,
  typeFlag,
  typeNumber,
} from './type-rule';

/** What MySQL's own numeric types add; the generic ones take no such arguments. */
const extended =
  (rule: TypeRule): TypeRule =>
  (call, versions) => {
    const text = rule(call, versions);
    if (typeof text !== 'string') return text;
    const unsigned = typeFlag(call, 'unsigned') ? ' UNSIGNED' : '';
    return `${text}${unsigned}${typeFlag(call, 'zerofill') ? ' ZEROFILL' : ''}`;
  };

const integer = (name: string): TypeRule =>
  extended((call) => {
    const width = typeNumber(call, 'display_width', 0);
    return width === null ? name : `${name}(${width})`;
  });

/** The generic types have a precision only, and as their second argument a switch. */
const approximate = (name: string, printsPrecision: boolean): TypeRule =>
  extended((call) => {
    const precision = typeNumber(call, 'precision', 0);
    const scale = typeNumber(call, 'scale', 1);
    if (precision === null) return name;
    if (scale !== null) return `${name}(${precision}, ${scale})`;
    return printsPrecision
      ? `${name}(${precision})`
      : unreadable(`${name} takes a precision and a scale together in MySQL and MariaDB`);
  });

const lengthened =
  (name: string, prefix = ''): TypeRule =>
  (call) => {
    const length = typeNumber(call, 'length', 0);
    return length === null ? unreadable(`${name} needs a length in MySQL and MariaDB`) : `${prefix}VARCHAR(${length})`;
  };

/** `timezone` means nothing; `fsp` exists in MySQL's own types only, where PostgreSQL's have another precision. */
const timed =
  (name: string): TypeRule =>
  (call) => {
    const isForeign = call !== null && dottedPath(call.callee)?.startsWith('sqlalchemy.dialects.postgresql.') === true;
    const fsp = isForeign ? null : typeNumber(call, 'fsp', 1);
    return fsp === null || fsp === 0 ? name : `${name}(${fsp})`;
  };

/** Labels as MySQL reads them, where a backslash escapes. */
export function quotedLabels(labels: readonly string[]): string {
  return labels.map((label) => `'${label.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(',');
}

const set: TypeRule = (call) => {
  const values = call?.positional ?? [];
  const labels = values.flatMap((value) => (value.kind === 'str' ? [value.value] : []));
  return labels.length === 0 || labels.length < values.length
    ? unreadable('the values of its SET are not constants')
    : `SET(${quotedLabels(labels)})`;
};

const varbinary: TypeRule = (call) => {
  const length = typeNumber(call, 'length', 0);
  return length === null ? unreadable('VARBINARY needs a length in MySQL and MariaDB') : `VARBINARY(${length})`;
};

/**
 * Every type of `sqlalchemy`, `sqlalchemy.types` and `sqlalchemy.dialects.mysql` that its name and arguments settle, as
 * `MySQLTypeCompiler` prints it. `Enum` and decorated types need more and are read by `read-type.ts`.
 */
export const mysqlTypes: TypeRules = {
  Integer: integer('INTEGER'),
  INTEGER: integer('INTEGER'),
  INT: integer('INTEGER'),
  SmallInteger: integer('SMALLINT'),
  SMALLINT: integer('SMALLINT'),
  BigInteger: integer('BIGINT'),
  BIGINT: integer('BIGINT'),
  MEDIUMINT: integer('MEDIUMINT'),
  TINYINT: integer('TINYINT'),
  String: lengthened('String'),
  VARCHAR: lengthened('VARCHAR'),
  Unicode: lengthened('Unicode'),
  AutoString: (call) => `VARCHAR(${typeNumber(call, 'length', 0) ?? 255})`,
  NVARCHAR: lengthened('NVARCHAR', 'NATIONAL '),
  CHAR: sizedType('CHAR'),
  NCHAR: sizedType('NATIONAL CHAR'),
  Text: sizedType('TEXT'),
  TEXT: sizedType('TEXT'),
  UnicodeText: sizedType('TEXT'),
  TINYTEXT: fixedType('TINYTEXT'),
  MEDIUMTEXT: fixedType('MEDIUMTEXT'),
  LONGTEXT: fixedType('LONGTEXT'),
  Numeric: extended(scaledType('NUMERIC')),
  NUMERIC: extended(scaledType('NUMERIC')),
  DECIMAL: extended(scaledType('DECIMAL')),
  Float: approximate('FLOAT', true),
  FLOAT: approximate('FLOAT', true),
  REAL: approximate('REAL', false),
  Double: approximate('DOUBLE', false),
  DOUBLE: approximate('DOUBLE', false),
  DOUBLE_PRECISION: fixedType('DOUBLE PRECISION'),
  Boolean: fixedType('BOOL'),
  BOOLEAN: fixedType('BOOL'),
  BIT: sizedType('BIT'),
  Date: fixedType('DATE'),
  DATE: fixedType('DATE'),
  DateTime: timed('DATETIME'),
  DATETIME: timed('DATETIME'),
  UTCDateTime: fixedType('DATETIME'),
  TIMESTAMP: timed('TIMESTAMP'),
  Time: timed('TIME'),
  TIME: timed('TIME'),
  Interval: fixedType('DATETIME'),
  YEAR: fixedType('YEAR'),
  LargeBinary: sizedType('BLOB'),
  PickleType: fixedType('BLOB'),
  BLOB: sizedType('BLOB'),
  TINYBLOB: fixedType('TINYBLOB'),
  MEDIUMBLOB: fixedType('MEDIUMBLOB'),
  LONGBLOB: fixedType('LONGBLOB'),
  BINARY: sizedType('BINARY'),
  VARBINARY: varbinary,
  JSON: fixedType('JSON'),
  Uuid: fixedType('CHAR(32)'),
  SET: set,
};

/** From MariaDB 10.7 on there is a type of its own, which SQLAlchemy 2 uses. */
const mariadbUuid: TypeRule = (call, versions) => {
  const native = typeArgument(call, 'native_uuid');
  const isNative = native?.kind !== 'bool' || native.value;
  return isNative && versions.isServerAtLeast(10, 7) ? 'UUID' : 'CHAR(32)';
};

const since =
  (name: string, major: number, minor: number): TypeRule =>
  (_call, versions) =>
    versions.isServerAtLeast(major, minor) ? name : unreadable(`MariaDB before ${major}.${minor} has no type ${name}`);

/** Those, and the types that MariaDB has besides. */
export const mariadbTypes: TypeRules = {
  ...mysqlTypes,
  Uuid: mariadbUuid,
  UUID: since('UUID', 10, 7),
  INET4: since('INET4', 10, 10),
  INET6: since('INET6', 10, 5),
};

const castInteger: TypeRule = (call) => (typeFlag(call, 'unsigned') ? 'UNSIGNED INTEGER' : 'SIGNED INTEGER');

const castDecimal = scaledType('DECIMAL');

/** What MySQL takes in a CAST; to others there is none. Source: `MySQLCompiler.visit_typeclause`. */
export const mysqlCasts: TypeRules = {
  Integer: castInteger,
  INTEGER: castInteger,
  INT: castInteger,
  SmallInteger: castInteger,
  SMALLINT: castInteger,
  BigInteger: castInteger,
  BIGINT: castInteger,
  MEDIUMINT: castInteger,
  TINYINT: castInteger,
  String: sizedType('CHAR'),
  VARCHAR: sizedType('CHAR'),
  Unicode: sizedType('CHAR'),
  CHAR: sizedType('CHAR'),
  Text: sizedType('CHAR'),
  TEXT: sizedType('CHAR'),
  UnicodeText: sizedType('CHAR'),
  Numeric: castDecimal,
  NUMERIC: castDecimal,
  DECIMAL: castDecimal,
  Float: fixedType('FLOAT'),
  FLOAT: fixedType('FLOAT'),
  Double: fixedType('DOUBLE'),
  DOUBLE: fixedType('DOUBLE'),
  Date: fixedType('DATE'),
  DATE: fixedType('DATE'),
  DateTime: timed('DATETIME'),
  DATETIME: timed('DATETIME'),
  TIMESTAMP: fixedType('DATETIME'),
  Time: timed('TIME'),
  TIME: timed('TIME'),
  LargeBinary: fixedType('BINARY'),
  BLOB: fixedType('BINARY'),
  BINARY: fixedType('BINARY'),
  VARBINARY: fixedType('BINARY'),
  JSON: fixedType('JSON'),
};
