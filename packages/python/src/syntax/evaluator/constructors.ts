import { describe } from '../describe';
import { BoundName } from '../scope';
import type { CallValue, ClassValue, FunctionValue, UnknownValue, Value } from '../value';
import { unknownValue } from '../values';
import { executed } from './functions';
import type { Arguments, Frame, FunctionBehind, World } from './world';
import { writtenCode } from './written-code';

/** The name, which no code can write, under which a constructor's scope keeps the call of its super's. */
const SUPER_CALL = 'super().__init__';

/**
 * The arguments that reach the constructor of the first base that is not read as text, when a class is called:
 * `kwargs["max_length"] = 10; super().__init__(*args, **kwargs)` is followed through each `__init__` on the way.
 */
export function superArguments(
  of: ClassValue,
  call: Arguments,
  place: Value['place'],
  world: World,
): Arguments | UnknownValue {
  const self: CallValue = { kind: 'call', callee: of, ...call, place };
  let args: Arguments = call;
  for (const base of world.mro(of)) {
    if (base.kind === 'unknown') return base;
    if (base.kind === 'external') return args;
    const init = base.kind === 'class' ? base.body.bindings.get('__init__') : undefined;
    if (init?.assigned !== true) continue;
    if (init.value.kind !== 'function') return unknownValue(`its __init__ ${describe(init.value)}`, init.place);
    const passed = passedOn(init.value, self, args, world);
    if (passed.kind === 'unknown') return passed;
    const { positional, keywords, complete, why } = passed;
    args = { positional, keywords, complete, ...(why === undefined ? {} : { why }) };
  }
  return args;
}

/**
 * What a class's `__init__` assigns to `self.name` once its super has had its turn, when the class is called like this:
 * `super().__init__(); self.impl = String(length)`. Null where it assigns nothing; unknown where that cannot be told.
 */
export function assignedInInit(of: ClassValue, call: Arguments, name: string, world: World): Value | null {
  const self: CallValue = { kind: 'call', callee: of, ...call, place: of.place };
  const first = world.mro(of).find((base) => base.kind === 'class' && base.body.bindings.has('__init__'));
  const init = first?.kind === 'class' ? first.body.bindings.get('__init__')?.value : undefined;
  const behind = init?.kind === 'function' ? world.functions.get(init) : undefined;
  if (init?.kind !== 'function' || behind === undefined || !assigns(behind, name)) return null;
  world.replenish();
  const given = { ...call, positional: [self, ...call.positional] };
  const { result: run } = world.journal.tryOut(() => executed(init, given, self, world));
  if (typeof run === 'string') return unknownValue(run, init.place);
  const { bindings } = run.scope;
  const bound = bindings.get(`self.${name}`);
  if (run.completion.kind === 'lost') return unknownValue(`its __init__ ${run.completion.why}`, init.place);
  const names = [...bindings.keys()];
  if (bound === undefined || names.indexOf(`self.${name}`) < names.indexOf(SUPER_CALL)) return null;
  return bound.condition === null
    ? bound.value
    : unknownValue(`depends on the condition ${bound.condition}`, bound.place);
}

/** Does a constructor's text assign to that attribute of its instance? */
function assigns(behind: FunctionBehind, name: string): boolean {
  const target = `${behind.definition.parameters[0]?.name}.${name}`;
  return writtenCode(behind).some((each) => each.kind === 'assignment' && each.target === target);
}

function passedOn(init: FunctionValue, self: CallValue, args: Arguments, world: World): CallValue | UnknownValue {
  const given = { ...args, positional: [self, ...args.positional] };
  world.replenish();
  const { result: run } = world.journal.tryOut(() => executed(init, given, self, world));
  if (typeof run === 'string') return unknownValue(run, init.place);
  const { completion, scope, call } = run;
  if (completion.kind === 'lost') return unknownValue(`its __init__ ${completion.why}`, init.place);
  const early = call.returns[0];
  if (early !== undefined) return unknownValue(`depends on the condition ${early.condition}`, init.place);
  const bound = scope.bindings.get(SUPER_CALL);
  if (bound === undefined) return unknownValue('its __init__ does not call that of its base', init.place);
  if (bound.condition !== null) return unknownValue(`depends on the condition ${bound.condition}`, init.place);
  const { value } = bound;
  return value.kind === 'call' ? value : unknownValue(describe(value), init.place);
}

/** Notes `super().__init__(…)` or `Base.__init__(self, …)` of the constructor that is being run; false for other calls. */
export function noteSuperCall(
  callee: Value,
  args: Arguments,
  place: Value['place'],
  frame: Frame,
  world: World,
): boolean {
  const self = frame.call?.self ?? null;
  if (self === null) return false;
  const passed = isSuperInit(callee) ? args : isBaseInit(callee, args, self) ? withoutFirst(args) : null;
  if (passed === null) return false;
  const call: CallValue = { kind: 'call', callee, ...passed, place };
  world.journal.bind(frame.scope, SUPER_CALL, new BoundName(SUPER_CALL, place, call));
  return true;
}

function isSuperInit(callee: Value): boolean {
  if (callee.kind !== 'attribute' || callee.name !== '__init__' || callee.of.kind !== 'call') return false;
  const { callee: maker } = callee.of;
  return maker.kind === 'external' && maker.name === 'builtins.super';
}

function isBaseInit(callee: Value, args: Arguments, self: Value): boolean {
  if (args.positional[0] !== self) return false;
  if (callee.kind === 'function') return callee.name === '__init__';
  return callee.kind === 'external' && callee.name.endsWith('.__init__');
}

function withoutFirst(args: Arguments): Arguments {
  return { ...args, positional: args.positional.slice(1) };
}

/** What `self.name` is in the constructor being run: what it assigned, else the class's own; null elsewhere. */
export function ownAttribute(of: Value, name: string, frame: Frame, world: World): Value | null {
  const self = frame.call?.self ?? null;
  if (self === null || of !== self || self.callee.kind !== 'class') return null;
  const assigned = frame.scope.bindings.get(`self.${name}`);
  if (assigned !== undefined) return assigned.value;
  const shared = world.attribute(self.callee, name, self.place);
  return shared.kind === 'attribute' || shared.kind === 'function' ? null : shared;
}

/** Notes `self.name = value` in the constructor being run. */
export function noteOwnAttribute(of: Value, name: string, value: Value, frame: Frame, world: World): void {
  if (frame.call === null || frame.call.self !== of) return;
  world.journal.bind(frame.scope, `self.${name}`, new BoundName(`self.${name}`, value.place, value));
}
