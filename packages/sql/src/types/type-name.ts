import { formatType, parseColumnType } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import type { Node, TypeName } from '../parser/postgres';

/** A column's type as written: `type` as `format_type` prints it, and what `serial` spelling it had. */
export interface WrittenType {
  readonly type: string;
  readonly serial: 'smallint' | 'integer' | 'bigint' | null;
}

const serials: Readonly<Record<string, 'smallint' | 'integer' | 'bigint'>> = {
  smallserial: 'smallint',
  serial2: 'smallint',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
};

/** PostgreSQL's own types under their internal names, which a quoted or qualified spelling may use. */
const ownTypes: ReadonlySet<string> = new Set(
  [
    'int2 int4 int8 float4 float8 numeric bool varchar timestamptz timestamp timetz time varbit bit text bytea',
    'date interval uuid json jsonb jsonpath xml money inet cidr macaddr macaddr8 point line lseg box path polygon',
    'circle tsvector tsquery name oid regclass regconfig regproc regtype int4range int8range numrange tsrange',
    'tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange',
    'smallserial serial2 serial serial4 bigserial serial8 decimal xid cid tid pg_lsn',
  ].flatMap((line) => line.split(' ')),
);

/** Is it one of PostgreSQL's own types, as `format_type` prints it without modifiers? */
export function isOwnType(base: string): boolean {
  if (base.startsWith('interval ') || ['"char"', 'bpchar', 'character'].includes(base)) return true;
  formattedOwnTypes ??= new Set([...ownTypes].map((name) => parseColumnType(formatType(name)).base));
  return formattedOwnTypes.has(base);
}

let formattedOwnTypes: ReadonlySet<string> | undefined;

/**
 * Types that only the keywords of the grammar name otherwise: `bpchar` has no length of its own (`char` is `char(1)`
 * by the time the grammar is done), and `"char"` is a one-byte type.
 */
const unformatted: Readonly<Record<string, string>> = { bpchar: 'bpchar', char: '"char"' };

/** The type that a parsed type name stands for. Arrays of any size and dimension are one `[]`, as in PostgreSQL. */
export function columnTypeOf(typeName: TypeName): WrittenType {
  const names = (typeName.names ?? []).map(stringOf);
  const array = (typeName.arrayBounds?.length ?? 0) > 0;
  const name = names.at(-1) ?? '';
  const schema = names.length > 1 ? (names.at(-2) ?? null) : null;
  const serial = schema === null ? (serials[name] ?? null) : null;
  const suffix = array ? '[]' : '';
  if (typeName.pct_type) return { type: `${names.map(quoteName).join('.')}%TYPE${suffix}`, serial: null };
  return { type: scalarType(schema, name, typeName.typmods ?? []) + suffix, serial };
}

function scalarType(schema: string | null, name: string, typmods: readonly Node[]): string {
  if (schema !== null && schema !== 'pg_catalog') return userType(schema, name, typmods);
  if (typmods.length === 0 && Object.hasOwn(unformatted, name)) return unformatted[name] ?? name;
  if (name === 'bpchar') return formatType('character', typmods.map(modifierOf));
  if (name === 'interval') return intervalType(typmods);
  if (ownTypes.has(name)) return formatType(name, typmods.map(modifierOf));
  return userType(schema, name, typmods);
}

function userType(schema: string | null, name: string, typmods: readonly Node[]): string {
  const prefix = schema === null || schema === 'public' ? '' : `${quoteName(schema)}.`;
  const modifiers = typmods.map((node) => geometryName(modifierOf(node)));
  return prefix + quoteName(name) + (modifiers.length === 0 ? '' : `(${modifiers.join(',')})`);
}

/** PostGIS prints its shapes in mixed case whatever case they were written in. */
const shapes = new Map(
  ['Point LineString Polygon MultiPoint MultiLineString MultiPolygon GeometryCollection CircularString CompoundCurve']
    .concat('CurvePolygon MultiCurve MultiSurface PolyhedralSurface Tin Triangle Geometry')
    .flatMap((line) => line.split(' '))
    .flatMap((shape) => ['', 'Z', 'M', 'ZM'].map((axes) => [`${shape}${axes}`.toLowerCase(), `${shape}${axes}`])),
);

/** A geometry's shape as PostGIS prints it; any other modifier as it is. */
export function geometryName(modifier: string): string {
  return shapes.get(modifier.toLowerCase()) ?? modifier;
}

/** The grammar gives `interval`'s fields as a bit mask (`INTERVAL_MASK`), all bits for none written. */
const intervalFields = new Map([
  [4, 'year'],
  [2, 'month'],
  [8, 'day'],
  [1024, 'hour'],
  [2048, 'minute'],
  [4096, 'second'],
  [6, 'year to month'],
  [1032, 'day to hour'],
  [3080, 'day to minute'],
  [7176, 'day to second'],
  [3072, 'hour to minute'],
  [7168, 'hour to second'],
  [6144, 'minute to second'],
]);

function intervalType(typmods: readonly Node[]): string {
  const [mask, precision] = typmods.map(modifierOf);
  const fields = mask === undefined ? undefined : intervalFields.get(Number(mask));
  const digits = precision === undefined || precision === '6' ? '' : `(${precision})`;
  return `interval${fields === undefined ? '' : ` ${fields}`}${digits}`;
}

function stringOf(node: Node): string {
  return 'String' in node ? (node.String.sval ?? '') : '';
}

function modifierOf(node: Node): string {
  if ('ColumnRef' in node) return (node.ColumnRef.fields ?? []).map(stringOf).join('.');
  if (!('A_Const' in node)) return '';
  const constant = node.A_Const;
  if (constant.ival !== undefined) return String(constant.ival.ival ?? 0);
  if (constant.fval !== undefined) return constant.fval.fval ?? '';
  return constant.sval?.sval ?? '';
}
