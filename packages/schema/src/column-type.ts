/**
 * Column types as PostgreSQL's `format_type` prints them. Readers normalise every spelling to this text, so types are
 * compared with `===`; `parseColumnType` takes one apart where a rule needs its parts.
 */
export interface ColumnType {
  /** Without modifiers: `character varying`, `timestamp with time zone`, `mood`, `audit.mood`. */
  readonly base: string;
  /** `['10', '2']` of `numeric(10,2)`. */
  readonly modifiers: readonly string[];
  readonly array: boolean;
}

/** Internal and alias names of PostgreSQL's types (lower case, without `pg_catalog.`) and what `format_type` calls them. */
const formattedNames: Readonly<Record<string, string>> = {
  int: 'integer',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  smallserial: 'smallint',
  serial2: 'smallint',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  float: 'double precision',
  decimal: 'numeric',
  dec: 'numeric',
  bool: 'boolean',
  varchar: 'character varying',
  char: 'character',
  bpchar: 'character',
  nchar: 'character',
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  timetz: 'time with time zone',
  time: 'time without time zone',
  varbit: 'bit varying',
};

/**
 * The `format_type` text of a type: aliases folded, default modifiers made explicit or dropped as PostgreSQL does
 * (`char` is `character(1)`, `bit` is `bit(1)`, `numeric(5)` is `numeric(5,0)`), time precision put inside the name.
 * `name` is an internal or alias name, lower case unless it was quoted; a schema other than `pg_catalog` or `public` stays.
 */
export function formatType(name: string, modifiers: readonly (string | number)[] = [], array = false): string {
  const base = formattedNames[name] ?? name;
  return withModifiers(base, modifiers.map(String)) + (array ? '[]' : '');
}

function withModifiers(base: string, modifiers: readonly string[]): string {
  if (base === 'character' || base === 'bit') return `${base}(${modifiers[0] ?? '1'})`;
  if (base === 'numeric' && modifiers.length === 1) return `numeric(${modifiers[0]},0)`;
  if (modifiers.length === 0) return base;
  const timed = /^(time|timestamp)( with(?:out)? time zone)$/.exec(base);
  if (timed) return modifiers[0] === '6' ? base : `${timed[1]}(${modifiers[0]})${timed[2]}`;
  if (base === 'interval' && modifiers[0] === '6') return base;
  return `${base}(${modifiers.join(',')})`;
}

/** The parts of a `format_type` text. Inverse of `formatType`. */
export function parseColumnType(type: string): ColumnType {
  const array = type.endsWith('[]');
  const scalar = array ? type.slice(0, -2) : type;
  const open = scalar.indexOf('(');
  if (open < 0 || scalar.startsWith('"')) return { base: scalar, modifiers: [], array };
  const close = scalar.indexOf(')', open);
  const modifiers = scalar
    .slice(open + 1, close)
    .split(',')
    .map((modifier) => modifier.trim());
  return { base: scalar.slice(0, open) + scalar.slice(close + 1), modifiers, array };
}
