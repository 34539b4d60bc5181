import type { FunctionDefinition, Lambda, Parameter } from '../ast';
import { functionBody } from '../convert-statements';
import { describe } from '../describe';
import { BoundName, Scope } from '../scope';
import type { CallValue, FunctionValue, UnknownValue, Value } from '../value';
import { dictValue, noneValue, sameValue, sequenceValue, strValue, unknownValue } from '../values';
import { annotationValue } from './annotations';
import {
  type Arguments,
  type Completion,
  type Frame,
  type FunctionBehind,
  type InlinedCall,
  type NotedCall,
  placeIn,
  type World,
} from './world';

/** The value of a `def` or `lambda`; its defaults are evaluated where it stands. */
export function functionValue(definition: FunctionDefinition | Lambda, frame: Frame, world: World): FunctionValue {
  const defaults = new Map<string, Value>();
  for (const parameter of definition.parameters) {
    if (parameter.default !== null) defaults.set(parameter.name, world.evaluate(parameter.default, frame));
  }
  const decorators =
    definition.kind === 'lambda' ? [] : definition.decorators.map((decorator) => world.evaluate(decorator, frame));
  return functionOf({ definition, defaults, frame, receiver: null }, decorators, world);
}

/** The same function with a class passed first, as a class method gets it, or an instance. */
export function boundMethod(
  fn: FunctionValue,
  receiver: Value,
  world: World,
  after?: FunctionBehind['after'],
): FunctionValue {
  const behind = world.functions.get(fn);
  return behind === undefined ? fn : functionOf({ ...behind, receiver, after }, fn.decorators, world);
}

function functionOf(behind: FunctionBehind, decorators: readonly Value[], world: World): FunctionValue {
  const { definition, frame } = behind;
  const name = definition.kind === 'lambda' ? '<lambda>' : definition.name;
  const returns = definition.kind === 'lambda' ? null : definition.returns;
  const late = returns === null ? null : world.late(frame.module, () => annotationValue(returns, frame, world));
  let annotation: Value | null | undefined;
  const fn: FunctionValue = {
    kind: 'function',
    name,
    qualifiedName: frame.qualifier === '' ? name : `${frame.qualifier}.${name}`,
    module: frame.module.name,
    decorators,
    place: placeIn(frame, definition),
    call(positional, keywords) {
      world.replenish();
      return inlined(fn, { positional, keywords, complete: true }, world);
    },
    get returns() {
      if (late === null) return null;
      if (annotation === undefined) annotation = late.find();
      else late.again();
      return annotation;
    },
  };
  world.functions.set(fn, behind);
  return fn;
}

/** Calls nest at most this deep. */
const MOST_CALLS = 64;

/**
 * What a function returns for these arguments; unknown, with the reason, where its body cannot be followed. `ofSuper` is
 * what the method of the same name of its super gives.
 */
export function inlined(fn: FunctionValue, args: Arguments, world: World, ofSuper?: Value): Value {
  const run = executed(fn, args, null, world, null, ofSuper);
  if (typeof run === 'string') return unknownValue(run, fn.place);
  const { completion, call } = run;
  switch (completion.kind) {
    case 'lost':
      return unknownValue(`calls ${fn.name}, which ${completion.why}`, fn.place);
    case 'return':
      return agreed(completion.value, call, fn);
    case 'raise':
      if (call.returns.length > 0) return agreed(null, call, fn);
      world.raised = completion.exception ?? null;
      return unknownValue(`calls ${fn.name}, which raises`, fn.place);
    default:
      return agreed(noneValue(fn.place), call, fn);
  }
}

/** The calls that stand as statements in a function's body, in order, when it is called without arguments. */
export function callsIn(fn: FunctionValue, world: World): readonly NotedCall[] | UnknownValue {
  const calls: NotedCall[] = [];
  const none: Arguments = { positional: [], keywords: new Map(), complete: true };
  world.replenish();
  const { notes } = world;
  world.notes = calls;
  const { result: run } = world.journal.tryOut(() => executed(fn, none, null, world, calls));
  world.notes = notes;
  return typeof run === 'string' ? unknownValue(run, fn.place) : calls;
}

/**
 * Every call of what is not read as text that a function makes when it is called with these arguments, in functions of the
 * project that it calls too, in order. Unknown where it cannot be run to its end.
 */
export function callsHeard(
  fn: FunctionValue,
  positional: readonly Value[],
  world: World,
): readonly NotedCall[] | UnknownValue {
  const heard: NotedCall[] = [];
  world.replenish();
  const before = world.heard;
  world.heard = heard;
  const args: Arguments = { positional, keywords: new Map(), complete: true };
  const { result: run } = world.journal.tryOut(() => executed(fn, args, null, world));
  world.heard = before;
  world.raised = null;
  if (typeof run === 'string') return unknownValue(run, fn.place);
  if (run.completion.kind === 'raise') return unknownValue('raises', fn.place);
  return run.completion.kind === 'lost' ? unknownValue(run.completion.why, fn.place) : heard;
}

/** A function's body run once; the scope is what its local names are when it has ended. */
interface Executed {
  readonly completion: Completion;
  readonly scope: Scope;
  readonly call: InlinedCall;
}

/** Runs a function's body; gives the reason where it cannot be. `self` is set for the constructor of an instance. */
export function executed(
  fn: FunctionValue,
  args: Arguments,
  self: CallValue | null,
  world: World,
  calls: NotedCall[] | null = null,
  ofSuper?: Value,
): Executed | string {
  const behind = world.functions.get(fn);
  if (behind === undefined) return `calls ${fn.name}`;
  const reason = reasonNotToInline(behind, world);
  if (reason !== null) return `calls ${fn.name}, which ${reason}`;
  const { definition, frame: around, receiver, after } = behind;
  const bound = receiver === null || after === undefined ? undefined : { receiver, after };
  const call: InlinedCall = { returns: [], self, calls, ofSuper, bound };
  const scope = new Scope('function', around.scope);
  const qualifier = `${fn.qualifiedName}.<locals>`;
  const frame: Frame = { module: around.module, scope, qualifier, conditions: [], call };
  const given = receiver === null ? args : { ...args, positional: [receiver, ...args.positional] };
  const failure = bindParameters(behind, given, scope, world);
  if (failure !== null) return `calls ${fn.name} ${failure}`;
  const completion = nested(
    world,
    (): Completion =>
      definition.kind === 'lambda'
        ? { kind: 'return', value: world.evaluate(definition.body, frame) }
        : world.execute(functionBody(definition, around.module.source.text), frame),
  );
  return { completion, scope, call };
}

function nested<T>(world: World, run: () => T): T {
  world.callDepth++;
  const result = run();
  world.callDepth--;
  return result;
}

/** The one value that all returns agree on. */
function agreed(last: Value | null, call: InlinedCall, fn: FunctionValue): Value | UnknownValue {
  const first = last ?? call.returns[0]?.value ?? noneValue(fn.place);
  const other = call.returns.find((each) => !sameValue(each.value, first));
  return other === undefined ? first : unknownValue(`depends on the condition ${other.condition}`, fn.place);
}

function reasonNotToInline(behind: FunctionBehind, world: World): string | null {
  if (world.callDepth >= MOST_CALLS) return 'recurses too deep';
  const { definition, frame } = behind;
  if (definition.kind === 'lambda') return null;
  if (definition.isAsync) return 'is async';
  const text = frame.module.source.text.slice(definition.start, definition.end);
  return /\byield\b/.test(text) ? 'is a generator' : null;
}

/** Binds the parameters; gives what is wrong with the arguments, or null. */
function bindParameters(behind: FunctionBehind, args: Arguments, scope: Scope, world: World): string | null {
  if (!args.complete) return `with what ${args.why ?? 'is not known'}`;
  const { parameters } = behind.definition;
  const place = placeIn(behind.frame, behind.definition);
  const bind = (name: string, value: Value) => world.journal.bind(scope, name, new BoundName(name, value.place, value));
  const positional = [...args.positional];
  const keywords = new Map(args.keywords);
  for (const parameter of parameters) {
    if (parameter.form === 'star') {
      bind(parameter.name, sequenceValue('tuple', positional.splice(0), place));
      continue;
    }
    if (parameter.form === 'double-star') continue;
    const value = argumentFor(parameter, positional, keywords) ?? behind.defaults.get(parameter.name);
    if (value === undefined) return `without its argument ${parameter.name}`;
    bind(parameter.name, value);
  }
  const rest = parameters.find((parameter) => parameter.form === 'double-star');
  if (rest === undefined) return positional.length + keywords.size > 0 ? 'with arguments it does not take' : null;
  const entries = [...keywords].map(([name, value]) => [strValue(name, value.place), value] as const);
  bind(rest.name, dictValue(entries, place));
  return positional.length > 0 ? 'with arguments it does not take' : null;
}

function argumentFor(parameter: Parameter, positional: Value[], keywords: Map<string, Value>): Value | undefined {
  if (parameter.form !== 'keyword-only' && positional.length > 0) return positional.shift();
  if (parameter.form === 'positional-only') return undefined;
  const value = keywords.get(parameter.name);
  keywords.delete(parameter.name);
  return value;
}

/** The functions that decorate without changing what a call returns. */
const TRANSPARENT = new Set([
  'builtins.staticmethod',
  'builtins.classmethod',
  'functools.lru_cache',
  'functools.cache',
  'typing.overload',
  'typing.no_type_check',
  'typing.final',
]);

/** Why the decorators keep a call from being inlined; null where they do not. */
export function opaqueDecorator(fn: FunctionValue): string | null {
  for (const decorator of fn.decorators) {
    const named = decorator.kind === 'call' ? decorator.callee : decorator;
    if (named.kind !== 'external' || !TRANSPARENT.has(named.name)) return describe(named);
  }
  return null;
}
