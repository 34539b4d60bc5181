import { mysqlLiterals } from '../backends/literals';
import { jsonName, jsonPathOf } from './json-path';
import { computed, NotRendered, type Rendered } from './rendered';
import { groupOf } from './type-group';
import type { MomentGroup, PatternText, VendorSql } from './vendor';

const quoted = mysqlLiterals.text;

/** Source: `cast_data_types` of MySQL's operations, by PostgreSQL's names. */
const castTypes: Readonly<Record<string, string>> = {
  integer: 'signed integer',
  bigint: 'signed integer',
  smallint: 'signed integer',
  text: 'char',
  interval: 'signed integer',
  date: 'date',
  'timestamp with time zone': 'datetime(6)',
  'time without time zone': 'time(6)',
  jsonb: 'json',
  uuid: 'char(32)',
  inet: 'char(39)',
};

const dateFormats: Readonly<Record<string, string>> = { year: '%Y-01-01', month: '%Y-%m-01' };
const timeFormats: Readonly<Record<string, string>> = { hour: '%H:00:00', minute: '%H:%i:00', second: '%H:%i:%s' };
const momentUnits = ['year', 'month', 'day', 'hour', 'minute', 'second'];
const momentParts = ['%Y-', '%m', '-%d', ' %H:', '%i', ':%s'];
const momentDefaults = ['0000-', '01', '-01', ' 00:', '00', ':00'];

/** MySQL. */
export const mysqlSql: VendorSql = {
  literals: mysqlLiterals,
  method: 'as_mysql',
  uuidType: 'char(32)',
  comparesBooleans: true,
  hasXor: true,
  typed: (sql) => sql,
  decimal: (digits, type) => mysqlLiterals.decimal(digits, placesOf(type)),
  array: () => {
    throw new NotRendered('MySQL has no arrays');
  },
  combined(left, symbol, right) {
    const [one, other] = [groupOf(left.type), groupOf(right.type)];
    if (symbol === '-' && left.type === right.type && (one === 'date' || one === 'moment'))
      return computed(`TIMESTAMPDIFF(MICROSECOND, ${right.sql}, ${left.sql})`, 'interval');
    if (symbol === '-' && left.type === right.type && one === 'time')
      return computed(
        `((TIME_TO_SEC(${left.sql}) * 1000000 + MICROSECOND(${left.sql})) - (TIME_TO_SEC(${right.sql}) * 1000000 + MICROSECOND(${right.sql})))`,
        'interval',
      );
    if ((one === 'interval') !== (other === 'interval')) {
      const [a, b] = [left, right].map(({ sql, type }) =>
        groupOf(type) === 'interval' ? `INTERVAL ${sql} MICROSECOND` : sql,
      );
      return computed(`(${a} ${symbol} ${b})`, one === 'interval' ? right.type : left.type);
    }
    const bits = bitOperators[symbol];
    if (bits !== undefined) return computed(`(CONVERT(${left.sql}${bits}${right.sql}, SIGNED))`, left.type);
    if (symbol === '^') return computed(`(POW(${left.sql},${right.sql}))`, left.type);
    return symbol === '>>' ? computed(`(FLOOR(${left.sql} / POW(2, ${right.sql})))`, left.type) : null;
  },
  computed: (sql) => sql,
  cast({ sql }, type) {
    if (type === 'double precision') return `(${sql} + 0.0)`;
    if (type.startsWith('character varying')) return `CAST(${sql} AS ${type.replace('character varying', 'char')})`;
    if (type.startsWith('numeric')) return `CAST(${sql} AS ${type.replace('numeric', 'decimal')})`;
    const name = castTypes[type];
    if (name === undefined) throw new NotRendered(`what a cast to ${type} is in MySQL is not known`);
    return `CAST(${sql} AS ${name})`;
  },
  concatenated: (first, second) => `CONCAT_WS('', ${first.sql}, ${second.sql})`,
  caseOf: (sql) => sql,
  textOf: ({ sql }) => sql,
  iexact: (lhs, text) => `${lhs} LIKE ${text.kind === 'constant' ? quoted(likeText(text.text)) : text.sql}`,
  like(lhs, text, { before, after, ignoresCase }) {
    const operator = ignoresCase ? 'LIKE' : 'LIKE BINARY';
    if (text.kind === 'constant') return `${lhs} ${operator} ${quoted(`${before}${likeText(text.text)}${after}`)}`;
    const escaped = `REPLACE(REPLACE(REPLACE(${text.sql}, '\\\\', '\\\\\\\\'), '%', '\\%'), '_', '\\_')`;
    const operands = [before && quoted(before), escaped, after && quoted(after)];
    return `${lhs} ${operator} CONCAT(${operands.filter((operand) => operand !== '').join(', ')})`;
  },
  regex: (lhs, pattern, ignoresCase) => `REGEXP_LIKE(${lhs}, ${pattern}, '${ignoresCase ? 'i' : 'c'}')`,
  functions: {
    Chr: ([of]) => `CHAR(${of} USING utf16)`,
    Length: 'CHAR_LENGTH',
    Ord: 'ORD',
    Random: 'RAND',
    RandomUUID: null,
    StrIndex: 'INSTR',
    Unaccent: null,
    UUID4: null,
    UUID7: null,
  },
  now: 'CURRENT_TIMESTAMP(6)',
  digest: (sql, algorithm) => (algorithm === 'SHA1' ? `SHA1(${sql})` : `SHA2(${sql}, ${algorithm.slice(3)})`),
  extract: (part, sql, group, zone) => partOf(part, group === 'moment' ? inZone(sql, zone) : sql, group),
  cut: (sql, to, zone) => `${to.toUpperCase()}(${inZone(sql, zone)})`,
  truncate(unit, of, to, zone) {
    const local = groupOf(of.type) === 'moment' ? inZone(of.sql, zone) : of.sql;
    if (to === 'date') return truncatedDate(unit, local);
    return to === 'time' ? truncatedTime(unit, local) : truncatedMoment(unit, local);
  },
  json: {
    element,
    text: (document, keys) => `(${document} ->> ${quoted(jsonPathOf(keys))})`,
    side: (sql) => sql,
    constant(json, plain, use) {
      if (use === 'order') return plain;
      return use === 'value' ? quoted(json) : `JSON_EXTRACT(${quoted(json)}, '$')`;
    },
    isMissing: ({ sql }, isMissing) => `${sql} IS ${isMissing ? '' : 'NOT '}NULL`,
    contains: (outer, inner) => `JSON_CONTAINS(${outer}, ${inner})`,
    contained: (inner, outer) => `JSON_CONTAINS(${outer}, ${inner})`,
    hasKey: keyTest,
    hasKeys: (lhs, keys, all) => `(${keys.map((key) => keyTest(lhs, key)).join(all ? ' AND ' : ' OR ')})`,
  },
};

/** MariaDB, which has neither REGEXP_LIKE nor arrows. */
export const mariadbSql: VendorSql = {
  ...mysqlSql,
  combined(left, symbol, right) {
    const isDifference = symbol === '-' && left.type === right.type && groupOf(left.type) === 'time';
    if (!isDifference) return mysqlSql.combined(left, symbol, right);
    return computed(`CAST((TIME_TO_SEC(${left.sql}) - TIME_TO_SEC(${right.sql})) * 1000000 AS SIGNED)`, 'interval');
  },
  cast: (of, type) => (type === 'jsonb' ? `JSON_EXTRACT(${of.sql}, '$')` : mysqlSql.cast(of, type)),
  regex: (lhs, pattern, ignoresCase) => `${lhs} REGEXP ${ignoresCase ? '' : 'BINARY '}${pattern}`,
  json: {
    ...mysqlSql.json,
    text: (document, keys) => unquoted(element(document, keys)),
    side: unquoted,
    isMissing: ({ sql }, isMissing) => `${unquoted(sql)} IS ${isMissing ? '' : 'NOT '}NULL`,
    constant(json, plain, use) {
      const sql = mysqlSql.json.constant(json, plain, use);
      return use === 'item' ? unquoted(sql) : sql;
    },
  },
};

function unquoted(sql: string): string {
  return `JSON_UNQUOTE(${sql})`;
}

const bitOperators: Readonly<Record<string, string>> = { '&': '&', '|': '|', '<<': '<<', '#': '^' };

function placesOf(type: string): number | null {
  const places = /\(\d+,(\d+)\)/.exec(type)?.[1];
  return places === undefined ? null : Number(places);
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** A connection's zone is UTC. */
function inZone(sql: string, zone: string | null): string {
  return zone === null || zone === 'UTC' ? sql : `CONVERT_TZ(${sql}, 'UTC', ${quoted(zone)})`;
}

function partOf(part: string, sql: string, group: MomentGroup): string {
  if (group === 'interval') throw new NotRendered('MySQL has no durations to take a part of');
  switch (part) {
    case 'week_day':
      return `DAYOFWEEK(${sql})`;
    case 'iso_week_day':
      return `WEEKDAY(${sql}) + 1`;
    case 'week':
      return `WEEK(${sql}, 3)`;
    case 'iso_year':
      return `TRUNCATE(YEARWEEK(${sql}, 3), -2) / 100`;
    default:
      return `EXTRACT(${part.toUpperCase()} FROM ${sql})`;
  }
}

function truncatedDate(unit: string, sql: string): string {
  const format = dateFormats[unit];
  if (format !== undefined) return `CAST(DATE_FORMAT(${sql}, ${quoted(format)}) AS DATE)`;
  if (unit === 'quarter') return quarter(sql);
  return unit === 'week' ? `DATE_SUB(${sql}, INTERVAL WEEKDAY(${sql}) DAY)` : `DATE(${sql})`;
}

function quarter(sql: string): string {
  return `MAKEDATE(YEAR(${sql}), 1) + INTERVAL QUARTER(${sql}) QUARTER - INTERVAL 1 QUARTER`;
}

function truncatedTime(unit: string, sql: string): string {
  const format = timeFormats[unit];
  return format === undefined ? `TIME(${sql})` : `CAST(DATE_FORMAT(${sql}, ${quoted(format)}) AS TIME)`;
}

function truncatedMoment(unit: string, sql: string): string {
  const formatted = (of: string, format: string) => `CAST(DATE_FORMAT(${of}, ${quoted(format)}) AS DATETIME)`;
  if (unit === 'quarter') return formatted(quarter(sql), '%Y-%m-01 00:00:00');
  if (unit === 'week') return formatted(`DATE_SUB(${sql}, INTERVAL WEEKDAY(${sql}) DAY)`, '%Y-%m-%d 00:00:00');
  const kept = momentUnits.indexOf(unit) + 1;
  if (kept === 0) return sql;
  return formatted(sql, [...momentParts.slice(0, kept), ...momentDefaults.slice(kept)].join(''));
}

function element(document: string, keys: readonly string[]): string {
  return `JSON_EXTRACT(${document}, ${quoted(jsonPathOf(keys))})`;
}

function keyTest({ json, sql }: Rendered, key: PatternText): string {
  if (key.kind === 'expression') throw new NotRendered('it looks for a key that is an expression');
  const path = quoted(`${jsonPathOf(json?.keys ?? [])}.${jsonName(key.text)}`);
  return `JSON_CONTAINS_PATH(${json?.document ?? sql}, 'one', ${path})`;
}
