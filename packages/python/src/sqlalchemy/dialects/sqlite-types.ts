import { unreadable } from '@canonical-schema/schema';
import { textOf } from '../facts-of-values';
import { fixedType, scaledType, sizedType, type TypeRule, type TypeRules, typeArgument } from './type-rule';

/** A `storage_format` of digits alone would have numeric affinity: the type's name then says that it is text. */
const timed =
  (name: string): TypeRule =>
  (call) => {
    const given = typeArgument(call, 'storage_format');
    if (given === null || given.kind === 'none') return name;
    const format = textOf(given);
    if (format === null) return unreadable('its storage_format is not a constant');
    return onlyDigits(format) ? `${name}_CHAR` : name;
  };

/** Is everything but its `%(field)04d` a digit? */
function onlyDigits(format: string): boolean {
  const around = format.split('%').map((part, at) => {
    const width = part.slice(part.indexOf(')') + 1);
    return at === 0 ? part : width.slice(width.indexOf('d') + 1);
  });
  return around.every((text) => [...text].every((character) => character >= '0' && character <= '9'));
}

const jsonb: TypeRule = (_call, versions) =>
  versions.isAtLeast(2, 1) ? 'JSONB' : unreadable('SQLAlchemy before 2.1 prints no JSONB for SQLite');

const uuid: TypeRule = (_call, versions) =>
  versions.isAtLeast(2, 0) ? 'UUID' : unreadable('SQLAlchemy before 2.0 prints no UUID for SQLite');

/**
 * Every type of `sqlalchemy`, `sqlalchemy.types` and `sqlalchemy.dialects.sqlite` that its name and arguments settle, as
 * `SQLiteTypeCompiler` prints it.
 */
export const sqliteTypes: TypeRules = {
  Integer: fixedType('INTEGER'),
  INTEGER: fixedType('INTEGER'),
  INT: fixedType('INTEGER'),
  SmallInteger: fixedType('SMALLINT'),
  SMALLINT: fixedType('SMALLINT'),
  BigInteger: fixedType('BIGINT'),
  BIGINT: fixedType('BIGINT'),
  String: sizedType('VARCHAR'),
  VARCHAR: sizedType('VARCHAR'),
  Unicode: sizedType('VARCHAR'),
  AutoString: sizedType('VARCHAR'),
  CHAR: sizedType('CHAR'),
  NCHAR: sizedType('NCHAR'),
  NVARCHAR: sizedType('NVARCHAR'),
  Text: sizedType('TEXT'),
  TEXT: sizedType('TEXT'),
  UnicodeText: sizedType('TEXT'),
  CLOB: fixedType('CLOB'),
  Numeric: scaledType('NUMERIC'),
  NUMERIC: scaledType('NUMERIC'),
  DECIMAL: scaledType('DECIMAL'),
  Float: fixedType('FLOAT'),
  FLOAT: fixedType('FLOAT'),
  REAL: fixedType('REAL'),
  Double: fixedType('DOUBLE'),
  DOUBLE: fixedType('DOUBLE'),
  DOUBLE_PRECISION: fixedType('DOUBLE PRECISION'),
  Boolean: fixedType('BOOLEAN'),
  BOOLEAN: fixedType('BOOLEAN'),
  Date: timed('DATE'),
  DATE: timed('DATE'),
  DateTime: timed('DATETIME'),
  DATETIME: timed('DATETIME'),
  UTCDateTime: fixedType('DATETIME'),
  TIMESTAMP: fixedType('TIMESTAMP'),
  Time: timed('TIME'),
  TIME: timed('TIME'),
  Interval: fixedType('DATETIME'),
  LargeBinary: fixedType('BLOB'),
  PickleType: fixedType('BLOB'),
  BLOB: fixedType('BLOB'),
  BINARY: sizedType('BINARY'),
  VARBINARY: sizedType('VARBINARY'),
  JSON: fixedType('JSON'),
  JSONB: jsonb,
  Uuid: fixedType('CHAR(32)'),
  UUID: uuid,
};
