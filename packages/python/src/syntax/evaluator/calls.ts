import type { Place } from '@canonical-schema/schema';
import type { CallValue, ClassValue, FunctionValue, Value } from '../value';
import { equalValues, memberValue } from '../values';
import { BUILTINS } from './builtins';
import { functionalEnum, madeClass } from './classes';
import { constantOf, enumFlavour, enumMembers } from './enums';
import { inlined, opaqueDecorator } from './functions';
import { superCall } from './instances';
import { methodValue } from './methods';
import { compiledCall, regularExpressionCall } from './regular-expressions';
import type { Arguments, Frame, World } from './world';

/** What a call gives: computed where the callee is known and simple, else the call itself. */
export function callValue(callee: Value, args: Arguments, place: Place, frame: Frame | null, world: World): Value {
  world.stepsLeft--;
  const symbolic: CallValue = { kind: 'call', callee, ...args, place };
  switch (callee.kind) {
    case 'unknown':
      return callee;
    case 'function':
      return functionCall(callee, args, symbolic, frame, world);
    case 'class':
      return classCall(callee, args, place, frame, world) ?? symbolic;
    case 'external':
      return externalCall(callee.name, args, place, frame, world) ?? symbolic;
    case 'attribute':
      return (
        ofSuper(callee, frame) ??
        superCall(callee, args, frame?.call?.bound, place, world) ??
        methodValue(callee.of, callee.name, args, place, world) ??
        compiledCall(callee.of, callee.name, args, place, frame, world) ??
        symbolic
      );
    case 'call':
      return partialCall(callee, args, place, frame, world) ?? symbolic;
    default:
      return symbolic;
  }
}

/** `super().deconstruct()` in a method of which it is known. */
function ofSuper({ of, name }: Extract<Value, { kind: 'attribute' }>, frame: Frame | null): Value | null {
  const known = frame?.call?.ofSuper;
  if (known === undefined || of.kind !== 'call' || of.callee.kind !== 'external') return null;
  const isOwn = frame?.qualifier.endsWith(`.${name}.<locals>`) === true;
  return isOwn && of.callee.name === 'builtins.super' ? known : null;
}

function functionCall(
  fn: FunctionValue,
  args: Arguments,
  symbolic: CallValue,
  frame: Frame | null,
  world: World,
): Value {
  if (opaqueDecorator(fn) === null) return inlined(fn, args, world);
  const decorated = undecorated(fn, symbolic.place, frame, world);
  return decorated === null ? symbolic : world.call(decorated, args, symbolic.place, frame);
}

/** What decorators written in the project make of a function; null where one is not a plain function of ours. */
function undecorated(fn: FunctionValue, place: Place, frame: Frame | null, world: World): Value | null {
  const behind = world.functions.get(fn);
  if (behind === undefined) return null;
  let value: Value = { ...fn, decorators: [] };
  world.functions.set(value as FunctionValue, behind);
  for (const decorator of [...fn.decorators].reverse()) {
    if (decorator.kind !== 'function') return null;
    value = world.call(decorator, { positional: [value], keywords: new Map(), complete: true }, place, frame);
  }
  return value.kind === 'function' ? value : null;
}

/** `Status("active")` is a member; `Enum("Status", "a b")` a new class. Other classes' calls are instances. */
function classCall(of: ClassValue, args: Arguments, place: Place, frame: Frame | null, world: World): Value | null {
  if (enumFlavour(of, world) === null) return null;
  const members = enumMembers(of, world) ?? [];
  const [value] = args.positional;
  if (members.length === 0) {
    return frame === null ? null : functionalEnum(of, args.positional, args.keywords, place, frame, world);
  }
  if (value === undefined) return null;
  const member = members.find((each) => equalValues(each.value, constantOf(value, world)) === true);
  return member === undefined ? null : memberValue(of, member.name, place);
}

const ENUMS = new Set([
  'enum.Enum',
  'enum.IntEnum',
  'enum.StrEnum',
  'enum.Flag',
  'enum.IntFlag',
  'django.db.models.TextChoices',
  'django.db.models.IntegerChoices',
]);

/** Kinds of dicts that hold what a plain one holds. */
const DICTS = new Set(['collections.OrderedDict', 'types.MappingProxyType', 'sqlalchemy.util.immutabledict']);

function externalCall(name: string, args: Arguments, place: Place, frame: Frame | null, world: World): Value | null {
  if (ENUMS.has(name) && frame !== null) {
    const base = { kind: 'external', name, missing: null, place } as const;
    return functionalEnum(base, args.positional, args.keywords, place, frame, world);
  }
  if (name === 'typing.cast' || name === 'typing_extensions.cast') return args.positional[1] ?? null;
  if (name.startsWith('re.')) return regularExpressionCall(name.slice('re.'.length), args, place, frame, world);
  if (DICTS.has(name) && args.complete) return BUILTINS.dict?.(args, place, world, frame) ?? null;
  if (!name.startsWith('builtins.') || !args.complete) return null;
  if (name === 'builtins.type' && args.positional.length === 3 && frame !== null) {
    return madeClass(args.positional, place, frame, world);
  }
  return BUILTINS[name.slice('builtins.'.length)]?.(args, place, world, frame) ?? null;
}

/** `functools.partial(f, …)(…)`. */
function partialCall(
  callee: CallValue,
  args: Arguments,
  place: Place,
  frame: Frame | null,
  world: World,
): Value | null {
  const [fn, ...first] = callee.positional;
  if (callee.callee.kind !== 'external' || callee.callee.name !== 'functools.partial' || fn === undefined) return null;
  const joined: Arguments = {
    positional: [...first, ...args.positional],
    keywords: new Map([...callee.keywords, ...args.keywords]),
    complete: callee.complete && args.complete,
  };
  return world.call(fn, joined, place, frame);
}
