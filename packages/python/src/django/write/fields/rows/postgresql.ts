import { isAtLeast } from '../../../version';
import { keyword, plain } from '../python-code';
import { characters, decimal, type FieldRows, field, integer, plainly, type Row } from './field-rows';

const postgresModule = 'django.contrib.postgres.fields';
const searchModule = 'django.contrib.postgres.search';
const gisModule = 'django.contrib.gis.db.models';

const rows: Readonly<Record<string, Row>> = {
  smallint: integer('Small'),
  integer: integer(''),
  bigint: integer('Big'),
  'double precision': plainly('FloatField'),
  boolean: plainly('BooleanField'),
  text: plainly('TextField'),
  'character varying': characters,
  numeric: decimal,
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

/** The fields of PostgreSQL's types. */
export const postgresqlRows: FieldRows = {
  rowOf: (base) => rows[base],
  nearRelativeOf: (base) => nearRelatives[base],
  autoFieldsAreOne: false,
};
