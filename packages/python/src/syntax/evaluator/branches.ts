import type { Place } from '@canonical-schema/schema';
import { BoundName, type Changes, type Scope } from '../scope';
import type { DictValue, PossibleValue, SequenceValue, Value } from '../value';
import { sameValue, sequenceValue, unknownValue } from '../values';
import type { Completion, Frame, World } from './world';

/**
 * Runs two branches of which one is taken, nobody can say which. Each runs over the same start; then what they agree on
 * is kept, what only one binds is bound under its condition, and what they bind differently is unknown.
 */
export function undecided(
  condition: string,
  first: (frame: Frame) => Completion,
  second: (frame: Frame) => Completion,
  frame: Frame,
  world: World,
  place: Place,
): Completion {
  const otherwise = negated(condition);
  const under = (text: string): Frame => ({ ...frame, conditions: [...frame.conditions, text] });
  const one = world.journal.tryOut(() => conditioned(condition, world, () => first(under(condition))));
  const other = world.journal.tryOut(() => conditioned(otherwise, world, () => second(under(otherwise))));
  const [a, b] = [one.result, other.result];
  if (a.kind === 'raise') return continued(other, world);
  if (b.kind === 'raise') return continued(one, world);
  if (a.kind === 'normal' && b.kind === 'normal') {
    merge(one.changes, other.changes, condition, otherwise, world, place);
    return a;
  }
  return endedApart(one, other, condition, otherwise, frame, world);
}

/** Runs what happens only under a condition. */
export function conditioned<T>(condition: string, world: World, run: () => T): T {
  const { conditions } = world;
  world.conditions = [...conditions, condition];
  const result = run();
  world.conditions = conditions;
  return result;
}

interface Tried {
  readonly result: Completion;
  readonly changes: Changes;
}

function continued(only: Tried, world: World): Completion {
  world.journal.replay(only.changes);
  return only.result;
}

function endedApart(
  one: Tried,
  other: Tried,
  condition: string,
  otherwise: string,
  frame: Frame,
  world: World,
): Completion {
  const [a, b] = [one.result, other.result];
  if (a.kind === 'return' && (b.kind === 'return' || b.kind === 'normal')) {
    frame.call?.returns.push({ value: a.value, condition });
    return continued(other, world);
  }
  if (b.kind === 'return' && a.kind === 'normal') {
    frame.call?.returns.push({ value: b.value, condition: otherwise });
    return continued(one, world);
  }
  if (a.kind === b.kind && a.kind !== 'lost') return continued(one, world);
  return { kind: 'lost', why: `depends on the condition ${condition}` };
}

/** The opposite of a condition, as a person would write it. */
export function negated(condition: string): string {
  if (condition.startsWith('not ')) return condition.slice(4);
  return /^[\w.]+$/.test(condition) ? `not ${condition}` : `not (${condition})`;
}

function merge(a: Changes, b: Changes, condition: string, otherwise: string, world: World, place: Place): void {
  for (const scope of new Set([...a.names.keys(), ...b.names.keys()])) {
    const [ofA, ofB] = [a.names.get(scope), b.names.get(scope)];
    for (const name of new Set([...(ofA?.keys() ?? []), ...(ofB?.keys() ?? [])])) {
      const before = scope.bindings.get(name) ?? null;
      const [x, y] = [stateOf(ofA, name, before), stateOf(ofB, name, before)];
      world.journal.bind(scope, name, merged(name, x, y, condition, otherwise, place));
    }
  }
  for (const container of new Set([...a.containers.keys(), ...b.containers.keys()])) {
    mergeContainer(container, a, b, condition, place, world);
  }
}

function stateOf(
  names: ReadonlyMap<string, BoundName | null> | undefined,
  name: string,
  before: BoundName | null,
): BoundName | null {
  const after = names?.get(name);
  return after === undefined ? before : after;
}

function merged(
  name: string,
  x: BoundName | null,
  y: BoundName | null,
  condition: string,
  otherwise: string,
  place: Place,
): BoundName | null {
  if (x === null || y === null) {
    if (x !== null) return x.under(condition);
    return y === null ? null : y.under(otherwise);
  }
  if (x === y || sameValue(x.value, y.value)) return x;
  const { annotation } = x.options;
  const oneOf = [...possibilities(x.value, condition), ...possibilities(y.value, otherwise)];
  const either = { ...unknownValue(`depends on the condition ${condition}`, x.place), oneOf };
  return new BoundName(name, place, either, {
    annotation: annotation ?? y.options.annotation,
    assigned: x.assigned && y.assigned,
  });
}

/** What a branch leaves: one value, or those of the few branches within it. */
function possibilities(value: Value, condition: string): readonly PossibleValue[] {
  const within = value.kind === 'unknown' ? (value.oneOf ?? []) : [];
  return within.length === 0 || within.length > MOST_POSSIBILITIES ? [{ value, condition }] : within;
}

/** Branches behind one another add up. */
const MOST_POSSIBILITIES = 16;

function mergeContainer(
  container: SequenceValue | DictValue,
  a: Changes,
  b: Changes,
  condition: string,
  place: Place,
  world: World,
): void {
  const now = container.kind === 'dict' ? container.entries : container.items;
  const [x, y] = [a.containers.get(container) ?? now, b.containers.get(container) ?? now];
  const [ofX, ofY] = [x.flat() as readonly Value[], y.flat() as readonly Value[]];
  if (ofX.length === ofY.length && ofX.every((item, index) => sameValue(item, ofY[index] as Value))) {
    world.journal.fill(container, x);
    return;
  }
  // Whoever holds the container has to see that its contents are lost.
  const either = unknownValue(`depends on the condition ${condition}`, place);
  const oneOf = container.kind === 'dict' ? undefined : eitherContents(container, ofX, ofY, condition);
  world.journal.spoil(container, oneOf === undefined ? either : { ...either, oneOf });
}

function eitherContents(
  { kind, place }: SequenceValue,
  x: readonly Value[],
  y: readonly Value[],
  condition: string,
): readonly PossibleValue[] {
  return [
    { value: sequenceValue(kind, x, place), condition },
    { value: sequenceValue(kind, y, place), condition: negated(condition) },
  ];
}

/** Makes names unknown that a block may have bound in a way that cannot be followed. */
export function lose(names: Iterable<string>, why: string, scope: Scope, place: Place, world: World): void {
  for (const name of names) world.journal.bind(scope, name, new BoundName(name, place, unknownValue(why, place)));
}
