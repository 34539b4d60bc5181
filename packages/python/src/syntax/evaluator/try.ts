import type { Handler, Statement, Try } from '../ast';
import type { Value } from '../value';
import { isSequence } from '../values';
import { lose, undecided } from './branches';
import { argumentsValue } from './expressions';
import { importFailure } from './imports';
import { type Completion, type Frame, placeIn, type World } from './world';

/** Runs a `try`: its body, or a handler where an import or a question that a reader answers certainly fails. */
export function tryStatement(statement: Try, frame: Frame, world: World): Completion {
  const completion = triedBody(statement, frame, world);
  const last = world.execute(statement.finally, frame);
  return last.kind === 'normal' ? completion : last;
}

function triedBody(statement: Try, frame: Frame, world: World): Completion {
  const handler = statement.handlers[0];
  const whole = (inner: Frame): Completion => {
    const completion = world.execute(statement.body, { ...inner, isTried: true });
    return completion.kind === 'normal' ? world.execute(statement.orElse, inner) : completion;
  };
  if (handler === undefined) return whole(frame);
  const handledBy = (by: Handler, inner: Frame): Completion => {
    if (by.name !== null) lose([by.name], 'is an exception', inner.scope, placeIn(inner, by), world);
    return world.execute(by.body, inner);
  };
  const handled = (inner: Frame): Completion => handledBy(handler, inner);
  const failure = statement.body.map((each) => importFailure(each, frame, world)).find((each) => each !== null);
  if (failure?.isCertain === true) return handled(frame);
  if (failure !== undefined && failure !== null) {
    return undecided(`${failure.module} is installed`, whole, handled, frame, world, placeIn(frame, statement));
  }
  if (frame.call !== null && statement.body.some((each) => isBareCall(each) && !isAnswered(each, frame, world))) {
    return undecided('the try block succeeds', whole, handled, frame, world, placeIn(frame, statement));
  }
  const { result, changes } = world.journal.tryOut(() => whole(frame));
  if (result.kind === 'raise') {
    const { exception } = result;
    const catching =
      exception === undefined
        ? handler
        : statement.handlers.find((each) => each.type === null || catches(world.evaluate(each.type, frame), exception));
    return catching === undefined ? result : handledBy(catching, frame);
  }
  world.journal.replay(changes);
  return result;
}

/** What the exceptions of our own answers descend from. */
const PARENTS: Readonly<Record<string, readonly string[] | undefined>> = {
  'builtins.KeyError': ['builtins.LookupError'],
};

/** Does an `except` clause name an exception, or one that it descends from? */
function catches(type: Value, exception: string): boolean {
  if (isSequence(type)) return type.items.some((item) => catches(item, exception));
  if (type.kind !== 'external') return false;
  const parents = PARENTS[exception] ?? [];
  return [exception, ...parents, 'builtins.Exception', 'builtins.BaseException'].includes(type.name);
}

/** Does a reader know what the call comes to? */
function isAnswered(statement: Statement, frame: Frame, world: World): boolean {
  if (statement.kind !== 'expression' || statement.value.kind !== 'call') return false;
  const callee = world.evaluate(statement.value.callee, frame);
  if (callee.kind !== 'external') return false;
  const args = argumentsValue(statement.value.args, frame, world);
  return world.answer(callee, args, placeIn(frame, statement)) !== null;
}

/** A function that calls something for nothing but its exceptions asks a question: `registry.get(name)`. */
function isBareCall(statement: Statement): boolean {
  return statement.kind === 'expression' && statement.value.kind === 'call';
}
