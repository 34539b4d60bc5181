import type { Expression, Slice, Subscript } from '../ast';
import { describe } from '../describe';
import type { Value } from '../value';
import { isSequence, memberValue, numberIn, sequenceValue, strValue, unknownValue } from '../values';
import { constantOf, enumMembers } from './enums';
import { entryOf } from './iteration';
import { type Frame, placeIn, type World } from './world';

/** `of[index]`: the item of a known sequence or dict, an enum's member, else symbolic. */
export function subscriptValue(expression: Subscript, frame: Frame, world: World): Value {
  const of = world.evaluate(expression.of, frame);
  const place = placeIn(frame, expression);
  if (of.kind === 'unknown') return of;
  const only = expression.index.length === 1 ? expression.index[0] : undefined;
  if (only?.kind === 'slice')
    return sliced(of, only, frame, world) ?? unknownValue(`is a slice of what ${describe(of)}`, place);
  const index = expression.index.map((each: Expression) => world.evaluate(each, frame));
  const first = index[0];
  if (index.length === 1 && first !== undefined) {
    const key = constantOf(first, world);
    if (frame.isTried === true && of.kind === 'dict' && entryOf(of, key) === undefined) {
      world.raised = 'builtins.KeyError';
    }
    const item = itemOf(of, key, world);
    if (item !== null) return item;
  }
  // `Mapped[int, str]` and `Mapped[(int, str)]` are the same to Python.
  return { kind: 'subscript', of, index: first?.kind === 'tuple' && index.length === 1 ? first.items : index, place };
}

/** The item under an index or key; null where it is no known container or has no such item. */
export function itemOf(of: Value, index: Value, world: World): Value | null {
  if (isSequence(of) || of.kind === 'str') {
    const position = numberIn(index);
    if (typeof position !== 'bigint') return null;
    const at = Number(position);
    if (of.kind === 'str') {
      const letter = [...of.value].at(at);
      return letter === undefined ? null : strValue(letter, of.place);
    }
    return of.items.at(at) ?? null;
  }
  if (of.kind === 'dict') return entryOf(of, index) ?? unknownValue('takes a key that is not known', of.place);
  if (of.kind !== 'class' || index.kind !== 'str') return null;
  const isMember = enumMembers(of, world)?.some((member) => member.name === index.value) ?? false;
  return isMember ? memberValue(of, index.value, index.place) : null;
}

function sliced(of: Value, slice: Slice, frame: Frame, world: World): Value | null {
  const bound = (expression: Expression | null): number | undefined | null => {
    if (expression === null) return undefined;
    const number = numberIn(world.evaluate(expression, frame));
    return typeof number === 'bigint' ? Number(number) : null;
  };
  const [lower, upper, step] = [bound(slice.lower), bound(slice.upper), bound(slice.step)];
  if (lower === null || upper === null || step === null || step === 0) return null;
  const place = placeIn(frame, slice);
  if (of.kind === 'str') return strValue(cut([...of.value], lower, upper, step).join(''), place);
  return isSequence(of) ? sequenceValue(of.kind, cut(of.items, lower, upper, step), place) : null;
}

function cut<T>(items: readonly T[], lower: number | undefined, upper: number | undefined, step = 1): readonly T[] {
  if (step === 1) return items.slice(lower, upper);
  if (step > 0) return items.slice(lower, upper).filter((_, index) => index % step === 0);
  const length = items.length;
  const clamp = (at: number) => Math.max(-1, Math.min(length - 1, at < 0 ? at + length : at));
  const [from, to] = [lower === undefined ? length - 1 : clamp(lower), upper === undefined ? -1 : clamp(upper)];
  const result: T[] = [];
  for (let at = from; at > to; at += step) result.push(items[at] as T);
  return result;
}
