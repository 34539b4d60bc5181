import { quotedText } from '../../sql-quoting';
import { sqliteLiterals } from '../backends/literals';
import { jsonName, jsonPathOf } from './json-path';
import { computed, NotRendered, type Rendered } from './rendered';
import { groupOf } from './type-group';
import type { PatternText, VendorSql } from './vendor';

/** What Django's `Cast` names types in SQLite, by PostgreSQL's names; moments, dates and times are made by functions. */
const castTypes: Readonly<Record<string, string>> = {
  integer: 'integer',
  bigint: 'bigint',
  smallint: 'smallint',
  bytea: 'BLOB',
  boolean: 'bool',
  text: 'text',
  numeric: 'decimal',
  interval: 'bigint',
  'double precision': 'real',
  inet: 'char(39)',
  jsonb: 'text',
  uuid: 'char(32)',
};

const momentFormats: Readonly<Record<string, string>> = {
  'timestamp with time zone': '%Y-%m-%d %H:%M:%f',
  'time without time zone': '%H:%M:%f',
};

/** SQLite, with the functions that Django adds to a connection. */
export const sqliteSql: VendorSql = {
  literals: sqliteLiterals,
  method: 'as_sqlite',
  uuidType: 'char(32)',
  comparesBooleans: false,
  hasXor: false,
  typed: (sql) => sql,
  decimal: (digits, type) => sqliteLiterals.decimal(digits, placesOf(type)),
  array: () => {
    throw new NotRendered('SQLite has no arrays');
  },
  combined(left, symbol, right) {
    const [one, other] = [groupOf(left.type), groupOf(right.type)];
    const isDifference = symbol === '-' && left.type === right.type;
    if (isDifference && (one === 'date' || one === 'moment'))
      return computed(`django_timestamp_diff(${left.sql}, ${right.sql})`, 'interval');
    if (isDifference && one === 'time') return computed(`django_time_diff(${left.sql}, ${right.sql})`, 'interval');
    if ((one === 'interval') !== (other === 'interval')) {
      const type = one === 'interval' ? right.type : left.type;
      return computed(`(django_format_dtdelta(${quotedText(symbol)}, ${left.sql}, ${right.sql}))`, type);
    }
    const called = calledOperators[symbol];
    return called === undefined ? null : computed(`(${called}(${left.sql},${right.sql}))`, left.type);
  },
  computed: (sql, type) => (groupOf(type) === 'number' && isDecimal(type) ? `(CAST(${sql} AS NUMERIC))` : sql),
  cast({ sql }, type) {
    if (type === 'date') return `date(${sql})`;
    const format = momentFormats[type];
    if (format !== undefined) return `strftime(${quotedText(format)}, ${sql})`;
    return `CAST(${sql} AS ${type.startsWith('character varying') ? type.replace('character varying', 'varchar') : castType(type)})`;
  },
  concatenated: (first, second) => `(${[first, second].map(({ sql }) => `COALESCE(${sql}, '')`).join(' || ')})`,
  caseOf: (sql) => sql,
  textOf: ({ sql }) => sql,
  iexact: (lhs, text) => `${lhs} LIKE ${likeSide(text, (constant) => constant)} ESCAPE '\\'`,
  like(lhs, text, { before, after, ignoresCase }) {
    if (text.kind === 'constant') {
      return `${lhs} LIKE ${likeSide(text, (constant) => `${before}${constant}${after}`)} ESCAPE '\\'`;
    }
    const escaped = `REPLACE(REPLACE(REPLACE(${text.sql}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
    const cased = ignoresCase ? `UPPER(${escaped})` : escaped;
    const operands = [before && quotedText(before), cased, after && quotedText(after)];
    return `${lhs} LIKE ${operands.filter((operand) => operand !== '').join(' || ')} ESCAPE '\\'`;
  },
  regex: (lhs, pattern, ignoresCase) => `${lhs} REGEXP ${ignoresCase ? `'(?i)' || ${pattern}` : pattern}`,
  functions: {
    Chr: 'CHAR',
    Greatest: 'MAX',
    Least: 'MIN',
    Left: ([of, length]) => `SUBSTR(${of}, 1, ${length})`,
    Ord: 'UNICODE',
    Random: 'RAND',
    RandomUUID: null,
    Right: ([of, length]) => `SUBSTR(${of}, (${length} * -1), ${length})`,
    StrIndex: 'INSTR',
    Substr: 'SUBSTR',
    Unaccent: null,
    UUID4: null,
    UUID7: null,
  },
  now: "STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')",
  digest: (sql, algorithm) => `${algorithm}(${sql})`,
  extract(part, sql, group, zone) {
    if (group === 'interval') throw new NotRendered('SQLite has no durations to take a part of');
    const of = `${quotedText(part)}, ${sql}`;
    if (group === 'moment') return `django_datetime_extract(${of}, ${zones(zone)})`;
    return `django_${group}_extract(${of})`;
  },
  cut: (sql, to, zone) => `django_datetime_cast_${to}(${sql}, ${zones(zone)})`,
  truncate(unit, of, to, zone) {
    const name = to === 'moment' ? 'datetime' : to;
    return `django_${name}_trunc(${quotedText(unit)}, ${of.sql}, ${zones(groupOf(of.type) === 'moment' ? zone : null)})`;
  },
  json: {
    element: extracted,
    text: extracted,
    side: (sql) => sql,
    constant(json, plain, use) {
      if (use === 'order') return plain;
      const isWord = json === 'null' || json === 'true' || json === 'false';
      return use === 'document' || use === 'value' || isWord
        ? quotedText(json)
        : `JSON_EXTRACT(${quotedText(json)}, '$')`;
    },
    isMissing({ json, sql }, isMissing) {
      const of = json === undefined ? sql : `JSON_TYPE(${json.document}, ${quotedText(jsonPathOf(json.keys))})`;
      return `${of} IS ${isMissing ? '' : 'NOT '}NULL`;
    },
    contains: refused,
    contained: refused,
    hasKey: (lhs, key) => keyTest(lhs, key),
    hasKeys: (lhs, keys, all) => `(${keys.map((key) => keyTest(lhs, key)).join(all ? ' AND ' : ' OR ')})`,
  },
};

function refused(): never {
  throw new NotRendered('Django refuses contains and contained_by of JSON on SQLite');
}

/** Operators that SQLite lacks, and the functions that Django calls. */
const calledOperators: Readonly<Record<string, string>> = { '^': 'POWER', '#': 'BITXOR' };

function isDecimal(type: string | undefined): boolean {
  return type?.startsWith('numeric') === true;
}

/** The places of `numeric(10,2)`; null where none are said. */
function placesOf(type: string): number | null {
  const places = /\(\d+,(\d+)\)/.exec(type)?.[1];
  return places === undefined ? null : Number(places);
}

function castType(type: string): string {
  const name = castTypes[type.replace(/\(.*\)/, '')];
  if (name === undefined) throw new NotRendered(`what a cast to ${type} is in SQLite is not known`);
  return name;
}

function likeSide(text: PatternText, pattern: (text: string) => string): string {
  return text.kind === 'constant' ? quotedText(pattern(text.text.replace(/[\\%_]/g, '\\$&'))) : text.sql;
}

/** The project's zone and the connection's, which is UTC. */
function zones(zone: string | null): string {
  return zone === null ? 'NULL, NULL' : `${quotedText(zone)}, 'UTC'`;
}

/** Words of JSON have no value of their own in SQLite: they are told by their type. */
function extracted(document: string, keys: readonly string[]): string {
  const path = quotedText(jsonPathOf(keys));
  const type = `JSON_TYPE(${document}, ${path})`;
  return `(CASE WHEN ${type} IN ('false','null','true') THEN ${type} ELSE JSON_EXTRACT(${document}, ${path}) END)`;
}

function keyTest({ json, sql }: Rendered, key: PatternText): string {
  if (key.kind === 'expression') throw new NotRendered('it looks for a key that is an expression');
  const path = quotedText(`${jsonPathOf(json?.keys ?? [])}.${jsonName(key.text)}`);
  return `JSON_TYPE(${json?.document ?? sql}, ${path}) IS NOT NULL`;
}
