import { isUnreadable } from '@canonical-schema/schema';
import { quotedText } from '../../sql-quoting';
import type { Value } from '../../syntax/value';
import type { ExpressionModel } from './expression-model';
import { preparedConstant, searchedText } from './prepared';
import { bracketed, computed, condition, NotRendered, notRendered, type Rendered } from './rendered';
import { jsonTextOf } from './transforms';
import { groupOf, rangeBounds, type TypeGroup } from './type-group';

/** The right side of a lookup: a constant of Python, or an expression already rendered. */
export type RightSide =
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'expression'; readonly rendered: Rendered }
  | { readonly kind: 'items'; readonly items: readonly RightSide[]; readonly value: Value };

type Lookup = (lhs: Rendered, rhs: RightSide, model: ExpressionModel) => string;

/** The lookup of that name for a left side of that type; null where Django has none. */
export function lookupNamed(name: string, lhs: Rendered): Lookup | null {
  const special = lookupsByGroup[groupOf(lhs.type)];
  if (special !== undefined && Object.hasOwn(special, name)) return special[name] ?? null;
  return Object.hasOwn(lookups, name) ? (lookups[name] ?? null) : null;
}

/** A lookup's SQL as a condition. */
export function looked(name: string, lhs: Rendered, rhs: RightSide, model: ExpressionModel): Rendered {
  const lookup = lookupNamed(name, lhs);
  if (lookup === null) throw new NotRendered(`the lookup ${name} is not known`);
  const left = lhs.isCondition ? { ...lhs, sql: bracketed(lhs.sql) } : lhs;
  return condition(lookup(left, rhs, model));
}

const lookups: Readonly<Record<string, Lookup>> = {
  exact,
  gt: compared('gt', '>'),
  gte: compared('gte', '>='),
  lt: compared('lt', '<'),
  lte: compared('lte', '<='),
  in: contained,
  range: between,
  isnull: isNull,
  iexact: (lhs, rhs) => `${upper(textOf(lhs))} = UPPER(${patternSide(rhs, (text) => text)})`,
  contains: patterned((text) => `%${text}%`, false),
  icontains: patterned((text) => `%${text}%`, true),
  startswith: patterned((text) => `${text}%`, false),
  istartswith: patterned((text) => `${text}%`, true),
  endswith: patterned((text) => `%${text}`, false),
  iendswith: patterned((text) => `%${text}`, true),
  regex: (lhs, rhs) => `${textOf(lhs)} ~ ${patternSide(rhs, (text) => text)}`,
  iregex: (lhs, rhs) => `${textOf(lhs)} ~* ${patternSide(rhs, (text) => text)}`,
  trigram_similar: (lhs, rhs) => `${lhs.sql} % ${side(lhs, rhs)}`,
};

const keyLookups: Readonly<Record<string, Lookup>> = {
  contains: (lhs, rhs) => `${lhs.sql} @> ${side(lhs, rhs)}`,
  contained_by: (lhs, rhs) => `${lhs.sql} <@ ${side(lhs, rhs)}`,
  has_key: (lhs, rhs) => `${lhs.sql} ? ${patternSide(rhs, (text) => text)}`,
  has_keys: (lhs, rhs) => `${lhs.sql} ?& ${keyList(rhs)}`,
  has_any_keys: (lhs, rhs) => `${lhs.sql} ?| ${keyList(rhs)}`,
};

const dateBounds: Readonly<Record<string, Lookup>> = {
  contained_by: () => {
    throw new NotRendered('a lookup in a constant range is not understood');
  },
};

/** Lookups that a type has instead of, or besides, those of all fields. */
const lookupsByGroup: Readonly<Partial<Record<TypeGroup, Readonly<Record<string, Lookup>>>>> = {
  json: keyLookups,
  hstore: keyLookups,
  date: dateBounds,
  moment: dateBounds,
  array: {
    exact: (lhs, rhs) => `${lhs.sql} = ${arraySide(lhs, rhs)}`,
    contains: (lhs, rhs) => `${lhs.sql} @> ${arraySide(lhs, rhs)}`,
    contained_by: (lhs, rhs) => `${lhs.sql} <@ ${arraySide(lhs, rhs)}`,
    overlap: (lhs, rhs) => `${lhs.sql} && ${arraySide(lhs, rhs)}`,
  },
  range: {
    contains: (lhs, rhs) => `${lhs.sql} @> ${boundSide(lhs, rhs)}`,
    contained_by: ranged('<@'),
    overlap: ranged('&&'),
    fully_lt: ranged('<<'),
    fully_gt: ranged('>>'),
    not_lt: ranged('&>'),
    not_gt: ranged('&<'),
    adjacent_to: ranged('-|-'),
  },
};

/** The right side of an operator: a prepared constant, or an expression in parentheses. */
function side(lhs: Rendered, rhs: RightSide): string {
  if (rhs.kind === 'expression') return rhs.rendered.isConstant ? rhs.rendered.sql : bracketed(rhs.rendered.sql);
  return preparedConstant(rhs.value, lhs.type).sql;
}

function constantOf(rhs: RightSide): Value | null {
  return rhs.kind === 'expression' ? null : rhs.value;
}

function exact(lhs: Rendered, rhs: RightSide, model: ExpressionModel): string {
  const value = constantOf(rhs);
  if (value?.kind === 'bool' && groupOf(lhs.type) === 'boolean') return value.value ? lhs.sql : `NOT ${lhs.sql}`;
  const year = yearBounds(lhs, rhs, model);
  if (year !== null) return `${year.sql} BETWEEN ${year.start} AND ${year.end}`;
  return `${lhs.sql} = ${side(lhs, rhs)}`;
}

function compared(name: 'gt' | 'gte' | 'lt' | 'lte', operator: string): Lookup {
  return (lhs, rhs, model) => {
    const year = yearBounds(lhs, rhs, model);
    if (year !== null) return `${year.sql} ${operator} ${name === 'gt' || name === 'lte' ? year.end : year.start}`;
    const value = constantOf(rhs);
    const isRounded = value?.kind === 'float' && groupOf(lhs.type) === 'integer' && (name === 'gte' || name === 'lt');
    return `${lhs.sql} ${operator} ${isRounded ? String(Math.ceil(value.value)) : side(lhs, rhs)}`;
  };
}

/** A year that is compared with a constant is compared by its first and last day or moment. */
function yearBounds(
  lhs: Rendered,
  rhs: RightSide,
  model: ExpressionModel,
): { readonly sql: string; readonly start: string; readonly end: string } | null {
  const value = constantOf(rhs);
  if (lhs.yearOf === undefined || value === null) return null;
  if (value.kind !== 'int') return notRendered(value, 'a year');
  const { sql, type } = lhs.yearOf;
  const year = String(value.value).padStart(4, '0');
  if (groupOf(type) === 'date') return { sql, start: `'${year}-01-01'::date`, end: `'${year}-12-31'::date` };
  const zone = zoneOffset(model);
  const at = (moment: string) => `'${year}-${moment}${zone}'::${type}`;
  return { sql, start: at('01-01 00:00:00'), end: at('12-31 23:59:59.999999') };
}

/** The offset of the project's zone: only UTC has the same one all the year. */
function zoneOffset(model: ExpressionModel): string {
  const zone = model.timeZone;
  if (zone === undefined) throw new NotRendered('it depends on the setting TIME_ZONE');
  if (isUnreadable(zone)) throw new NotRendered(zone.unreadable);
  if (zone === null) return '';
  if (zone === 'UTC') return '+00:00';
  throw new NotRendered(`it compares years in the time zone ${zone}`);
}

function itemsOf(rhs: RightSide): readonly RightSide[] {
  if (rhs.kind === 'items') return rhs.items;
  throw new NotRendered('it looks in something that is not a constant list');
}

function contained(lhs: Rendered, rhs: RightSide): string {
  if (rhs.kind === 'expression') return `${lhs.sql} IN ${bracketed(rhs.rendered.sql)}`;
  const items = itemsOf(rhs).filter((item) => constantOf(item)?.kind !== 'none');
  if (items.length === 0) throw new NotRendered('it looks in an empty list, which matches nothing');
  return `${lhs.sql} IN (${items.map((item) => side(lhs, item)).join(', ')})`;
}

function between(lhs: Rendered, rhs: RightSide): string {
  const [low, high, ...others] = itemsOf(rhs);
  if (low === undefined || high === undefined || others.length > 0) throw new NotRendered('a range has two bounds');
  return `${lhs.sql} BETWEEN ${side(lhs, low)} AND ${side(lhs, high)}`;
}

function isNull(lhs: Rendered, rhs: RightSide): string {
  const value = constantOf(rhs);
  if (value?.kind !== 'bool') throw new NotRendered('isnull is given something else than True or False');
  return `${lhs.sql} IS ${value.value ? 'NULL' : 'NOT NULL'}`;
}

/** The left side of a text lookup: Django casts whatever it is to text. */
function textOf(lhs: Rendered): string {
  const { sql, type } = jsonTextOf(lhs);
  return groupOf(type) === 'inet' ? `HOST(${sql})` : `${sql}::text`;
}

function upper(sql: string): string {
  return `UPPER(${sql})`;
}

function patternSide(rhs: RightSide, pattern: (text: string) => string): string {
  if (rhs.kind === 'expression') return rhs.rendered.isConstant ? rhs.rendered.sql : bracketed(rhs.rendered.sql);
  return quotedText(pattern(searchedText(rhs.value)));
}

/** Where the text is an expression, its own wildcards are escaped by the database. */
function escaped(sql: string): string {
  return `REPLACE(REPLACE(REPLACE(${sql}, E'\\\\', E'\\\\\\\\'), E'%', E'\\\\%'), E'_', E'\\\\_')`;
}

function patterned(pattern: (text: string) => string, ignoresCase: boolean): Lookup {
  return (lhs, rhs) => {
    const left = ignoresCase ? upper(textOf(lhs)) : textOf(lhs);
    const cased = (sql: string) => (ignoresCase ? upper(sql) : sql);
    if (rhs.kind !== 'expression') {
      const text = (searched: string) => pattern(searched.replace(/[\\%_]/g, '\\$&'));
      return `${left} LIKE ${cased(patternSide(rhs, text))}`;
    }
    const parts = pattern('\u0000').split('\u0000');
    const operands = [
      parts[0] && quotedText(parts[0]),
      cased(escaped(side(lhs, rhs))),
      parts[1] && quotedText(parts[1]),
    ];
    return `${left} LIKE ${operands.filter((operand) => operand).join(' || ')}`;
  };
}

function keyList(rhs: RightSide): string {
  const keys = itemsOf(rhs).map((item) => patternSide(item, (text) => text));
  return `ARRAY[${keys.join(', ')}]`;
}

/** An array's right side is cast to the field's type. */
function arraySide(lhs: Rendered, rhs: RightSide): string {
  if (rhs.kind === 'expression') return `${side(lhs, rhs)}::${lhs.type}`;
  const element = lhs.type?.slice(0, -2);
  const items = itemsOf(rhs).map((item) => side(computed('', element), item));
  return items.length === 0 ? `'{}'::${lhs.type}` : `(ARRAY[${items.join(', ')}])::${lhs.type}`;
}

/** What a range contains: another range, or one value of its bounds' type. */
function boundSide(lhs: Rendered, rhs: RightSide): string {
  const bound = rangeBounds[lhs.type ?? ''];
  if (rhs.kind === 'items') throw new NotRendered('a constant range is not understood');
  if (rhs.kind === 'expression' && rhs.rendered.type === lhs.type) return side(lhs, rhs);
  return `(${side(computed('', bound), rhs)})::${bound}`;
}

function ranged(operator: string): Lookup {
  return (lhs, rhs) => {
    if (rhs.kind !== 'expression') throw new NotRendered('a constant range is not understood');
    return `${lhs.sql} ${operator} ${side(lhs, rhs)}`;
  };
}
