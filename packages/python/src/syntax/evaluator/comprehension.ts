import type { Comprehension, Expression } from '../ast';
import { describe } from '../describe';
import { Scope } from '../scope';
import type { Value } from '../value';
import { dictValue, equalValues, sequenceValue, truthOf, unknownValue } from '../values';
import { bindTarget } from './assignment';
import { constantOf } from './enums';
import { iterated } from './iterables';
import { withEntries } from './iteration';
import { type Frame, placeIn, type World } from './world';

/** More rounds than this are not run. */
export const MOST_ROUNDS = 10_000;

/** A comprehension over known iterables, expanded; unknown where an iterable or a condition is not known. */
export function comprehensionValue(expression: Comprehension, outer: Frame, world: World): Value {
  const frame: Frame = { ...outer, scope: new Scope('function', outer.scope) };
  const place = placeIn(outer, expression);
  const found: (readonly [Value, Value | null])[] = [];
  const failure = rounds(expression, 0, frame, outer, world, found);
  if (failure !== null) return unknownValue(failure, place);
  if (expression.result === 'dict') {
    return dictValue(
      withEntries(
        [],
        found.map(([key, value]) => [key, value ?? key]),
      ),
      place,
    );
  }
  const items = found.map(([element]) => element);
  if (expression.result !== 'set') return sequenceValue('list', items, place);
  return sequenceValue('set', distinct(items), place);
}

/** The items without repetitions of equal ones. */
export function distinct(items: readonly Value[]): readonly Value[] {
  const kept: Value[] = [];
  for (const item of items) if (!kept.some((other) => equalValues(item, other) === true)) kept.push(item);
  return kept;
}

/** Runs the clauses from one on; gives the reason why they cannot be run, or null. */
function rounds(
  expression: Comprehension,
  at: number,
  frame: Frame,
  outer: Frame,
  world: World,
  found: (readonly [Value, Value | null])[],
): string | null {
  const clause = expression.clauses[at];
  if (clause === undefined) {
    const value = expression.value === null ? null : world.evaluate(expression.value, frame);
    found.push([world.evaluate(expression.element, frame), value]);
    return found.length > MOST_ROUNDS ? 'has too many rounds' : null;
  }
  if (clause.kind === 'if') {
    const test = world.evaluate(clause.test, frame);
    const truth = truthOf(constantOf(test, world));
    if (truth === null) return `depends on the condition ${textOf(clause.test, frame)}`;
    return truth ? rounds(expression, at + 1, frame, outer, world, found) : null;
  }
  const iterable = world.evaluate(clause.iterable, at === 0 ? outer : frame);
  const elements = iterated(iterable, world);
  if (elements === null) return `iterates over what ${describe(iterable)}`;
  for (const element of elements) {
    if (world.stepsLeft-- <= 0) return 'is too complex';
    bindTarget(clause.target, element, frame, world);
    const failure = rounds(expression, at + 1, frame, outer, world, found);
    if (failure !== null) return failure;
  }
  return null;
}

function textOf(expression: Expression, frame: Frame): string {
  return frame.module.source.text.slice(expression.start, expression.end);
}
