import type { CallValue, Value } from '../value';
import { externalValue, strValue } from '../values';
import type { Arguments, Frame, World } from './world';

/** Notes a call that makes something wherever it stands: a `Table(…)` in a function or a loop is in no name afterwards. */
export function noteCall(value: Value, isPart: boolean, frame: Frame, world: World): void {
  if (value.kind !== 'call' || world.notes === null || !isNoted(value, world)) return;
  world.notes.push({ value, condition: conditionsAround(frame, world), place: value.place, isPart });
}

function isNoted({ callee }: CallValue, world: World): boolean {
  if (callee.kind !== 'external' && callee.kind !== 'attribute') return false;
  return world.isNoted(callee.name.slice(callee.name.lastIndexOf('.') + 1));
}

/** Notes `of.name = value` of an object that stays symbolic as the `setattr` that it is. */
export function noteAssignment(of: Value, name: string, value: Value, frame: Frame, world: World): void {
  if (world.notes === null || (of.kind !== 'call' && of.kind !== 'attribute' && of.kind !== 'external')) return;
  const place = value.place;
  const call: CallValue = {
    kind: 'call',
    callee: externalValue('builtins.setattr', place),
    positional: [of, strValue(name, place), value],
    keywords: new Map(),
    complete: true,
    place,
  };
  world.notes.push({ value: call, condition: conditionsAround(frame, world), place });
}

/** Tells a reader that listens of a call of something that is not read as text. */
export function hearCall(callee: Value, args: Arguments, place: Value['place'], frame: Frame, world: World): void {
  if (world.heard === null || (callee.kind !== 'external' && callee.kind !== 'attribute')) return;
  const value: CallValue = { kind: 'call', callee, ...args, place };
  world.heard.push({ value, condition: conditionsAround(frame, world), place });
}

/** What has to hold for the code at hand to run: branches around it, and returns before it. */
function conditionsAround(frame: Frame, world: World): string | null {
  const returned = frame.call?.returns.map(({ condition }) => `not (${condition})`) ?? [];
  const all = [...world.conditions, ...returned];
  return all.length === 0 ? null : all.join(' and ');
}
