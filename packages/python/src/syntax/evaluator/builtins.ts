import type { Place } from '@canonical-schema/schema';
import type { Scope } from '../scope';
import type { Value } from '../value';
import {
  boolValue,
  dictValue,
  floatValue,
  intValue,
  isSequence,
  numberIn,
  sequenceValue,
  strValue,
  truthOf,
} from '../values';
import { distinct, MOST_ROUNDS } from './comprehension';
import { constantOf, displayedValue } from './enums';
import { reprOf, textOfValue } from './formatting';
import { isAbsentOfInstance } from './instances';
import { iterated } from './iterables';
import { withEntries } from './iteration';
import { binaryValue, orderOf, unaryValue } from './operators';
import type { Arguments, Frame, World } from './world';

/** Computes a call of a builtin; null where its arguments are not known well enough. */
type Builtin = (args: Arguments, place: Place, world: World, frame: Frame | null) => Value | null;

/** Python's own functions, as far as they compute on what is known. A row for each. */
export const BUILTINS: Readonly<Record<string, Builtin | undefined>> = {
  list: collected('list'),
  tuple: collected('tuple'),
  set: collected('set'),
  frozenset: collected('set'),
  dict: dictOf,
  str: (args, place, world) => {
    const [value, ...more] = args.positional;
    if (value === undefined) return strValue('', place);
    return more.length > 0 ? null : text(displayedValue(value, world), textOfValue, place);
  },
  repr: (args, place, world) => text(only(args, world), reprOf, place),
  int: (args, place, world) => intOf(args, place, world),
  float: floatOf,
  bool: (args, place, world) => {
    const truth = args.positional[0] === undefined ? false : truthOf(constantOf(args.positional[0], world));
    return truth === null ? null : boolValue(truth, place);
  },
  len: (args, place, world) => {
    const value = only(args, world);
    const items = value === null ? null : value.kind === 'str' ? [...value.value] : iterated(value, world);
    return items === null ? null : intValue(items.length, place);
  },
  range: rangeOf,
  zip(args, place, world) {
    const lists = args.positional.map((each) => iterated(each, world));
    if (lists.some((list) => list === null)) return null;
    const shortest = Math.min(...lists.map((list) => list?.length ?? 0));
    const rows = Array.from({ length: lists.length === 0 ? 0 : shortest }, (_, at) =>
      sequenceValue(
        'tuple',
        lists.map((list) => list?.[at] as Value),
        place,
      ),
    );
    return sequenceValue('list', rows, place);
  },
  enumerate(args, place, world) {
    const items = args.positional[0] === undefined ? null : iterated(args.positional[0], world);
    const start = args.positional[1] ?? args.keywords.get('start');
    if (items === null || (start !== undefined && start.kind !== 'int')) return null;
    const first = start === undefined ? 0n : start.value;
    return sequenceValue(
      'list',
      items.map((item, at) => sequenceValue('tuple', [intValue(first + BigInt(at), place), item], place)),
      place,
    );
  },
  sorted: sortedOf,
  reversed(args, place, world) {
    const items = args.positional[0] === undefined ? null : iterated(args.positional[0], world);
    return items === null ? null : sequenceValue('list', [...items].reverse(), place);
  },
  map(args, place, world, frame) {
    const [fn, ...lists] = args.positional;
    const items = lists.length === 1 && lists[0] !== undefined ? iterated(lists[0], world) : null;
    if (fn === undefined || items === null) return null;
    const call = (item: Value) =>
      world.call(fn, { positional: [item], keywords: new Map(), complete: true }, place, frame);
    return sequenceValue('list', items.map(call), place);
  },
  filter(args, place, world, frame) {
    const [fn, list] = args.positional;
    const items = list === undefined ? null : iterated(list, world);
    if (fn === undefined || items === null) return null;
    const kept: Value[] = [];
    for (const item of items) {
      const call = { positional: [item], keywords: new Map(), complete: true };
      const truth = truthOf(fn.kind === 'none' ? item : world.call(fn, call, place, frame));
      if (truth === null) return null;
      if (truth) kept.push(item);
    }
    return sequenceValue('list', kept, place);
  },
  max: extreme(1),
  min: extreme(-1),
  sum(args, place, world) {
    const [list, start = intValue(0, place)] = args.positional;
    const items = list === undefined ? null : iterated(list, world);
    if (items === null) return null;
    return items.reduce((sum, item) => binaryValue('+', sum, constantOf(item, world), place), start);
  },
  any: quantified(true),
  all: quantified(false),
  abs(args, place, world) {
    const value = only(args, world);
    const number = value === null ? null : numberIn(value);
    return value === null || number === null ? null : number < 0 ? unaryValue('-', value, place) : value;
  },
  chr: (args, place, world) => {
    const value = only(args, world);
    return value?.kind === 'int' ? strValue(String.fromCodePoint(Number(value.value)), place) : null;
  },
  ord: (args, place, world) => {
    const value = only(args, world);
    return value?.kind === 'str' && value.value !== '' ? intValue(value.value.codePointAt(0) ?? 0, place) : null;
  },
  isinstance: isInstance,
  callable: (args, place, world) => {
    const value = only(args, world);
    return value?.kind === 'function' || value?.kind === 'class' ? boolValue(true, place) : null;
  },
  getattr(args, place, world) {
    const [of, name, otherwise] = args.positional;
    if (of === undefined || name?.kind !== 'str') return null;
    const value = world.attribute(of, name.value, place);
    const isFound = value.kind !== 'attribute' && value.kind !== 'unknown';
    return isFound || otherwise === undefined ? value : isAbsent(of, name.value, world) ? otherwise : null;
  },
  hasattr(args, place, world) {
    const [of, name] = args.positional;
    if (of === undefined || name?.kind !== 'str') return null;
    const value = world.attribute(of, name.value, place);
    if (value.kind !== 'attribute' && value.kind !== 'unknown' && value.kind !== 'external') {
      return boolValue(true, place);
    }
    return isAbsent(of, name.value, world) ? boolValue(false, place) : null;
  },
  locals: (args, place, _world, frame) =>
    args.positional.length > 0 || frame === null ? null : names(frame.scope, place),
  globals: (_args, place, _world, frame) => (frame === null ? null : names(frame.scope.module, place)),
  vars: (args, place, _world, frame) => {
    const [of] = args.positional;
    if (of?.kind === 'class') return names(of.body as Scope, place);
    return of === undefined && frame !== null ? names(frame.scope, place) : null;
  },
};

function only(args: Arguments, world: World): Value | null {
  const [value] = args.positional;
  return value === undefined || args.positional.length > 1 ? null : constantOf(value, world);
}

function text(value: Value | null, of: (value: Value) => string | null, place: Place): Value | null {
  const known = value === null ? null : of(value);
  return known === null ? null : strValue(known, place);
}

function collected(kind: 'list' | 'tuple' | 'set'): Builtin {
  return (args, place, world) => {
    const [of] = args.positional;
    if (of === undefined) return sequenceValue(kind, [], place);
    const items = iterated(of, world);
    if (items === null) return null;
    return sequenceValue(kind, kind === 'set' ? distinct(items) : items, place);
  };
}

function dictOf(args: Arguments, place: Place, world: World): Value | null {
  const [of] = args.positional;
  const pairs = of === undefined ? [] : of.kind === 'dict' ? of.entries : pairsIn(iterated(of, world));
  if (pairs === null) return null;
  const named = [...args.keywords].map(([name, value]) => [strValue(name, place), value] as const);
  return dictValue(withEntries(withEntries([], pairs), named), place);
}

function pairsIn(items: readonly Value[] | null): readonly (readonly [Value, Value])[] | null {
  const pairs: (readonly [Value, Value])[] = [];
  for (const item of items ?? []) {
    const [key, value] = isSequence(item) ? item.items : [];
    if (key === undefined || value === undefined) return null;
    pairs.push([key, value]);
  }
  return items === null ? null : pairs;
}

function intOf(args: Arguments, place: Place, world: World): Value | null {
  const [first] = args.positional;
  if (first === undefined) return intValue(0, place);
  const value = only(args, world);
  if (value === null) return null;
  if (value.kind === 'str') {
    const digits = value.value.trim().replaceAll('_', '');
    return /^[+-]?\d+$/.test(digits) ? intValue(BigInt(digits.replace('+', '')), place) : null;
  }
  const number = numberIn(value);
  return number === null ? null : intValue(typeof number === 'bigint' ? number : BigInt(Math.trunc(number)), place);
}

function floatOf(args: Arguments, place: Place, world: World): Value | null {
  const value = only(args, world);
  if (value === null) return null;
  const number = value.kind === 'str' ? Number(value.value.trim() || 'x') : Number(numberIn(value) ?? Number.NaN);
  return Number.isFinite(number) ? floatValue(number, place) : null;
}

function rangeOf(args: Arguments, place: Place, world: World): Value | null {
  const bounds = args.positional.map((each) => numberIn(constantOf(each, world)));
  if (bounds.length === 0 || bounds.some((bound) => typeof bound !== 'bigint')) return null;
  const [first = 0, second, third = 1] = bounds.map(Number);
  const [start, stop, step] = second === undefined ? [0, first, 1] : [first, second, third];
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (step === 0 || length > MOST_ROUNDS) return null;
  const items = Array.from({ length }, (_, at) => intValue(start + at * step, place));
  return sequenceValue('list', items, place);
}

function sortedOf(args: Arguments, place: Place, world: World, frame: Frame | null): Value | null {
  const [of] = args.positional;
  const items = of === undefined ? null : iterated(of, world);
  if (items === null) return null;
  const sorted = orderedBy(items, args, place, world, frame);
  return sorted === null ? null : sequenceValue('list', sorted, place);
}

/** The items in order, by `key=` and `reverse=`; null where two of them cannot be ordered. */
export function orderedBy(
  items: readonly Value[],
  args: Arguments,
  place: Place,
  world: World,
  frame: Frame | null,
): readonly Value[] | null {
  const key = args.keywords.get('key');
  const reverse = args.keywords.get('reverse');
  const isReversed = reverse === undefined ? false : truthOf(reverse);
  if (isReversed === null) return null;
  const keyed = items.map((item) => {
    if (key === undefined || key.kind === 'none') return { item, by: constantOf(item, world) };
    const call = { positional: [item], keywords: new Map(), complete: true };
    return { item, by: constantOf(world.call(key, call, place, frame), world) };
  });
  let isSure = true;
  const sign = isReversed ? -1 : 1;
  const sorted = keyed.toSorted((a, b) => {
    const order = orderOf(a.by, b.by);
    if (order === null) isSure = false;
    return sign * (order ?? 0);
  });
  return isSure ? sorted.map(({ item }) => item) : null;
}

function extreme(sign: 1 | -1): Builtin {
  return (args, place, world, frame) => {
    const [first] = args.positional;
    const items = args.positional.length > 1 ? args.positional : first === undefined ? null : iterated(first, world);
    if (items === null) return null;
    if (items.length === 0) return args.keywords.get('default') ?? null;
    const sorted = orderedBy(items, { ...args, keywords: keyOnly(args) }, place, world, frame);
    if (sorted === null) return null;
    return (sign === 1 ? sorted[sorted.length - 1] : sorted[0]) ?? null;
  };
}

function keyOnly(args: Arguments): ReadonlyMap<string, Value> {
  const key = args.keywords.get('key');
  return key === undefined ? new Map() : new Map([['key', key]]);
}

function quantified(wanted: boolean): Builtin {
  return (args, place, world) => {
    const items = args.positional[0] === undefined ? null : iterated(args.positional[0], world);
    if (items === null) return null;
    const truths = items.map((item) => truthOf(constantOf(item, world)));
    if (truths.includes(wanted)) return boolValue(wanted, place);
    return truths.includes(null) ? null : boolValue(!wanted, place);
  };
}

const BUILTIN_KINDS: Readonly<Record<string, readonly Value['kind'][]>> = {
  'builtins.str': ['str'],
  'builtins.int': ['int', 'bool'],
  'builtins.bool': ['bool'],
  'builtins.float': ['float'],
  'builtins.list': ['list'],
  'builtins.tuple': ['tuple'],
  'builtins.dict': ['dict'],
  'builtins.set': ['set'],
  'builtins.type': ['class'],
};
const PLAIN = new Set<Value['kind']>(['none', 'bool', 'int', 'float', 'str', 'list', 'tuple', 'set', 'dict']);

function isInstance(args: Arguments, place: Place): Value | null {
  const [value, type] = args.positional;
  if (value === undefined || type === undefined || !PLAIN.has(value.kind)) return null;
  const types = type.kind === 'tuple' ? type.items : [type];
  const kinds = types.map((each) => (each.kind === 'external' ? BUILTIN_KINDS[each.name] : undefined));
  if (kinds.some((each) => each?.includes(value.kind) === true)) return boolValue(true, place);
  return kinds.every((each) => each !== undefined) ? boolValue(false, place) : null;
}

/** Is it certain that a class or an instance has no such attribute? */
function isAbsent(of: Value, name: string, world: World): boolean {
  if (of.kind === 'call') return isAbsentOfInstance(of, name, world);
  if (of.kind !== 'class') return false;
  return world.mro(of).every((base) => {
    if (base.kind === 'external') return base.name === 'builtins.object';
    return base.kind === 'class' && base.body.obscured.length === 0 && base.body.bindings.get(name)?.assigned !== true;
  });
}

function names(scope: Scope, place: Place): Value {
  const entries = [...scope.bindings.values()]
    .filter((bound) => bound.assigned && bound.condition === null)
    .map((bound) => [strValue(bound.name, bound.place), bound.value] as const);
  return dictValue(entries, place);
}
