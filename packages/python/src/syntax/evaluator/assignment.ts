import type { Place } from '@canonical-schema/schema';
import type { Expression, Statement } from '../ast';
import { describe } from '../describe';
import type { Late } from '../module-trail';
import { BoundName, type Scope } from '../scope';
import type { DictValue, SequenceValue, Value } from '../value';
import { dictValue, sequenceValue, unknownValue } from '../values';
import { noteOwnAttribute } from './constructors';
import { bindInstanceAttribute } from './instances';
import { elementsOf, MOST_ITEMS, withEntries } from './iteration';
import { noteAssignment } from './notes';
import { type Frame, placeIn, type World } from './world';

/** Binds a target of an assignment, `for` or `with`: a name, a pattern of names, an item, an attribute. */
export function bindTarget(target: Expression, value: Value, frame: Frame, world: World, place?: Place): void {
  switch (target.kind) {
    case 'name': {
      const bound = new BoundName(
        target.name,
        place ?? placeIn(frame, target),
        value,
        annotationKept(frame, target.name),
      );
      world.journal.bind(frame.scope, target.name, bound);
      return;
    }
    case 'tuple':
    case 'list':
      bindPattern(target.items, value, frame, world, place);
      return;
    case 'starred':
      bindTarget(target.value, value, frame, world, place);
      return;
    case 'subscript':
      bindItem(target, value, frame, world);
      return;
    case 'attribute': {
      const of = world.evaluate(target.of, frame);
      noteOwnAttribute(of, target.name, value, frame, world);
      bindAttribute(of, target.name, value, placeIn(frame, target), world);
      noteAssignment(of, target.name, value, frame, world);
      return;
    }
    default:
      return;
  }
}

/** A later `name = value` keeps the annotation that an earlier `name: annotation` gave. */
function annotationKept(frame: Frame, name: string): { readonly annotation?: Late<Value> } {
  const before = frame.scope.kind === 'class' ? frame.scope.bindings.get(name) : undefined;
  const annotation = before?.options.annotation;
  return annotation === undefined ? {} : { annotation };
}

function bindPattern(
  targets: readonly Expression[],
  value: Value,
  frame: Frame,
  world: World,
  place: Place | undefined,
): void {
  const items = elementsOf(value);
  const star = targets.findIndex((target) => target.kind === 'starred');
  const spare = (items?.length ?? 0) - (targets.length - 1);
  const fits = items !== null && (star < 0 ? items.length === targets.length : spare >= 0);
  for (const [index, target] of targets.entries()) {
    const at = star >= 0 && index > star ? index + spare - 1 : index;
    const item = fits ? partAt(items, at, index === star ? spare : null, value.place) : undefined;
    bindTarget(target, item ?? unknownValue(`unpacks what ${describe(value)}`, value.place), frame, world, place);
  }
}

function partAt(items: readonly Value[], at: number, spare: number | null, place: Place): Value | undefined {
  return spare === null ? items[at] : sequenceValue('list', items.slice(at, at + spare), place);
}

function bindItem(target: Extract<Expression, { kind: 'subscript' }>, value: Value, frame: Frame, world: World): void {
  const scope = namesCalled(target.of, frame);
  const first = target.index[0];
  const key = first === undefined || first.kind === 'slice' ? null : world.evaluate(first, frame);
  if (scope !== null) {
    bindComputed(scope, key, value, placeIn(frame, target), world);
    return;
  }
  const of = world.evaluate(target.of, frame);
  if (of.kind !== 'dict' && of.kind !== 'list') return;
  const place = placeIn(frame, target);
  if (of.kind === 'dict' && key !== null && key.kind !== 'unknown') {
    mutate(target.of, of, withEntries(of.entries, [[key, value]]), frame, world);
    return;
  }
  if (of.kind === 'list' && key?.kind === 'int' && of.items.at(Number(key.value)) !== undefined) {
    mutate(target.of, of, of.items.with(Number(key.value), value), frame, world);
    return;
  }
  obscure(target.of, unknownValue('is filled under a key that is not known', place), frame, world);
}

/** `locals()`, `globals()`, `vars()`: the scope whose names are meant. */
function namesCalled(of: Expression, frame: Frame): Scope | null {
  if (of.kind !== 'call' || of.callee.kind !== 'name' || of.args.length > 0) return null;
  if (of.callee.name === 'globals') return frame.scope.module;
  return of.callee.name === 'locals' || of.callee.name === 'vars' ? frame.scope : null;
}

/** Binds a name that was computed; where it is not known, the scope may have any name. */
export function bindComputed(scope: Scope, name: Value | null, value: Value, place: Place, world: World): void {
  if (name?.kind === 'str') world.journal.bind(scope, name.value, new BoundName(name.value, place, value));
  else world.journal.obscure(scope, unknownValue('binds a name that is not known', place));
}

/** `of.name = value`: seen where `of` is a class or its instance; other objects' attributes are not followed. */
export function bindAttribute(of: Value, name: string, value: Value, place: Place, world: World): void {
  if (of.kind === 'call') bindInstanceAttribute(of, name, value, place, world);
  if (of.kind !== 'class') return;
  world.journal.bind(of.body as Scope, name, new BoundName(name, place, value));
}

/**
 * Gives a container new contents. One that another module wrote is copied for the name at hand: what this module does
 * with it is not what every other importer of it sees.
 */
export function mutate(
  target: Expression,
  container: SequenceValue | DictValue,
  contents: SequenceValue['items'] | DictValue['entries'],
  frame: Frame,
  world: World,
): void {
  world.stepsLeft -= contents.length >> 8;
  if (contents.length > MOST_ITEMS) {
    obscure(target, unknownValue('is too long', placeIn(frame, target)), frame, world);
    return;
  }
  if (container.place.path === frame.module.path || target.kind !== 'name') {
    if (container.place.path === frame.module.path) world.journal.fill(container, contents);
    return;
  }
  const copy =
    container.kind === 'dict'
      ? dictValue(contents as DictValue['entries'], container.place)
      : sequenceValue(container.kind, contents as SequenceValue['items'], container.place);
  world.journal.bind(frame.scope, target.name, new BoundName(target.name, placeIn(frame, target), copy));
}

/** A name's value is not known any more. */
export function obscure(target: Expression, value: Value, frame: Frame, world: World): void {
  if (target.kind === 'name')
    world.journal.bind(frame.scope, target.name, new BoundName(target.name, value.place, value));
}

/** Every name that statements may bind, in blocks within blocks too. */
export function namesBound(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of statements) addNames(statement, names);
  return names;
}

function addNames(statement: Statement, names: Set<string>): void {
  const all = (block: readonly Statement[]) => {
    for (const inner of block) addNames(inner, names);
  };
  switch (statement.kind) {
    case 'assign':
      for (const target of statement.targets) addTarget(target, names);
      return;
    case 'annotated':
    case 'augmented':
      addTarget(statement.target, names);
      return;
    case 'function':
    case 'class':
    case 'type-alias':
      names.add(statement.name);
      return;
    case 'import':
      for (const { name, alias } of statement.names) names.add(alias ?? name.split('.')[0] ?? name);
      return;
    case 'import-from':
      for (const { name, alias } of statement.names ?? []) names.add(alias ?? name);
      return;
    case 'for':
      addTarget(statement.target, names);
      all(statement.body);
      all(statement.orElse);
      return;
    case 'if':
    case 'while':
      all(statement.body);
      all(statement.orElse);
      return;
    case 'try':
      all(statement.body);
      for (const handler of statement.handlers) all(handler.body);
      all(statement.orElse);
      all(statement.finally);
      return;
    case 'with':
      all(statement.body);
      return;
    case 'match':
      for (const each of statement.cases) {
        for (const name of each.names) names.add(name);
        all(each.body);
      }
      return;
    case 'expression':
      // A method of the name may change it: `names.append(…)`.
      addReceiver(statement.value, names);
      return;
    default:
      return;
  }
}

function addReceiver(value: Expression, names: Set<string>): void {
  if (value.kind !== 'call' || value.callee.kind !== 'attribute') return;
  if (MUTATORS.has(value.callee.name)) addTarget(value.callee.of, names);
}

/** Methods that change the list, set or dict they are called on. */
export const MUTATORS: ReadonlySet<string> = new Set(
  'append extend insert remove pop clear sort reverse add discard update setdefault popitem'.split(' '),
);

function addTarget(target: Expression, names: Set<string>): void {
  if (target.kind === 'name') names.add(target.name);
  else if (target.kind === 'tuple' || target.kind === 'list') for (const item of target.items) addTarget(item, names);
  else if (target.kind === 'starred') addTarget(target.value, names);
  else if (target.kind === 'subscript') addTarget(target.of, names);
}
