import { parseColumnType } from '@canonical-schema/schema';

/** The Django field of each PostgreSQL type that has exactly one. */
const fields: Readonly<Record<string, string>> = {
  smallint: 'SmallIntegerField',
  integer: 'IntegerField',
  bigint: 'BigIntegerField',
  'double precision': 'FloatField',
  boolean: 'BooleanField',
  text: 'TextField',
  'character varying': 'CharField',
  numeric: 'DecimalField',
  date: 'DateField',
  'timestamp with time zone': 'DateTimeField',
  'time without time zone': 'TimeField',
  interval: 'DurationField',
  uuid: 'UUIDField',
  jsonb: 'JSONField',
  bytea: 'BinaryField',
  inet: 'GenericIPAddressField',
  hstore: 'HStoreField',
  int4range: 'IntegerRangeField',
  int8range: 'BigIntegerRangeField',
  numrange: 'DecimalRangeField',
  daterange: 'DateRangeField',
  tstzrange: 'DateTimeRangeField',
  tsvector: 'SearchVectorField',
};

/** The field that makes a type: `CharField(max_length=10)`; in words where Django has none of its own. */
export function djangoField(type: string): string {
  const { base, modifiers, array } = parseColumnType(type);
  if (array) return `ArrayField(${djangoField(type.slice(0, -2))})`;
  const field = fields[base];
  if (field === undefined) return `a field whose db_type() is "${type}"`;
  if (base === 'character varying' && modifiers.length === 1) return `CharField(max_length=${modifiers[0]})`;
  if (base === 'numeric' && modifiers.length === 2) {
    return `DecimalField(max_digits=${modifiers[0]}, decimal_places=${modifiers[1]})`;
  }
  return modifiers.length === 0 ? `${field}()` : `a field whose db_type() is "${type}"`;
}
