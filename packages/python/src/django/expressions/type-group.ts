/** What matters to lookups and transforms of a type. */
export type TypeGroup =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'moment'
  | 'time'
  | 'interval'
  | 'json'
  | 'hstore'
  | 'array'
  | 'range'
  | 'inet'
  | 'other';

const groups: Readonly<Record<string, TypeGroup>> = {
  text: 'text',
  'character varying': 'text',
  character: 'text',
  citext: 'text',
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'number',
  'double precision': 'number',
  real: 'number',
  boolean: 'boolean',
  date: 'date',
  'timestamp with time zone': 'moment',
  'timestamp without time zone': 'moment',
  'time without time zone': 'time',
  interval: 'interval',
  jsonb: 'json',
  hstore: 'hstore',
  inet: 'inet',
  int4range: 'range',
  int8range: 'range',
  numrange: 'range',
  daterange: 'range',
  tstzrange: 'range',
};

/** The group of a `format_type` text; `other` for types that are not known, too. */
export function groupOf(type: string | undefined): TypeGroup {
  if (type === undefined) return 'other';
  if (type.endsWith('[]')) return 'array';
  return groups[type.replace(/\(.*\)/, '').trim()] ?? 'other';
}

/** The type of a range's bounds. */
export const rangeBounds: Readonly<Record<string, string>> = {
  int4range: 'integer',
  int8range: 'bigint',
  numrange: 'numeric',
  daterange: 'date',
  tstzrange: 'timestamp with time zone',
};
