import { quotedText } from '../../sql-quoting';
import { postgresqlLiterals } from '../backends/literals';
import { computed, NotRendered, type Rendered } from './rendered';
import { groupOf } from './type-group';
import type { PatternText, VendorSql } from './vendor';

/** Types that a CASE's result has to be cast to, since PostgreSQL would take bare strings for text. */
const castResults: ReadonlySet<string> = new Set(['inet', 'time without time zone', 'uuid']);

/** Parts of dates, by Django's names, as `EXTRACT` calls them. */
const fields: Readonly<Record<string, string>> = { iso_year: 'ISOYEAR', week_day: 'DOW', iso_week_day: 'ISODOW' };

/** PostgreSQL, which has types of its own for nearly everything. */
export const postgresqlSql: VendorSql = {
  literals: postgresqlLiterals,
  method: 'as_postgresql',
  uuidType: 'uuid',
  comparesBooleans: false,
  hasXor: false,
  typed: (sql, type) => `${sql}::${type}`,
  decimal: (digits) => digits,
  array: (items, type) => (items.length === 0 ? "'{}'" : `ARRAY[${items.join(', ')}]${type}`),
  combined(left, symbol, right) {
    if (symbol === '-' && left.type === 'date' && right.type === 'date')
      return computed(`(interval '1 day' * (${left.sql} - ${right.sql}))`, 'interval');
    if (symbol === '+' && left.type === 'tsvector' && right.type === 'tsvector')
      return computed(`(${left.sql} || ${right.sql})`, 'tsvector');
    return null;
  },
  computed: (sql) => sql,
  cast: (of, type) => `(${of.sql})::${type}`,
  concatenated: (first, second) => `(${[first, second].map((part) => `COALESCE(${asText(part)}, '')`).join(' || ')})`,
  caseOf: (sql, type) => (type !== undefined && castResults.has(type) ? `CAST(${sql} AS ${type})` : sql),
  textOf: ({ sql, type }) => (groupOf(type) === 'inet' ? `HOST(${sql})` : `${sql}::text`),
  iexact: (lhs, text) => `UPPER(${lhs}) = UPPER(${sideOf(text)})`,
  like(lhs, text, { before, after, ignoresCase }) {
    const left = ignoresCase ? `UPPER(${lhs})` : lhs;
    const cased = (sql: string) => (ignoresCase ? `UPPER(${sql})` : sql);
    if (text.kind === 'constant')
      return `${left} LIKE ${cased(quotedText(`${before}${text.text.replace(/[\\%_]/g, '\\$&')}${after}`))}`;
    const operands = [before && quotedText(before), cased(escaped(text.sql)), after && quotedText(after)];
    return `${left} LIKE ${operands.filter((operand) => operand !== '').join(' || ')}`;
  },
  regex: (lhs, pattern, ignoresCase) => `${lhs} ${ignoresCase ? '~*' : '~'} ${pattern}`,
  functions: {},
  now: 'STATEMENT_TIMESTAMP()',
  digest: (sql, algorithm) => `ENCODE(DIGEST(${sql}, ${quotedText(algorithm.toLowerCase())}), 'hex')`,
  extract(part, sql, group, zone) {
    const local = group === 'moment' ? inZone(sql, zone) : sql;
    if (part === 'second' && group !== 'date') return `EXTRACT(SECOND FROM DATE_TRUNC('second', ${local}))`;
    const extracted = `EXTRACT(${fields[part] ?? part.toUpperCase()} FROM ${local})`;
    return part === 'week_day' ? `${extracted} + 1` : extracted;
  },
  cut: (sql, to, zone) => `(${inZone(sql, zone)})::${to}`,
  truncate(unit, of, to, zone) {
    const local = groupOf(of.type) === 'moment' ? inZone(of.sql, zone) : of.sql;
    const sql = `DATE_TRUNC(${quotedText(unit)}, ${local})`;
    return to === 'time' ? `${sql}::time` : sql;
  },
  json: {
    element: (document, keys) => arrows(document, keys, '->', '#>'),
    text: (document, keys) => arrows(document, keys, '->>', '#>>'),
    side: (sql) => sql,
    constant: (json) => `${quotedText(json)}::jsonb`,
    isMissing: ({ sql }, isMissing) => `${sql} IS ${isMissing ? '' : 'NOT '}NULL`,
    contains: (outer, inner) => `${outer} @> ${inner}`,
    contained: (inner, outer) => `${inner} <@ ${outer}`,
    hasKey: ({ sql }, key) => `${sql} ? ${sideOf(key)}`,
    hasKeys: ({ sql }, keys, all) => `${sql} ${all ? '?&' : '?|'} ARRAY[${keys.map(sideOf).join(', ')}]`,
  },
};

/** A part of a text: cast where it is something else. */
export function asText(part: Rendered): string {
  if (part.type === undefined && !part.isConstant) throw new NotRendered('it concatenates something of unknown type');
  return groupOf(part.type) === 'text' || part.type === undefined ? part.sql : `(${part.sql})::text`;
}

function sideOf(text: PatternText): string {
  return text.kind === 'constant' ? quotedText(text.text) : text.sql;
}

/** Where the text is an expression, its own wildcards are escaped by the database. */
function escaped(sql: string): string {
  return `REPLACE(REPLACE(REPLACE(${sql}, E'\\\\', E'\\\\\\\\'), E'%', E'\\\\%'), E'_', E'\\\\_')`;
}

function inZone(sql: string, zone: string | null): string {
  return zone === null ? sql : `${sql} AT TIME ZONE ${quotedText(zone)}`;
}

function arrows(document: string, keys: readonly string[], single: string, nested: string): string {
  const [first = ''] = keys;
  if (keys.length > 1) return `(${document} ${nested} ARRAY[${keys.map(quotedText).join(', ')}])`;
  return `(${document} ${single} ${/^-?\d+$/.test(first) ? first : quotedText(first)})`;
}
