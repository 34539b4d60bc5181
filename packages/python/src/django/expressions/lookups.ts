import { isUnreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import type { ExpressionModel } from './expression-model';
import { preparedConstant, searchedText } from './prepared';
import { bracketed, computed, condition, NotRendered, notRendered, type Rendered } from './rendered';
import { jsonTextOf } from './transforms';
import { groupOf, rangeBounds, type TypeGroup } from './type-group';
import type { JsonUse, PatternText } from './vendor';

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
  iexact: (lhs, rhs, model) => {
    refuseJson(lhs, model);
    return model.vendor.iexact(textOf(lhs, model), patternText(rhs));
  },
  contains: patterned('%', '%', false),
  icontains: patterned('%', '%', true),
  startswith: patterned('', '%', false),
  istartswith: patterned('', '%', true),
  endswith: patterned('%', '', false),
  iendswith: patterned('%', '', true),
  regex: (lhs, rhs, model) => model.vendor.regex(textOf(lhs, model), patternSql(rhs, model), false),
  iregex: (lhs, rhs, model) => {
    refuseJson(lhs, model);
    return model.vendor.regex(textOf(lhs, model), patternSql(rhs, model), true);
  },
  trigram_similar: (lhs, rhs, model) => `${lhs.sql} % ${side(lhs, rhs, model)}`,
};

const keyLookups: Readonly<Record<string, Lookup>> = {
  contains: (lhs, rhs, model) => `${lhs.sql} @> ${side(lhs, rhs, model)}`,
  contained_by: (lhs, rhs, model) => `${lhs.sql} <@ ${side(lhs, rhs, model)}`,
  has_key: (lhs, rhs, { vendor }) => vendor.json.hasKey(lhs, patternText(rhs)),
  has_keys: (lhs, rhs, { vendor }) => vendor.json.hasKeys(lhs, keysOf(rhs), true),
  has_any_keys: (lhs, rhs, { vendor }) => vendor.json.hasKeys(lhs, keysOf(rhs), false),
};

const jsonLookups: Readonly<Record<string, Lookup>> = {
  ...keyLookups,
  contains: (lhs, rhs, model) => model.vendor.json.contains(lhs.sql, jsonSide(rhs, 'value', model)),
  contained_by: (lhs, rhs, model) => model.vendor.json.contained(lhs.sql, jsonSide(rhs, 'value', model)),
  exact: (lhs, rhs, model) =>
    `${model.vendor.json.side(lhs.sql)} = ${jsonSide(rhs, lhs.json === undefined ? 'document' : 'element', model)}`,
  in(lhs, rhs, model) {
    if (rhs.kind === 'expression' || lhs.json === undefined) return contained(lhs, rhs, model);
    const items = itemsOf(rhs).map((item) => jsonSide(item, 'item', model));
    return `${model.vendor.json.side(lhs.sql)} IN (${items.join(', ')})`;
  },
  gt: ordered('>'),
  gte: ordered('>='),
  lt: ordered('<'),
  lte: ordered('<='),
  isnull(lhs, rhs, model) {
    const value = constantOf(rhs);
    if (value?.kind !== 'bool') return isNull(lhs, rhs, model);
    return model.vendor.json.isMissing(lhs, value.value);
  },
};

function ordered(operator: string): Lookup {
  return (lhs, rhs, model) => `${model.vendor.json.side(lhs.sql)} ${operator} ${jsonSide(rhs, 'order', model)}`;
}

/** The right side of a lookup in JSON. */
function jsonSide(rhs: RightSide, use: JsonUse, { vendor }: ExpressionModel): string {
  if (rhs.kind === 'expression') return rhs.rendered.isConstant ? rhs.rendered.sql : bracketed(rhs.rendered.sql);
  return preparedConstant(rhs.value, 'jsonb', vendor, use).sql;
}

const dateBounds: Readonly<Record<string, Lookup>> = {
  contained_by: () => {
    throw new NotRendered('a lookup in a constant range is not understood');
  },
};

/** Lookups that a type has instead of, or besides, those of all fields. */
const lookupsByGroup: Readonly<Partial<Record<TypeGroup, Readonly<Record<string, Lookup>>>>> = {
  json: jsonLookups,
  hstore: keyLookups,
  date: dateBounds,
  moment: dateBounds,
  array: {
    exact: (lhs, rhs, model) => `${lhs.sql} = ${arraySide(lhs, rhs, model)}`,
    contains: (lhs, rhs, model) => `${lhs.sql} @> ${arraySide(lhs, rhs, model)}`,
    contained_by: (lhs, rhs, model) => `${lhs.sql} <@ ${arraySide(lhs, rhs, model)}`,
    overlap: (lhs, rhs, model) => `${lhs.sql} && ${arraySide(lhs, rhs, model)}`,
  },
  range: {
    contains: (lhs, rhs, model) => `${lhs.sql} @> ${boundSide(lhs, rhs, model)}`,
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
function side(lhs: Rendered, rhs: RightSide, { vendor }: ExpressionModel): string {
  if (rhs.kind === 'expression') return rhs.rendered.isConstant ? rhs.rendered.sql : bracketed(rhs.rendered.sql);
  return preparedConstant(rhs.value, lhs.type, vendor).sql;
}

function constantOf(rhs: RightSide): Value | null {
  return rhs.kind === 'expression' ? null : rhs.value;
}

function exact(lhs: Rendered, rhs: RightSide, model: ExpressionModel): string {
  const value = constantOf(rhs);
  const isBoolean = value?.kind === 'bool' && groupOf(lhs.type) === 'boolean';
  if (isBoolean && !model.vendor.comparesBooleans) return value.value ? lhs.sql : `NOT ${lhs.sql}`;
  const year = yearBounds(lhs, rhs, model);
  if (year !== null) return `${year.sql} BETWEEN ${year.start} AND ${year.end}`;
  return `${lhs.sql} = ${side(lhs, rhs, model)}`;
}

function compared(name: 'gt' | 'gte' | 'lt' | 'lte', operator: string): Lookup {
  return (lhs, rhs, model) => {
    const year = yearBounds(lhs, rhs, model);
    if (year !== null) return `${year.sql} ${operator} ${name === 'gt' || name === 'lte' ? year.end : year.start}`;
    const value = constantOf(rhs);
    const isRounded = value?.kind === 'float' && groupOf(lhs.type) === 'integer' && (name === 'gte' || name === 'lt');
    return `${lhs.sql} ${operator} ${isRounded ? String(Math.ceil(value.value)) : side(lhs, rhs, model)}`;
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
  const { vendor } = model;
  const day = (text: string) => vendor.typed(vendor.literals.moment(text), 'date');
  if (groupOf(type) === 'date') return { sql, start: day(`${year}-01-01`), end: day(`${year}-12-31`) };
  const zone = zoneOffset(model);
  const at = (moment: string) => vendor.typed(vendor.literals.moment(`${year}-${moment}${zone}`), type ?? '');
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

function contained(lhs: Rendered, rhs: RightSide, model: ExpressionModel): string {
  if (rhs.kind === 'expression') return `${lhs.sql} IN ${bracketed(rhs.rendered.sql)}`;
  const items = itemsOf(rhs).filter((item) => constantOf(item)?.kind !== 'none');
  if (items.length === 0) throw new NotRendered('it looks in an empty list, which matches nothing');
  return `${lhs.sql} IN (${items.map((item) => side(lhs, item, model)).join(', ')})`;
}

function between(lhs: Rendered, rhs: RightSide, model: ExpressionModel): string {
  const [low, high, ...others] = itemsOf(rhs);
  if (low === undefined || high === undefined || others.length > 0) throw new NotRendered('a range has two bounds');
  const bounds = [low, high].some(({ kind }) => kind === 'expression')
    ? [low, high].map((bound) => valueSide(lhs, bound, model))
    : [low, high].map((bound) => side(lhs, bound, model));
  return `${lhs.sql} BETWEEN ${bounds.join(' AND ')}`;
}

/** Beside an expression a constant is one too. */
function valueSide(lhs: Rendered, rhs: RightSide, model: ExpressionModel): string {
  const type = groupOf(lhs.type) === 'number' ? lhs.type?.replace(/\(.*\)/, '') : lhs.type;
  const sql = side(computed('', type), rhs, model);
  return rhs.kind === 'expression' ? sql : model.vendor.computed(sql, type);
}

function isNull(lhs: Rendered, rhs: RightSide, _model: ExpressionModel): string {
  const value = constantOf(rhs);
  if (value?.kind !== 'bool') throw new NotRendered('isnull is given something else than True or False');
  return `${lhs.sql} IS ${value.value ? 'NULL' : 'NOT NULL'}`;
}

/** The left side of a text lookup; of an element of JSON, its text. */
function textOf(lhs: Rendered, { vendor }: ExpressionModel): string {
  return vendor.textOf(jsonTextOf(lhs, vendor));
}

/** What a text lookup looks for. */
function patternText(rhs: RightSide): PatternText {
  if (rhs.kind !== 'expression') return { kind: 'constant', text: searchedText(rhs.value) };
  const { isConstant, sql } = rhs.rendered;
  return { kind: 'expression', sql: isConstant ? sql : bracketed(sql) };
}

function patternSql(rhs: RightSide, { vendor }: ExpressionModel): string {
  const pattern = patternText(rhs);
  return pattern.kind === 'constant' ? vendor.literals.text(pattern.text) : pattern.sql;
}

function patterned(before: string, after: string, ignoresCase: boolean): Lookup {
  return (lhs, rhs, model) => {
    if (ignoresCase) refuseJson(lhs, model);
    return model.vendor.like(textOf(lhs, model), patternText(rhs), { before, after, ignoresCase });
  };
}

/** Django lowers both sides of such lookups in JSON on MySQL. */
function refuseJson(lhs: Rendered, { vendor }: ExpressionModel): void {
  if (vendor.comparesBooleans && groupOf(lhs.type) === 'json')
    throw new NotRendered('a lookup that ignores case in JSON is not understood for MySQL');
}

function keysOf(rhs: RightSide): readonly PatternText[] {
  return itemsOf(rhs).map(patternText);
}

/** An array's right side is cast to the field's type. */
function arraySide(lhs: Rendered, rhs: RightSide, model: ExpressionModel): string {
  if (rhs.kind === 'expression') return `${side(lhs, rhs, model)}::${lhs.type}`;
  const element = lhs.type?.slice(0, -2);
  const items = itemsOf(rhs).map((item) => side(computed('', element), item, model));
  return items.length === 0 ? `'{}'::${lhs.type}` : `(ARRAY[${items.join(', ')}])::${lhs.type}`;
}

/** What a range contains: another range, or one value of its bounds' type. */
function boundSide(lhs: Rendered, rhs: RightSide, model: ExpressionModel): string {
  const bound = rangeBounds[lhs.type ?? ''];
  if (rhs.kind === 'items') throw new NotRendered('a constant range is not understood');
  if (rhs.kind === 'expression' && rhs.rendered.type === lhs.type) return side(lhs, rhs, model);
  return `(${side(computed('', bound), rhs, model)})::${bound}`;
}

function ranged(operator: string): Lookup {
  return (lhs, rhs, model) => {
    if (rhs.kind !== 'expression') throw new NotRendered('a constant range is not understood');
    return `${lhs.sql} ${operator} ${side(lhs, rhs, model)}`;
  };
}
