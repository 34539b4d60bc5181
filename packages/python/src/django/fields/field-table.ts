import type { FieldForm, FieldKind } from './field-kind';
import { always, arrayOf, citext, noType, numeric, ofOutput, ofTarget, spatial, varchar } from './field-types';

/** Parameters of `Field.__init__`, in order. */
const fieldParameters = [
  'verbose_name',
  'name',
  'primary_key',
  'max_length',
  'unique',
  'blank',
  'null',
  'db_index',
  'rel',
  'default',
  'editable',
  'serialize',
  'unique_for_date',
  'unique_for_month',
  'unique_for_year',
  'choices',
  'help_text',
  'db_column',
  'db_tablespace',
  'auto_created',
  'validators',
  'error_messages',
  'db_comment',
  'db_default',
] as const;
const named = ['verbose_name', 'name'] as const;
const timed = [...named, 'auto_now', 'auto_now_add'] as const;
const geometric = ['verbose_name', 'dim', 'geography'] as const;

interface Row {
  readonly form?: FieldForm;
  readonly type?: FieldKind['type'];
  readonly parameters?: readonly string[];
  readonly defaults?: FieldKind['defaults'];
}

const geometry = (shape: string): Row => ({
  form: 'spatial',
  type: spatial(shape),
  parameters: geometric,
  defaults: { srid: 4326, dim: 2, spatial_index: true },
});

/** Field classes of `django.db.models`. Source: `django/db/models/fields`, `data_types` of the PostgreSQL backend. */
const modelFields: Readonly<Record<string, Row>> = {
  AutoField: { form: 'auto', type: always('integer') },
  BigAutoField: { form: 'auto', type: always('bigint') },
  SmallAutoField: { form: 'auto', type: always('smallint') },
  BigIntegerField: { type: always('bigint') },
  BinaryField: { type: always('bytea') },
  BooleanField: { type: always('boolean') },
  CharField: { type: varchar },
  CommaSeparatedIntegerField: { type: varchar },
  DateField: { type: always('date'), parameters: timed },
  DateTimeField: { type: always('timestamp with time zone'), parameters: timed },
  DecimalField: { type: numeric, parameters: [...named, 'max_digits', 'decimal_places'] },
  DurationField: { type: always('interval') },
  EmailField: { type: varchar, defaults: { max_length: 254 } },
  FileField: { type: varchar, parameters: [...named, 'upload_to', 'storage'], defaults: { max_length: 100 } },
  FilePathField: {
    type: varchar,
    parameters: [...named, 'path', 'match', 'recursive', 'allow_files', 'allow_folders'],
    defaults: { max_length: 100 },
  },
  FloatField: { type: always('double precision') },
  GenericIPAddressField: { type: always('inet'), parameters: [...named, 'protocol', 'unpack_ipv4'] },
  IPAddressField: { type: always('inet') },
  ImageField: { type: varchar, parameters: [...named, 'width_field', 'height_field'], defaults: { max_length: 100 } },
  IntegerField: { type: always('integer') },
  JSONField: { type: always('jsonb'), parameters: [...named, 'encoder', 'decoder'] },
  NullBooleanField: { type: always('boolean'), defaults: { null: true } },
  OrderWrt: { type: always('integer'), defaults: { name: '_order' } },
  PositiveBigIntegerField: { form: 'positive', type: always('bigint') },
  PositiveIntegerField: { form: 'positive', type: always('integer') },
  PositiveSmallIntegerField: { form: 'positive', type: always('smallint') },
  SlugField: { type: varchar, defaults: { max_length: 50, db_index: true } },
  SmallIntegerField: { type: always('smallint') },
  TextField: { type: always('text') },
  TimeField: { type: always('time without time zone'), parameters: timed },
  URLField: { type: varchar, parameters: named, defaults: { max_length: 200 } },
  UUIDField: { type: always('uuid'), parameters: ['verbose_name'] },
  GeneratedField: { form: 'generated', type: ofOutput, parameters: [] },
  CompositePrimaryKey: { form: 'composite-key', parameters: [] },
  ForeignKey: {
    form: 'foreign-key',
    type: ofTarget,
    parameters: [
      'to',
      'on_delete',
      'related_name',
      'related_query_name',
      'limit_choices_to',
      'parent_link',
      'to_field',
      'db_constraint',
    ],
    defaults: { db_index: true, db_constraint: true },
  },
  OneToOneField: {
    form: 'one-to-one',
    type: ofTarget,
    parameters: ['to', 'on_delete', 'to_field'],
    defaults: { unique: true, db_index: true, db_constraint: true },
  },
  ManyToManyField: {
    form: 'many-to-many',
    parameters: [
      'to',
      'related_name',
      'related_query_name',
      'limit_choices_to',
      'symmetrical',
      'through',
      'through_fields',
      'db_constraint',
      'db_table',
      'swappable',
    ],
    defaults: { db_constraint: true },
  },
  ForeignObject: { form: 'none' },
  RelatedField: { form: 'none' },
};

/** Field classes of `django.contrib.postgres`. */
const postgresFields: Readonly<Record<string, Row>> = {
  ArrayField: { type: arrayOf, parameters: ['base_field', 'size'] },
  BigIntegerRangeField: { type: always('int8range') },
  CICharField: { type: citext },
  CIEmailField: { type: citext },
  CITextField: { type: citext },
  DateRangeField: { type: always('daterange') },
  DateTimeRangeField: { type: always('tstzrange') },
  DecimalRangeField: { type: always('numrange') },
  FloatRangeField: { type: always('numrange') },
  HStoreField: { type: always('hstore') },
  IntegerRangeField: { type: always('int4range') },
  SearchVectorField: { type: always('tsvector') },
  SearchQueryField: { type: always('tsquery') },
};

/** Field classes of `django.contrib.contenttypes`: they describe other fields and have no column. */
const contentTypeFields: Readonly<Record<string, Row>> = {
  GenericForeignKey: { form: 'none', parameters: ['ct_field', 'fk_field', 'for_concrete_model'] },
  GenericRelation: { form: 'none' },
  GenericRel: { form: 'none' },
};

/** Field classes of `django.contrib.gis`. */
const spatialFields: Readonly<Record<string, Row>> = {
  GeometryField: geometry('Geometry'),
  PointField: geometry('Point'),
  LineStringField: geometry('LineString'),
  PolygonField: geometry('Polygon'),
  MultiPointField: geometry('MultiPoint'),
  MultiLineStringField: geometry('MultiLineString'),
  MultiPolygonField: geometry('MultiPolygon'),
  GeometryCollectionField: geometry('GeometryCollection'),
  RasterField: { form: 'spatial', type: always('raster'), parameters: geometric, defaults: { spatial_index: true } },
};

const kinds: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries({ ...modelFields, ...postgresFields, ...contentTypeFields, ...spatialFields }).map(([name, row]) => [
    name,
    {
      name,
      form: row.form ?? 'column',
      type: row.type ?? noType,
      parameters: row.parameters ?? fieldParameters,
      defaults: row.defaults ?? {},
    },
  ]),
);

/** Modules from which Django's field classes are imported. */
const fieldPackages = [
  'django.db.models.',
  'django.contrib.postgres.',
  'django.contrib.contenttypes.',
  'django.contrib.gis.',
];

/** The field class of that dotted name, whichever of Django's modules re-exports it; null where it is none. */
export function fieldKindNamed(dottedName: string): FieldKind | null {
  if (!fieldPackages.some((prefix) => dottedName.startsWith(prefix))) return null;
  return kindCalled(dottedName.slice(dottedName.lastIndexOf('.') + 1));
}

/** The field class of that name: what `get_internal_type()` answers. */
export function kindCalled(name: string): FieldKind | null {
  return kinds.get(name) ?? null;
}

/** A field class that must exist: a name written in this package. */
export function djangoKind(name: string): FieldKind {
  const kind = kinds.get(name);
  if (kind === undefined) throw new Error(`There is no field class ${name}.`);
  return kind;
}
