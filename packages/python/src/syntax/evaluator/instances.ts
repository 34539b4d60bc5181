import type { Place } from '@canonical-schema/schema';
import { BoundName, Scope } from '../scope';
import type { CallValue, ClassValue, FunctionValue, Value } from '../value';
import { noneValue, strValue, unknownValue } from '../values';
import { boundMethod, executed, inlined } from './functions';
import type { Arguments, BoundTo, World } from './world';

/**
 * `of.name` of an instance whose class is wholly text: what its constructor assigned, what its class or a property gives,
 * then its `__getattr__`. The objects that packages keep their settings in are such. Null where the attribute stays
 * symbolic: of an instance with a base that is not read, and of a class that makes its instances in its own way.
 */
export function instanceAttribute(of: CallValue, name: string, place: Place, world: World): Value | null {
  const known = plainClasses(of, world);
  if (known === null) return assignedOrGiven(of, name, place, world);
  const [classes, made] = known;
  const getAttribute = name.startsWith('__') ? null : boundFrom(classes, '__getattribute__', of, world);
  if (getAttribute !== null) return asked(getAttribute, [strValue(name, place)], place, world);
  return plainAttribute(of, name, classes, made, place, world) ?? fromGetattr(of, name, classes, place, world);
}

/**
 * What code assigned to an instance whose class comes of what is not read, or what its own `__getattr__` gives by
 * itself: where that asks its super, nothing is known.
 */
function assignedOrGiven(of: CallValue, name: string, place: Place, world: World): Value | null {
  const assigned = world.instances.get(of)?.bindings.get(name);
  if (assigned !== undefined) return boundValue(assigned, place);
  if (of.callee.kind !== 'class' || name.startsWith('__')) return null;
  const own = world.mro(of.callee).flatMap((base) => (base.kind === 'class' ? [base] : []));
  if (own.some(({ body }) => body.bindings.has(name))) return null;
  const given = fromGetattr(of, name, own, place, world);
  return given !== null && SETTLED.has(given.kind) ? given : null;
}

const SETTLED = new Set<Value['kind']>(['class', 'function', 'str', 'int', 'bool', 'float', 'external', 'module']);

/** Is it certain that an instance has no such attribute? */
export function isAbsentOfInstance(of: CallValue, name: string, world: World): boolean {
  const known = plainClasses(of, world);
  if (known === null) return false;
  const [classes, made] = known;
  if (methodOf(classes, '__getattribute__') !== null || methodOf(classes, '__getattr__') !== null) return false;
  return plainAttribute(of, name, classes, made, of.place, world) === null;
}

/** Notes `of.name = value` of an instance. */
export function bindInstanceAttribute(of: CallValue, name: string, value: Value, place: Place, world: World): void {
  world.journal.bind(scopeOf(of, world), name, new BoundName(name, place, value));
}

/** What is assigned to an instance, its constructor apart; of the module that made it. */
function scopeOf(of: CallValue, world: World): Scope {
  const known = world.instances.get(of);
  if (known !== undefined) return known;
  const scope = new Scope('class', null);
  world.instances.set(of, scope);
  return scope;
}

/** The attributes that a constructor assigns; a text says why they are not known. */
type Made = ReadonlyMap<string, BoundName> | string;

function plainClasses(of: CallValue, world: World): readonly [readonly ClassValue[], Made] | null {
  if (of.callee.kind !== 'class' || !of.complete) return null;
  const classes = world.kept('classes without another origin', of.callee, () => textClasses(of.callee, world));
  return classes === null ? null : [classes, madeBy(of, classes, world)];
}

/** Bases that give an instance nothing but names of types. */
const EMPTY_BASES = new Set([
  'builtins.object',
  'typing.Generic',
  'typing.Protocol',
  'typing_extensions.Protocol',
  'abc.ABC',
]);

const DATACLASS = 'dataclasses.dataclass';

function textClasses(of: Value, world: World): readonly ClassValue[] | null {
  if (of.kind !== 'class') return null;
  const classes: ClassValue[] = [];
  for (const base of world.mro(of)) {
    if (base.kind === 'external' && EMPTY_BASES.has(base.name)) continue;
    if (base.kind !== 'class' || !isPlain(base)) return null;
    classes.push(base);
  }
  const hasInit = methodOf(classes, '__init__') !== null;
  return hasInit && methodOf(classes, '__setattr__') !== null ? null : classes;
}

function isPlain({ decorators, keywords, body }: ClassValue): boolean {
  const isDecorated = decorators.some((each) => !isDataclass(each));
  const metaclass = keywords.get('metaclass');
  const isMade = metaclass !== undefined && !(metaclass.kind === 'external' && metaclass.name === 'abc.ABCMeta');
  return !isDecorated && !isMade && body.obscured.length === 0 && body.bindings.get('__new__') === undefined;
}

function isDataclass(decorator: Value): boolean {
  const named = decorator.kind === 'call' ? decorator.callee : decorator;
  return named.kind === 'external' && named.name === DATACLASS;
}

function methodOf(classes: readonly ClassValue[], name: string): FunctionValue | null {
  const bound = classes.map(({ body }) => body.bindings.get(name)).find((each) => each?.assigned === true);
  return bound?.value.kind === 'function' && bound.condition === null ? bound.value : null;
}

/** Runs the constructor once, and takes back what else it did. */
function madeBy(of: CallValue, classes: readonly ClassValue[], world: World): Made {
  const scope = scopeOf(of, world);
  if (world.making.has(of)) return scope.bindings as ReadonlyMap<string, BoundName>;
  world.making.add(of);
  const made = world.kept('what its constructor assigns', of, () => constructed(of, classes, scope, world));
  world.making.delete(of);
  return made;
}

function constructed(of: CallValue, classes: readonly ClassValue[], scope: Scope, world: World): Made {
  const init = boundFrom(classes, '__init__', of, world);
  const isData = classes.some(({ decorators }) => decorators.some(isDataclass));
  if (init === null) return isData ? fieldsGiven(of, classes, world) : new Map();
  const { result: run, changes } = aside(world, () => executed(init, of, null, world));
  if (typeof run === 'string') return run;
  if (run.completion.kind === 'lost') return `its __init__ ${run.completion.why}`;
  if (run.completion.kind === 'raise') return 'its __init__ raises';
  const early = run.call.returns[0];
  if (early !== undefined) return `depends on the condition ${early.condition}`;
  const assigned = [...(changes.names.get(scope) ?? [])];
  return new Map(assigned.flatMap(([name, bound]) => (bound === null ? [] : [[name, bound] as const])));
}

/** The fields of a dataclass, by what its call gives and by their defaults. */
function fieldsGiven(of: CallValue, classes: readonly ClassValue[], world: World): Made {
  if (methodOf(classes, '__post_init__') !== null) return 'its __post_init__ runs';
  const positional = [...of.positional];
  const fields = new Map<string, BoundName>();
  for (const { body } of classes.toReversed()) {
    for (const bound of body.bindings.values()) {
      if (bound.annotation === null) continue;
      const value = of.keywords.get(bound.name) ?? (fields.has(bound.name) ? undefined : positional.shift());
      const given = value ?? (bound.assigned ? defaultOf(bound.value, world) : undefined);
      if (given === undefined) return `lacks its field ${bound.name}`;
      fields.set(bound.name, new BoundName(bound.name, given.place, given));
    }
  }
  return fields;
}

/** `field(default=1)`, `field(default_factory=list)`. */
function defaultOf(value: Value, world: World): Value | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'external' || value.callee.name !== 'dataclasses.field')
    return value;
  const factory = value.keywords.get('default_factory');
  if (factory === undefined) return value.keywords.get('default');
  return world.call(factory, { positional: [], keywords: new Map(), complete: true }, value.place, null);
}

function plainAttribute(
  of: CallValue,
  name: string,
  classes: readonly ClassValue[],
  made: Made,
  place: Place,
  world: World,
): Value | null {
  const own = scopeOf(of, world).bindings.get(name) ?? (typeof made === 'string' ? undefined : made.get(name));
  if (own !== undefined) return boundValue(own, place);
  if (typeof made === 'string') return unknownValue(made, place);
  for (const [at, { body }] of classes.entries()) {
    const bound = body.bindings.get(name);
    if (bound?.assigned !== true) continue;
    return bound.condition === null
      ? described(bound.value, of, classes.slice(at + 1), place, world)
      : boundValue(bound, place);
  }
  return null;
}

function boundValue(bound: { readonly value: Value; readonly condition: string | null }, place: Place): Value {
  return bound.condition === null ? bound.value : unknownValue(`depends on the condition ${bound.condition}`, place);
}

/** Functions that decorate a method so that it is called where the attribute is read. */
const PROPERTIES = new Set([
  'builtins.property',
  'functools.cached_property',
  'django.utils.functional.cached_property',
]);

/** What an attribute of the class gives its instance: methods are bound, properties called. */
function described(
  value: Value,
  of: CallValue,
  after: readonly ClassValue[],
  place: Place,
  world: World,
): Value | null {
  if (value.kind === 'call' && value.callee.kind === 'class') {
    const getter = world.attribute(value, '__get__', place);
    if (getter.kind !== 'function') return getter.kind === 'unknown' ? getter : value;
    return asked(getter, [of, of.callee], place, world);
  }
  if (value.kind !== 'function') return value;
  const [decorator, ...more] = value.decorators;
  if (decorator === undefined) return boundMethod(value, of, world, after);
  if (decorator.kind !== 'external' || more.length > 0) return null;
  if (PROPERTIES.has(decorator.name)) return asked(boundMethod(value, of, world, after), [], place, world);
  if (decorator.name === 'builtins.classmethod') return boundMethod(value, of.callee, world);
  return decorator.name === 'builtins.staticmethod' ? value : null;
}

/** What a method gives; what it changes on the way, a cache above all, is taken back. */
function asked(method: FunctionValue, positional: readonly Value[], place: Place, world: World): Value {
  const args: Arguments = { positional, keywords: new Map(), complete: true };
  const { result } = aside(world, () => inlined(method, args, world));
  return result.kind === 'unknown' ? { ...result, place } : result;
}

/** Runs code of an instance beside what runs already: nothing that it does is noted, raised or kept. */
function aside<T>(world: World, run: () => T): ReturnType<typeof world.journal.tryOut<T>> {
  const { notes, raised } = world;
  world.notes = null;
  const tried = world.journal.tryOut(run);
  Object.assign(world, { notes, raised });
  return tried;
}

function fromGetattr(
  of: CallValue,
  name: string,
  classes: readonly ClassValue[],
  place: Place,
  world: World,
): Value | null {
  const method = name.startsWith('__') ? null : boundFrom(classes, '__getattr__', of, world);
  return method === null ? null : asked(method, [strValue(name, place)], place, world);
}

/** The first method of that name, bound to the instance. */
function boundFrom(classes: readonly ClassValue[], name: string, of: CallValue, world: World): FunctionValue | null {
  const at = classes.findIndex(({ body }) => body.bindings.get(name)?.assigned === true);
  const method = at < 0 ? null : methodOf(classes.slice(at, at + 1), name);
  return method === null ? null : boundMethod(method, of, world, classes.slice(at + 1));
}

/** `super().name(…)` in a method of an instance: that of the classes behind; null for any other call. */
export function superCall(
  { of, name }: Extract<Value, { kind: 'attribute' }>,
  args: Arguments,
  bound: BoundTo | undefined,
  place: Place,
  world: World,
): Value | null {
  if (bound === undefined || of.kind !== 'call' || of.callee.kind !== 'external') return null;
  if (of.callee.name !== 'builtins.super' || bound.receiver.kind !== 'call') return null;
  const method = boundFrom(bound.after, name, bound.receiver, world);
  if (method !== null) return inlined(method, args, world);
  if (name === '__init__') return noneValue(place);
  const [asking] = args.positional;
  if (name !== '__getattribute__' || asking?.kind !== 'str') return null;
  const known = plainClasses(bound.receiver, world);
  return known === null ? null : plainAttribute(bound.receiver, asking.value, ...known, place, world);
}
