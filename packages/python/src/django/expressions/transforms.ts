import { isUnreadable } from '@canonical-schema/schema';
import { quotedText } from '../../sql-quoting';
import type { ExpressionModel } from './expression-model';
import { computed, NotRendered, type Rendered } from './rendered';
import { groupOf, rangeBounds, type TypeGroup } from './type-group';

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
  return called === undefined ? null : computed(`${called.function}(${lhs.sql})`, called.type ?? lhs.type);
}

type Transform = (lhs: Rendered, name: string, model: ExpressionModel) => Rendered | null;

const transformsByGroup: Readonly<Partial<Record<TypeGroup, Transform>>> = {
  json: (lhs, name) => jsonKey(lhs, name),
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
  date: (lhs, name, model) => (name in dateFields ? extracted(lhs, name, model) : null),
  time: (lhs, name, model) => (clockFields.has(name) ? extracted(lhs, name, model) : null),
  moment: (lhs, name, model) => {
    if (name === 'date' || name === 'time') return cutMoment(lhs, name, model);
    return name in dateFields || clockFields.has(name) ? extracted(lhs, name, model) : null;
  },
};

/** `data__a` is `->`, `data__a__b` is one `#>` with the whole path. */
export function jsonKey(lhs: Rendered, key: string): Rendered {
  const document = lhs.json?.document ?? lhs.sql;
  const keys = [...(lhs.json?.keys ?? []), key];
  return { sql: jsonPath(document, keys, '->', '#>'), type: 'jsonb', json: { document, keys } };
}

/** The same way into a document, its end as text. */
export function jsonTextOf(lhs: Rendered): Rendered {
  if (lhs.json === undefined) return lhs;
  return computed(jsonPath(lhs.json.document, lhs.json.keys, '->>', '#>>'), 'text');
}

function jsonPath(document: string, keys: readonly string[], single: string, nested: string): string {
  const [first = ''] = keys;
  if (keys.length > 1) return `(${document} ${nested} ARRAY[${keys.map(quotedText).join(', ')}])`;
  return `(${document} ${single} ${/^-?\d+$/.test(first) ? first : quotedText(first)})`;
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

/** Parts of dates, by Django's names, as `EXTRACT` calls them. */
const dateFields: Readonly<Record<string, string>> = {
  year: 'YEAR',
  iso_year: 'ISOYEAR',
  month: 'MONTH',
  day: 'DAY',
  week: 'WEEK',
  week_day: 'DOW',
  iso_week_day: 'ISODOW',
  quarter: 'QUARTER',
};

const clockFields: ReadonlySet<string> = new Set(['hour', 'minute', 'second']);

/** A part of a date or time, as the transforms and the `Extract` functions take it. */
export function extracted(of: Rendered, name: string, model: ExpressionModel, zone?: string | null): Rendered {
  const group = groupOf(of.type);
  if (group !== 'date' && group !== 'time' && group !== 'moment' && group !== 'interval') {
    throw new NotRendered(`it takes the ${name} of something that is not known to be a date or time`);
  }
  const local = group === 'moment' ? inZone(of.sql, model, zone) : of.sql;
  const field = dateFields[name] ?? name.toUpperCase();
  if (name === 'second' && group !== 'date') {
    return computed(`EXTRACT(SECOND FROM DATE_TRUNC('second', ${local}))`, 'integer');
  }
  const sql = `EXTRACT(${field} FROM ${local})`;
  if (name === 'year') return { sql, type: 'integer', yearOf: of };
  return computed(name === 'week_day' ? `${sql} + 1` : sql, 'integer');
}

/** A moment in the project's time zone, or in the one that an expression names (null for none of its own). */
export function inZone(sql: string, model: ExpressionModel, zone?: string | null): string {
  if (zone !== undefined && zone !== null) return `${sql} AT TIME ZONE ${quotedText(zone)}`;
  const current = model.timeZone;
  if (current === undefined) throw new NotRendered('it depends on the setting TIME_ZONE');
  if (isUnreadable(current)) throw new NotRendered(current.unreadable);
  return current === null ? sql : `${sql} AT TIME ZONE ${quotedText(current)}`;
}

/** The date or the time of day of a moment. */
export function cutMoment(of: Rendered, to: 'date' | 'time', model: ExpressionModel, zone?: string | null): Rendered {
  const local = groupOf(of.type) === 'moment' ? inZone(of.sql, model, zone) : of.sql;
  return computed(`(${local})::${to}`, to === 'date' ? 'date' : 'time without time zone');
}
