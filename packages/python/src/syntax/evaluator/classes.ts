import type { Place } from '@canonical-schema/schema';
import type { ClassDefinition } from '../ast';
import { expressionText } from '../describe';
import { BoundName, Scope } from '../scope';
import type { ClassValue, DictValue, ExternalValue, Namespace, UnknownValue, Value } from '../value';
import { externalValue, unknownValue } from '../values';
import { argumentsValue } from './expressions';
import { type Frame, placeIn, type World } from './world';

/** Runs a class statement's body. */
export function classValue(definition: ClassDefinition, frame: Frame, world: World): ClassValue {
  const decorators = definition.decorators.map((decorator) => world.evaluate(decorator, frame));
  const { positional, keywords } = argumentsValue(definition.args, frame, world);
  const scope = new Scope('class', frame.scope);
  const qualifiedName = frame.qualifier === '' ? definition.name : `${frame.qualifier}.${definition.name}`;
  world.execute(definition.body, { ...frame, scope, qualifier: qualifiedName, conditions: [], call: null });
  return {
    kind: 'class',
    name: definition.name,
    qualifiedName,
    module: frame.module.name,
    bases: positional,
    keywords,
    decorators,
    body: scope,
    written: asItStands(scope),
    place: placeIn(frame, definition),
  };
}

function asItStands(scope: Scope): Namespace {
  return { bindings: new Map(scope.bindings), obscured: [...scope.obscured] };
}

/** What `type("Name", (Base,), {…})` makes; null where its parts are not known. */
export function madeClass(args: readonly Value[], place: Place, frame: Frame, world: World): ClassValue | null {
  const [name, bases, members] = args;
  if (name?.kind !== 'str' || bases?.kind !== 'tuple' || members?.kind !== 'dict') return null;
  const scope = new Scope('class', frame.scope);
  if (!bindMembers(members, scope, world)) return null;
  return {
    kind: 'class',
    name: name.value,
    qualifiedName: name.value,
    module: frame.module.name,
    bases: bases.items,
    keywords: new Map(),
    decorators: [],
    body: scope,
    written: asItStands(scope),
    place,
  };
}

function bindMembers(members: DictValue, scope: Scope, world: World): boolean {
  for (const [key, value] of members.entries) {
    if (key.kind !== 'str') return false;
    const isAnnotations = key.value === '__annotations__' && value.kind === 'dict';
    if (isAnnotations) bindAnnotations(value, scope, world);
    else world.journal.bind(scope, key.value, new BoundName(key.value, value.place, value));
  }
  return true;
}

function bindAnnotations(annotations: DictValue, scope: Scope, world: World): void {
  for (const [key, annotation] of annotations.entries) {
    if (key.kind !== 'str') continue;
    const unassigned = unknownValue('has no value', annotation.place);
    const options = { annotation: { find: () => annotation, again: () => {} }, assigned: false };
    world.journal.bind(scope, key.value, new BoundName(key.value, key.place, unassigned, options));
  }
}

/** The class that a functional enum call makes: `Enum("Color", "RED GREEN")`; null where it is no such call. */
export function functionalEnum(
  base: ExternalValue | ClassValue,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  place: Place,
  frame: Frame,
  world: World,
): ClassValue | null {
  const [name, names = keywords.get('names')] = positional;
  if (name?.kind !== 'str' || names === undefined) return null;
  const pairs = enumPairs(names, place);
  if (pairs === null) return null;
  const scope = new Scope('class', frame.scope);
  for (const [member, value] of pairs) world.journal.bind(scope, member, new BoundName(member, value.place, value));
  const mixin = keywords.get('type');
  return {
    kind: 'class',
    name: name.value,
    qualifiedName: name.value,
    module: frame.module.name,
    bases: mixin === undefined ? [base] : [mixin, base],
    keywords: new Map(),
    decorators: [],
    body: scope,
    written: asItStands(scope),
    place,
  };
}

function enumPairs(names: Value, place: Place): readonly (readonly [string, Value])[] | null {
  const auto: Value = {
    kind: 'call',
    callee: externalValue('enum.auto', place),
    positional: [],
    keywords: new Map(),
    complete: true,
    place,
  };
  if (names.kind === 'str') {
    return names.value
      .split(/[\s,]+/)
      .filter((name) => name !== '')
      .map((name) => [name, auto]);
  }
  const pairs: (readonly [string, Value])[] = [];
  const items =
    names.kind === 'dict' ? names.entries : names.kind === 'list' || names.kind === 'tuple' ? names.items : null;
  for (const item of items ?? []) {
    const [name, value] = Array.isArray(item) ? (item as readonly Value[]) : pairIn(item as Value, auto);
    if (name?.kind !== 'str' || value === undefined) return null;
    pairs.push([name.value, value]);
  }
  return items === null ? null : pairs;
}

function pairIn(item: Value, auto: Value): readonly Value[] {
  if (item.kind === 'str') return [item, auto];
  return item.kind === 'tuple' || item.kind === 'list' ? item.items : [];
}

type Ancestor = ClassValue | ExternalValue | UnknownValue;

const linearisations = new WeakMap<ClassValue, readonly Ancestor[]>();

/** C3 linearisation, the class itself first. An unknown base stands last; what it hides cannot be told. */
export function linearised(of: ClassValue): readonly Ancestor[] {
  const known = linearisations.get(of);
  if (known !== undefined) return known;
  // A class among its own bases is broken code: it ends here, and not in a loop.
  linearisations.set(of, [of]);
  const bases = of.bases.flatMap((base) => ancestor(base));
  const lists = [...bases.map((base) => (base.kind === 'class' ? linearised(base) : [base])), bases];
  const merged = merge(lists) ?? [unknownValue('its bases have no consistent order', of.place)];
  const result = [of, ...merged];
  linearisations.set(of, result);
  return result;
}

/** `Generic[T]` and `Base[int]` inherit as `Generic` and `Base` do. */
function ancestor(base: Value): Ancestor[] {
  switch (base.kind) {
    case 'class':
    case 'external':
    case 'unknown':
      return [base];
    case 'subscript':
      return ancestor(base.of);
    default:
      return [externalBase(base) ?? unknownValue(`has a base that is not known`, base.place)];
  }
}

/**
 * `declarative_base()` and `db.Model` are classes of the package that makes them, without text to read: their subclasses'
 * own attributes are still known. Null where no package makes it.
 */
function externalBase(base: Value): ExternalValue | null {
  const made = maker(base);
  if (made === null) return null;
  const name = expressionText(base);
  return externalValue(name, base.place, made.missing ?? `the class that ${name} gives has no text`);
}

function maker(value: Value): ExternalValue | null {
  switch (value.kind) {
    case 'external':
      return value;
    case 'call':
      return maker(value.callee);
    case 'attribute':
      return maker(value.of);
    case 'class': {
      const reached = linearised(value).find((each) => each.kind === 'external' && each.name !== 'builtins.object');
      return reached?.kind === 'external' ? reached : null;
    }
    default:
      return null;
  }
}

function merge(lists: readonly (readonly Ancestor[])[]): Ancestor[] | null {
  const pending = lists.map((list) => [...list]);
  const result: Ancestor[] = [];
  for (;;) {
    const open = pending.filter((list) => list.length > 0);
    if (open.length === 0) return result;
    const next = open
      .map((list) => list[0] as Ancestor)
      .find((head) => !open.some((list) => list.slice(1).some((other) => isSame(other, head))));
    if (next === undefined) return null;
    result.push(next);
    for (const list of open) if (isSame(list[0] as Ancestor, next)) list.shift();
  }
}

function isSame(a: Ancestor, b: Ancestor): boolean {
  return a === b || (a.kind === 'external' && b.kind === 'external' && a.name === b.name);
}
