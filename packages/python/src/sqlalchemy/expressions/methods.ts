import { type Fact, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import { textOf } from '../facts-of-values';
import { castTarget } from './cast-target';
import { combined, isTextType, type Rendering } from './rendering';

/** How a method of a column expression is rendered: `of.method(...)`. */
export type Method = (of: Value, call: CallValue, rendering: Rendering) => Fact<string>;

const infix =
  (operator: string): Method =>
  (of, call, rendering) =>
    rendering.all([of, ...call.positional.slice(0, 1)], ([left, right]) => `(${left} ${operator} ${right})`);

const suffix =
  (words: string): Method =>
  (of, _call, rendering) =>
    rendering.all([of], ([only]) => `${only} ${words}`);

const same: Method = (of, _call, rendering) => rendering.render(of);

const membership =
  (operator: string): Method =>
  (of, call, rendering) => {
    const among = call.positional[0];
    if (among?.kind !== 'list' && among?.kind !== 'tuple' && among?.kind !== 'set') {
      return unreadable('the values given to in_() are not known');
    }
    return rendering.all([of, ...among.items], ([left, ...items]) => `(${left} ${operator} (${items.join(', ')}))`);
  };

/** `startswith` and its kin put the wildcard beside the operand in SQL. */
const pattern =
  (before: boolean, after: boolean): Method =>
  (of, call, rendering) => {
    const wildcard = rendering.print.text('%');
    return rendering.all([of, ...call.positional.slice(0, 1)], ([left, right = '']) => {
      const parts = [...(before ? [wildcard] : []), right, ...(after ? [wildcard] : [])];
      return `(${left} LIKE ${rendering.print.concat(parts)})`;
    });
  };

const caseless =
  (negated: boolean): Method =>
  (of, call, rendering) =>
    rendering.all([of, ...call.positional.slice(0, 1)], ([left = '', right = '']) =>
      rendering.print.ilike(left, right, negated),
    );

const distinction =
  (negated: boolean): Method =>
  (of, call, rendering) =>
    rendering.all([of, ...call.positional.slice(0, 1)], ([left = '', right = '']) =>
      rendering.print.isDistinctFrom(left, right, negated),
    );

/** Methods of column expressions, old names beside new ones. */
export const methods: Readonly<Record<string, Method>> = {
  in_: membership('IN'),
  not_in: membership('NOT IN'),
  notin_: membership('NOT IN'),
  is_: infix('IS'),
  is_not: infix('IS NOT'),
  isnot: infix('IS NOT'),
  is_distinct_from: distinction(false),
  is_not_distinct_from: distinction(true),
  like: infix('LIKE'),
  not_like: infix('NOT LIKE'),
  notlike: infix('NOT LIKE'),
  ilike: caseless(false),
  not_ilike: caseless(true),
  notilike: caseless(true),
  regexp_match: (of, call, rendering) =>
    rendering.all([of, ...call.positional.slice(0, 1)], ([left = '', right = '']) =>
      rendering.print.regexpMatch(left, right),
    ),
  concat: (of, call, rendering) =>
    rendering.all([of, ...call.positional.slice(0, 1)], (parts) => `(${rendering.print.concat(parts)})`),
  contained_by: infix('<@'),
  overlap: infix('&&'),
  overlaps: infix('&&'),
  has_key: infix('?'),
  contains: (of, call, rendering) => {
    const type = rendering.columns.of(of)?.type;
    return (type?.kind !== 'plain' || isTextType(type) ? pattern(true, true) : infix('@>'))(of, call, rendering);
  },
  startswith: pattern(false, true),
  endswith: pattern(true, false),
  between: (of, call, rendering) =>
    rendering.all(
      [of, ...call.positional.slice(0, 2)],
      ([value, low, high]) => `(${value} BETWEEN ${low} AND ${high})`,
    ),
  cast: (of, call, rendering) => {
    const type = call.positional[0];
    if (type === undefined) return unreadable('a cast lacks its type');
    return combined([rendering.render(of), castTarget(type, rendering)], ([value, to]) => `CAST(${value} AS ${to})`);
  },
  collate: (of, call, rendering) => {
    const name = textOf(call.positional[0]);
    if (name === null) return unreadable('the collation is not a constant');
    return rendering.all([of], ([value]) => `(${value} COLLATE ${rendering.print.name(name)})`);
  },
  desc: suffix('DESC'),
  asc: suffix('ASC'),
  nulls_first: suffix('NULLS FIRST'),
  nullsfirst: suffix('NULLS FIRST'),
  nulls_last: suffix('NULLS LAST'),
  nullslast: suffix('NULLS LAST'),
  label: same,
  self_group: same,
  as_string: (of, _call, rendering) => rendering.render({ kind: 'attribute', of, name: 'astext', place: of.place }),
};
