import { formatType } from '@canonical-schema/schema';
import { geometryName } from '@canonical-schema/sql';
import { argument, integerOf, isTrue } from '../facts-of-values';
import type { TypeRule, TypeRules } from './type-rule';

const fixed =
  (name: string): TypeRule =>
  () =>
    formatType(name);

/** Types with a length as their first argument; none prints none. */
const sized =
  (name: string): TypeRule =>
  (call) => {
    const length = call === null ? null : integerOf(argument(call, 'length', 0));
    return formatType(name, length === null ? [] : [length]);
  };

const numeric: TypeRule = (call) => {
  const precision = call === null ? null : integerOf(argument(call, 'precision', 0));
  const scale = call === null ? null : integerOf(argument(call, 'scale', 1));
  return formatType('numeric', precision === null ? [] : scale === null ? [precision] : [precision, scale]);
};

/** `FLOAT(p)` is PostgreSQL's `real` up to 24 binary digits. */
const float: TypeRule = (call) => {
  const precision = call === null ? null : integerOf(argument(call, 'precision', 0));
  return precision !== null && precision > 0 && precision <= 24 ? 'real' : 'double precision';
};

/** `timezone` decides the name. `precision` exists in the PostgreSQL dialect's own types only. */
const timed =
  (name: 'time' | 'timestamp'): TypeRule =>
  (call) => {
    const precision = call === null ? null : integerOf(argument(call, 'precision', 1));
    const zoned = call !== null && isTrue(argument(call, 'timezone', 0));
    return formatType(zoned ? `${name}tz` : name, precision === null ? [] : [precision]);
  };

/** The generic `Interval` calls its precision `second_precision`; PostgreSQL's INTERVAL has `precision` and `fields`. */
const interval: TypeRule = (call) => {
  const precision = call === null ? null : integerOf(argument(call, 'second_precision') ?? argument(call, 'precision'));
  const fields = call === null ? null : call.keywords.get('fields');
  const name = fields?.kind === 'str' ? `interval ${fields.value.toLowerCase()}` : 'interval';
  return precision === null || precision === 6 ? name : `${name}(${precision})`;
};

const uuid: TypeRule = (call) => {
  const isNative =
    call === null || argument(call, 'native_uuid')?.kind !== 'bool' || isTrue(argument(call, 'native_uuid'));
  return isNative ? 'uuid' : 'character(32)';
};

const bit: TypeRule = (call) => {
  const length = call === null ? null : integerOf(argument(call, 'length', 0));
  const isVarying = call !== null && isTrue(argument(call, 'varying', 1));
  if (!isVarying) return formatType('bit', [length ?? 1]);
  return formatType('varbit', length === null ? [] : [length]);
};

/**
 * Every type of `sqlalchemy`, `sqlalchemy.types` and `sqlalchemy.dialects.postgresql` that its name and arguments
 * settle, as the PostgreSQL dialect's type compiler prints it. `Enum`, `ENUM`, `ARRAY`, `DOMAIN` and decorated types
 * need more and are read by `read-type.ts`. Source: `PGTypeCompiler` and `GenericTypeCompiler`.
 */
export const postgresqlTypes: TypeRules = {
  Integer: fixed('integer'),
  INTEGER: fixed('integer'),
  INT: fixed('integer'),
  SmallInteger: fixed('smallint'),
  SMALLINT: fixed('smallint'),
  BigInteger: fixed('bigint'),
  BIGINT: fixed('bigint'),
  String: sized('varchar'),
  VARCHAR: sized('varchar'),
  Unicode: sized('varchar'),
  AutoString: sized('varchar'),
  CHAR: sized('char'),
  NCHAR: sized('char'),
  Text: fixed('text'),
  TEXT: fixed('text'),
  UnicodeText: fixed('text'),
  Numeric: numeric,
  NUMERIC: numeric,
  DECIMAL: numeric,
  Float: float,
  FLOAT: float,
  REAL: fixed('float4'),
  Double: fixed('float8'),
  DOUBLE: fixed('float8'),
  DOUBLE_PRECISION: fixed('float8'),
  Boolean: fixed('bool'),
  BOOLEAN: fixed('bool'),
  Date: fixed('date'),
  DATE: fixed('date'),
  DateTime: timed('timestamp'),
  TIMESTAMP: timed('timestamp'),
  UTCDateTime: fixed('timestamptz'),
  Time: timed('time'),
  TIME: timed('time'),
  Interval: interval,
  INTERVAL: interval,
  LargeBinary: fixed('bytea'),
  PickleType: fixed('bytea'),
  BYTEA: fixed('bytea'),
  JSON: fixed('json'),
  JSONB: fixed('jsonb'),
  JSONPATH: fixed('jsonpath'),
  Uuid: uuid,
  UUID: uuid,
  BIT: bit,
  INET: fixed('inet'),
  CIDR: fixed('cidr'),
  MACADDR: fixed('macaddr'),
  MACADDR8: fixed('macaddr8'),
  MONEY: fixed('money'),
  OID: fixed('oid'),
  REGCLASS: fixed('regclass'),
  REGCONFIG: fixed('regconfig'),
  TSVECTOR: fixed('tsvector'),
  TSQUERY: fixed('tsquery'),
  CITEXT: fixed('citext'),
  HSTORE: fixed('hstore'),
  INT4RANGE: fixed('int4range'),
  INT8RANGE: fixed('int8range'),
  NUMRANGE: fixed('numrange'),
  DATERANGE: fixed('daterange'),
  TSRANGE: fixed('tsrange'),
  TSTZRANGE: fixed('tstzrange'),
  INT4MULTIRANGE: fixed('int4multirange'),
  INT8MULTIRANGE: fixed('int8multirange'),
  NUMMULTIRANGE: fixed('nummultirange'),
  DATEMULTIRANGE: fixed('datemultirange'),
  TSMULTIRANGE: fixed('tsmultirange'),
  TSTZMULTIRANGE: fixed('tstzmultirange'),
};

/** Types of SQLAlchemy whose DDL PostgreSQL refuses: `create_all` would fail. */
export const typesUnknownToPostgresql: ReadonlySet<string> = new Set([
  'DATETIME',
  'CLOB',
  'BLOB',
  'BINARY',
  'VARBINARY',
  'NVARCHAR',
]);

/** The type's one modifier is its first argument: `Vector(1536)`. */
const dimensioned =
  (name: string): TypeRule =>
  (call) => {
    const dimensions = call === null ? null : integerOf(argument(call, 'dim', 0));
    return dimensions === null ? name : `${name}(${dimensions})`;
  };

const spatial =
  (name: string): TypeRule =>
  (call) => {
    const shape = call === null ? null : argument(call, 'geometry_type', 0);
    const srid = call === null ? null : integerOf(argument(call, 'srid', 1));
    const kind = shape?.kind === 'str' ? geometryName(shape.value) : 'Geometry';
    if (srid === null || srid <= 0) return kind === 'Geometry' ? name : `${name}(${kind})`;
    return `${name}(${kind},${srid})`;
  };

/** Types of widespread packages that are another one elsewhere, or none. */
export const postgresqlThirdParty: TypeRules = {
  'sqlalchemy_utils.UUIDType': fixed('uuid'),
  'sqlalchemy_utils.JSONType': fixed('json'),
  'sqlalchemy_utils.LtreeType': fixed('ltree'),
  'sqlalchemy_utils.TSVectorType': fixed('tsvector'),
  'pgvector.Vector': dimensioned('vector'),
  'pgvector.VECTOR': dimensioned('vector'),
  'pgvector.HALFVEC': dimensioned('halfvec'),
  'pgvector.SPARSEVEC': dimensioned('sparsevec'),
  'geoalchemy2.Geometry': spatial('geometry'),
  'geoalchemy2.Geography': spatial('geography'),
  'geoalchemy2.Raster': fixed('raster'),
};
