import { isUnreadable } from '@canonical-schema/schema';
import { quotedText } from '../../sql-quoting';
import type { ExpressionModel } from './expression-model';
import { computed, NotRendered, type Rendered } from './rendered';
import { groupOf, rangeBounds, type TypeGroup } from './type-group';
import type { VendorSql } from './vendor';

/** Transforms that call a function of one argument; `type` undefined keeps the argument's. Most need registering. */
export const functionTransforms: Readonly<Record<string, { readonly function: string; readonly type?: string }>> = {
  abs: { function: 'ABS' },
  ceil: { function: 'CEILING' },
  chr: { function: 'CHR', type: 'character varying' },
  floor: { function: 'FLOOR' },
  length: { function: 'LENGTH', type: 'integer' },
  lower: { function: 'LOWER' },
  ltrim: { function: 'LTRIM' },
  md5: { function: 'MD5' },
  ord: { function: 'ASCII', type: 'integer' },
  reverse: { function: 'REVERSE' },
  rtrim: { function: 'RTRIM' },
  sign: { function: 'SIGN' },
  sqrt: { function: 'SQRT', type: 'double precision' },
  trim: { function: 'TRIM' },
  upper: { function: 'UPPER' },
};

const rangeTransforms: Readonly<Record<string, string>> = {
  isempty: 'isempty',
  lower_inc: 'LOWER_INC',
  lower_inf: 'LOWER_INF',
  upper_inc: 'UPPER_INC',
  upper_inf: 'UPPER_INF',
};

/** A transform of a lookup's path (`year`, a JSON key, an array's index) over its left side; null where there is none. */
export function transformed(lhs: Rendered, name: string, model: ExpressionModel): Rendered | null {
  const own = transformsByGroup[groupOf(lhs.type)]?.(lhs, name, model) ?? null;
  if (own !== null) return own;
  const called = Object.hasOwn(functionTransforms, name) ? functionTransforms[name] : undefined;
  if (called === undefined) return null;
  const type = called.type ?? lhs.type;
  const sql = functionCall(className(name), called.function, [lhs.sql], model.vendor);
  return computed(model.vendor.computed(sql, type), type);
}

/** The class of a transform: `Length` of `length`. */
function className(name: string): string {
  return name === 'md5' ? 'MD5' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** A function's call as the server knows it: `name` is Django's class, `usual` the function on most servers. */
export function functionCall(name: string, usual: string, args: readonly string[], vendor: VendorSql): string {
  const own = Object.hasOwn(vendor.functions, name) ? vendor.functions[name] : usual;
  if (own === null || own === undefined) throw new NotRendered(`the server has no ${name}`);
  return typeof own === 'string' ? `${own}(${args.join(', ')})` : own(args);
}

type Transform = (lhs: Rendered, name: string, model: ExpressionModel) => Rendered | null;

const transformsByGroup: Readonly<Partial<Record<TypeGroup, Transform>>> = {
  json: (lhs, name, model) => jsonKey(lhs, name, model.vendor),
  hstore: (lhs, name) => {
    if (name === 'keys' || name === 'values')
      return computed(`${name === 'keys' ? 'akeys' : 'avals'}(${lhs.sql})`, 'text[]');
    return computed(`(${lhs.sql} -> ${quotedText(name)})`, 'text');
  },
  array: arrayPart,
  range: (lhs, name) => {
    if (name === 'startswith' || name === 'endswith') {
      return computed(`${name === 'startswith' ? 'lower' : 'upper'}(${lhs.sql})`, rangeBounds[lhs.type ?? '']);
    }
    const called = Object.hasOwn(rangeTransforms, name) ? rangeTransforms[name] : undefined;
    return called === undefined ? null : computed(`${called}(${lhs.sql})`, 'boolean');
  },
  date: (lhs, name, model) => (dateFields.has(name) ? extracted(lhs, name, model) : null),
  time: (lhs, name, model) => (clockFields.has(name) ? extracted(lhs, name, model) : null),
  moment: (lhs, name, model) => {
    if (name === 'date' || name === 'time') return cutMoment(lhs, name, model);
    return dateFields.has(name) || clockFields.has(name) ? extracted(lhs, name, model) : null;
  },
};

/** `data__a`, and `data__a__b` as one path. */
export function jsonKey(lhs: Rendered, key: string, vendor: VendorSql): Rendered {
  const document = lhs.json?.document ?? lhs.sql;
  const keys = [...(lhs.json?.keys ?? []), key];
  return { sql: vendor.json.element(document, keys), type: 'jsonb', json: { document, keys } };
}

/** The same way into a document, its end as text. */
export function jsonTextOf(lhs: Rendered, vendor: VendorSql): Rendered {
  if (lhs.json === undefined) return lhs;
  return computed(vendor.json.text(lhs.json.document, lhs.json.keys), 'text');
}

/** `tags__0` counts from 0, PostgreSQL from 1; `tags__0_2` is a slice. */
function arrayPart(lhs: Rendered, name: string): Rendered | null {
  const element = lhs.type?.slice(0, -2);
  if (name === 'len') {
    const { sql } = lhs;
    return computed(`CASE WHEN ${sql} IS NULL THEN NULL ELSE coalesce(array_length(${sql}, 1), 0) END`, 'integer');
  }
  if (/^\d+$/.test(name)) return computed(`(${lhs.sql})[${Number(name) + 1}]`, element);
  const [, start, end] = /^(\d+)_(\d+)$/.exec(name) ?? [];
  return start === undefined ? null : computed(`(${lhs.sql})[${Number(start) + 1}:${end}]`, lhs.type);
}

/** Parts of dates, by Django's names. */
const dateFields: ReadonlySet<string> = new Set(
  'year iso_year month day week week_day iso_week_day quarter'.split(' '),
);

const clockFields: ReadonlySet<string> = new Set(['hour', 'minute', 'second']);

/** A part of a date or time, as the transforms and the `Extract` functions take it. */
export function extracted(of: Rendered, name: string, model: ExpressionModel, zone?: string | null): Rendered {
  const group = groupOf(of.type);
  if (group !== 'date' && group !== 'time' && group !== 'moment' && group !== 'interval') {
    throw new NotRendered(`it takes the ${name} of something that is not known to be a date or time`);
  }
  const sql = model.vendor.extract(name, of.sql, group, group === 'moment' ? zoneFor(model, zone) : null);
  return name === 'year' ? { sql, type: 'integer', yearOf: of } : computed(sql, 'integer');
}

/** The zone that a moment is taken to: the project's, or the one that an expression names; null where there is none. */
export function zoneFor(model: ExpressionModel, zone?: string | null): string | null {
  if (zone !== undefined && zone !== null) return zone;
  const current = model.timeZone;
  if (current === undefined) throw new NotRendered('it depends on the setting TIME_ZONE');
  if (isUnreadable(current)) throw new NotRendered(current.unreadable);
  return current;
}

/** The date or the time of day of a moment. */
export function cutMoment(of: Rendered, to: 'date' | 'time', model: ExpressionModel, zone?: string | null): Rendered {
  const target = groupOf(of.type) === 'moment' ? zoneFor(model, zone) : null;
  return computed(model.vendor.cut(of.sql, to, target), to === 'date' ? 'date' : 'time without time zone');
}
