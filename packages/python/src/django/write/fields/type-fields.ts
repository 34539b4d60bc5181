import { parseColumnType } from '@canonical-schema/schema';
import { type DjangoVersion, isAtLeast } from '../../version';
import type { FieldProblem } from './field-writing';
import { type ArgumentCode, type CallCode, imported, keyword, plain, positional } from './python-code';

/** What the field of a type depends on besides the type. */
export interface TypeQuestion {
  readonly version: DjangoVersion;
  /** Is there a check that the column is not negative, which a Positive field makes by itself? */
  readonly positive: boolean;
  /** Does the column count up by itself? */
  readonly counts: boolean;
}

/** A field class with the arguments that its type asks for. */
export interface FieldOfType {
  readonly kind: 'field';
  readonly module: string;
  readonly name: string;
  readonly args: readonly ArgumentCode[];
}

/** No field of Django's has the type. */
export interface NoFieldOfType extends FieldProblem {
  readonly kind: 'none';
}

/** Where Django's field classes are imported from. */
export const modelsModule = 'django.db.models';
const postgresModule = 'django.contrib.postgres.fields';
const searchModule = 'django.contrib.postgres.search';
const gisModule = 'django.contrib.gis.db.models';

type Row = (modifiers: readonly string[], question: TypeQuestion) => FieldOfType | string;

function field(name: string, args: readonly ArgumentCode[] = [], module = modelsModule): FieldOfType {
  return { kind: 'field', module, name, args };
}

/** A type that one class always has; modifiers would make it another type. */
function plainly(name: string, module = modelsModule): Row {
  return (modifiers) =>
    modifiers.length === 0 ? field(name, [], module) : `Django's ${name} takes no precision or other modifier`;
}

function integer(prefix: string): Row {
  return (_, { positive, counts }) => {
    if (counts) return field(`${prefix}AutoField`);
    return field(`${positive ? 'Positive' : ''}${prefix}IntegerField`);
  };
}

/** The rows of the reader's field table, read from the other side. */
const rows: Readonly<Record<string, Row>> = {
  smallint: integer('Small'),
  integer: integer(''),
  bigint: integer('Big'),
  'double precision': plainly('FloatField'),
  boolean: plainly('BooleanField'),
  text: plainly('TextField'),
  'character varying': characters,
  numeric,
  date: plainly('DateField'),
  'timestamp with time zone': plainly('DateTimeField'),
  'time without time zone': plainly('TimeField'),
  interval: plainly('DurationField'),
  uuid: plainly('UUIDField'),
  jsonb: plainly('JSONField'),
  bytea: plainly('BinaryField'),
  inet: plainly('GenericIPAddressField'),
  citext: (_, { version }) =>
    isAtLeast(version, 5, 1) ? 'Django has no field for citext since 5.1' : field('CITextField', [], postgresModule),
  hstore: plainly('HStoreField', postgresModule),
  int4range: plainly('IntegerRangeField', postgresModule),
  int8range: plainly('BigIntegerRangeField', postgresModule),
  numrange: plainly('DecimalRangeField', postgresModule),
  daterange: plainly('DateRangeField', postgresModule),
  tstzrange: plainly('DateTimeRangeField', postgresModule),
  tsvector: plainly('SearchVectorField', searchModule),
  tsquery: plainly('SearchQueryField', searchModule),
  geometry: spatial(false),
  geography: spatial(true),
};

/** What to do about types that have a near relative which Django has. */
const nearRelatives: Readonly<Record<string, string>> = {
  'timestamp without time zone': 'timestamp with time zone',
  'time with time zone': 'time without time zone',
  json: 'jsonb',
  real: 'double precision',
  character: 'character varying',
  money: 'numeric',
  cidr: 'inet',
};

function characters([length]: readonly string[], { version }: TypeQuestion): FieldOfType {
  if (length !== undefined) return field('CharField', [keyword('max_length', plain(length))]);
  return isAtLeast(version, 4, 2) ? field('CharField') : field('TextField');
}

function numeric([digits, places = '0']: readonly string[]): FieldOfType | string {
  if (digits === undefined) return 'a DecimalField asks for max_digits and decimal_places';
  if (Number(places) < 0 || Number(places) > Number(digits)) {
    return 'a DecimalField has between 0 and max_digits decimal places';
  }
  return field('DecimalField', [keyword('max_digits', plain(digits)), keyword('decimal_places', plain(places))]);
}

const shapes: Readonly<Record<string, string>> = {
  geometry: 'GeometryField',
  point: 'PointField',
  linestring: 'LineStringField',
  polygon: 'PolygonField',
  multipoint: 'MultiPointField',
  multilinestring: 'MultiLineStringField',
  multipolygon: 'MultiPolygonField',
  geometrycollection: 'GeometryCollectionField',
};

function spatial(geography: boolean): Row {
  return ([shape = '', srid]) => {
    const flat = shape.toLowerCase();
    const name = shapes[flat] ?? shapes[flat.replace(/z$/, '')];
    if (name === undefined || srid === undefined) return 'GeoDjango asks for a shape and an SRID';
    const args = geography ? [keyword('geography', plain('True'))] : [];
    if (shapes[flat] === undefined) args.push(keyword('dim', plain('3')));
    if (srid !== '4326') args.push(keyword('srid', plain(srid)));
    return field(name, args, gisModule);
  };
}

/** The field class of a type, `format_type` text; or why there is none. */
export function fieldOfType(type: string, question: TypeQuestion): FieldOfType | NoFieldOfType {
  const { base, modifiers, array } = parseColumnType(type);
  const answer = rows[base]?.(modifiers, array ? { ...question, positive: false, counts: false } : question);
  if (answer === undefined || typeof answer === 'string') return noField(type, base, answer);
  return array ? arrayOf(answer) : answer;
}

function arrayOf({ module, name, args }: FieldOfType): FieldOfType {
  const element: CallCode = { kind: 'call', callee: imported(module, name), args };
  return field('ArrayField', [positional(element)], postgresModule);
}

function noField(type: string, base: string, why: string | undefined): NoFieldOfType {
  const near = nearRelatives[base];
  const fact = why === undefined ? '' : `: ${why}`;
  return {
    kind: 'none',
    why: `No field of Django's makes the type ${type}${fact}.`,
    remedy:
      near === undefined
        ? `Write a field class whose db_type() returns "${type}", or choose another type in the SQL.`
        : `Use ${near} in the SQL, or write a field class whose db_type() returns "${type}".`,
  };
}
