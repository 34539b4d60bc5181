import { parseColumnType } from '@canonical-schema/schema';

/** The SQLAlchemy type of each PostgreSQL type, without its modifiers. */
const types: Readonly<Record<string, string>> = {
  smallint: 'SmallInteger',
  integer: 'Integer',
  bigint: 'BigInteger',
  real: 'REAL',
  'double precision': 'Double',
  boolean: 'Boolean',
  text: 'Text',
  'character varying': 'String',
  character: 'CHAR',
  numeric: 'Numeric',
  date: 'Date',
  'timestamp with time zone': 'DateTime(timezone=True)',
  'timestamp without time zone': 'DateTime',
  'time with time zone': 'Time(timezone=True)',
  'time without time zone': 'Time',
  interval: 'Interval',
  uuid: 'Uuid',
  json: 'JSON',
  jsonb: 'JSONB',
  bytea: 'LargeBinary',
  inet: 'INET',
  cidr: 'CIDR',
  macaddr: 'MACADDR',
  hstore: 'HSTORE',
  tsvector: 'TSVECTOR',
};

/** The type that makes a column of this PostgreSQL type: `String(10)`; in words where SQLAlchemy has none of its own. */
export function sqlalchemyType(type: string): string {
  const { base, modifiers, array } = parseColumnType(type);
  if (array) return `ARRAY(${sqlalchemyType(type.slice(0, -2))})`;
  const name = types[base];
  if (name === undefined) return type;
  if (modifiers.length === 0) return name;
  const timed = base.startsWith('time');
  return timed ? `TIMESTAMP(precision=${modifiers[0]})` : `${name}(${modifiers.join(', ')})`;
}
