import type { Call, Expression } from '../ast';
import { describe } from '../describe';
import type { Scope } from '../scope';
import type { DictValue, SequenceValue, Value } from '../value';
import { equalValues, noneValue, strValue, unknownValue } from '../values';
import { bindAttribute, bindComputed, MUTATORS, mutate, obscure } from './assignment';
import { orderedBy } from './builtins';
import { noteSuperCall } from './constructors';
import { iterated } from './iterables';
import { entryOf, withEntries } from './iteration';
import { hearCall } from './notes';
import { type Arguments, type Frame, placeIn, type World } from './world';

/** Makes a call whose callee and arguments are known, with what it changes; gives what it returns. */
export function performedCall(call: Call, callee: Value, args: Arguments, frame: Frame, world: World): Value {
  const place = placeIn(frame, call);
  hearCall(callee, args, place, frame, world);
  if (noteSuperCall(callee, args, place, frame, world)) return noneValue(place);
  if (callee.kind === 'external' && callee.name in EFFECTS) {
    EFFECTS[callee.name]?.(args, frame, world, place);
    return noneValue(place);
  }
  if (callee.kind === 'attribute' && call.callee.kind === 'attribute' && MUTATORS.has(callee.name)) {
    const changed = mutatedBy(call.callee.of, callee.of, callee.name, args, frame, world);
    if (changed !== null) return changed;
  }
  return world.call(callee, args, place, frame);
}

type Effect = (args: Arguments, frame: Frame, world: World, place: Value['place']) => void;

const EFFECTS: Readonly<Record<string, Effect | undefined>> = {
  'builtins.setattr': ({ positional: [of, name, value] }, _frame, world, place) => {
    if (of === undefined || value === undefined) return;
    if (of.kind === 'call' && name?.kind === 'str') bindAttribute(of, name.value, value, place, world);
    if (of.kind !== 'class') return;
    if (name?.kind === 'str') bindAttribute(of, name.value, value, place, world);
    else bindComputed(of.body as Scope, null, value, place, world);
  },
  'builtins.delattr': ({ positional: [of, name] }, _frame, world) => {
    if (of?.kind === 'class' && name?.kind === 'str') world.journal.bind(of.body as Scope, name.value, null);
  },
  'builtins.exec': (_args, frame, world, place) => {
    world.journal.obscure(frame.scope, unknownValue('runs exec', place));
  },
};

/** `locals().update(…)`, `names.append(…)`; null where the object is no container that is known. */
function mutatedBy(
  target: Expression,
  of: Value,
  method: string,
  args: Arguments,
  frame: Frame,
  world: World,
): Value | null {
  const scope = scopeCalled(target, frame);
  if (scope !== null && method === 'update') return updatedScope(scope, args, world, placeIn(frame, target));
  if (of.kind !== 'dict' && of.kind !== 'list' && of.kind !== 'set') return null;
  const place = placeIn(frame, target);
  const after = () => (of.kind === 'dict' ? dictAfter(of, method, args) : listAfter(of, method, args, frame, world));
  const contents = args.complete ? after() : null;
  const given = givenBy(of, method, args);
  if (contents === null) obscure(target, unknownValue(`is changed by ${method}(…)`, place), frame, world);
  else mutate(target, of, contents, frame, world);
  return given ?? noneValue(place);
}

/** What `pop` and `setdefault` return. */
function givenBy(of: DictValue | SequenceValue, method: string, args: Arguments): Value | null {
  const [key, otherwise] = args.positional;
  if (of.kind === 'dict' && (method === 'pop' || method === 'setdefault') && key !== undefined) {
    const entry = entryOf(of, key);
    return entry === null ? unknownValue('takes a key that is not known', of.place) : (entry ?? otherwise ?? null);
  }
  if (method !== 'pop' || of.kind === 'dict') return null;
  return of.items.at(key?.kind === 'int' ? Number(key.value) : -1) ?? null;
}

function scopeCalled(target: Expression, frame: Frame): Scope | null {
  if (target.kind !== 'call' || target.callee.kind !== 'name' || target.args.length > 0) return null;
  if (target.callee.name === 'globals') return frame.scope.module;
  return target.callee.name === 'locals' || target.callee.name === 'vars' ? frame.scope : null;
}

function updatedScope(scope: Scope, args: Arguments, world: World, place: Value['place']): Value {
  const [given] = args.positional;
  if (given !== undefined && given.kind !== 'dict') {
    world.journal.obscure(scope, unknownValue(`binds the names of what ${describe(given)}`, place));
  }
  if (!args.complete) world.journal.obscure(scope, unknownValue('binds names that are not known', place));
  for (const [key, value] of given?.kind === 'dict' ? given.entries : []) bindComputed(scope, key, value, place, world);
  for (const [name, value] of args.keywords) bindComputed(scope, strValue(name, place), value, place, world);
  return noneValue(place);
}

/** A list's or set's items after a method; null where they are not known. */
function listAfter(
  of: SequenceValue,
  method: string,
  args: Arguments,
  frame: Frame,
  world: World,
): readonly Value[] | null {
  const [first, second] = args.positional;
  const at = first?.kind === 'int' ? Number(first.value) : null;
  switch (method) {
    case 'append':
      return first === undefined ? null : [...of.items, first];
    case 'add':
      if (first === undefined) return null;
      return of.items.some((item) => equalValues(item, first) === true) ? of.items : [...of.items, first];
    case 'extend':
    case 'update': {
      const more = first === undefined ? [] : iterated(first, world);
      return more === null ? null : [...of.items, ...more];
    }
    case 'insert':
      return at === null || second === undefined ? null : of.items.toSpliced(at, 0, second);
    case 'remove':
    case 'discard': {
      const position = first === undefined ? -1 : of.items.findIndex((item) => equalValues(item, first) === true);
      return position < 0 ? of.items : of.items.toSpliced(position, 1);
    }
    case 'pop':
      return first !== undefined && at === null ? null : of.items.toSpliced(at ?? -1, 1);
    case 'clear':
      return [];
    case 'reverse':
      return of.items.toReversed();
    case 'sort':
      return orderedBy(of.items, args, of.place, world, frame);
    default:
      return null;
  }
}

/** A dict's entries after a method; null where they are not known. */
function dictAfter(of: DictValue, method: string, args: Arguments): DictValue['entries'] | null {
  const [first, second] = args.positional;
  const without = (key: Value) => of.entries.filter(([other]) => equalValues(other, key) !== true);
  switch (method) {
    case 'update': {
      const named = [...args.keywords].map(([name, value]) => [strValue(name, of.place), value] as const);
      if (first !== undefined && first.kind !== 'dict') return null;
      return withEntries(withEntries(of.entries, first?.entries ?? []), named);
    }
    case 'setdefault': {
      if (first === undefined) return null;
      const entry = entryOf(of, first);
      if (entry === null) return null;
      return entry === undefined ? [...of.entries, [first, second ?? noneValue(of.place)]] : of.entries;
    }
    case 'pop':
      return first === undefined ? null : without(first);
    case 'clear':
      return [];
    default:
      return null;
  }
}
