import type { Place } from '@canonical-schema/schema';
import type { BoundName } from '../scope';
import type { ClassValue, FunctionValue, Value } from '../value';
import { dictValue, memberValue, sequenceValue, strValue, unknownValue } from '../values';
import { enumFlavour, enumMemberOf, enumMembers } from './enums';
import { boundMethod } from './functions';
import { instanceAttribute } from './instances';
import type { World } from './world';

/** `of.name`, as Python finds it; symbolic where the object is. */
export function attributeOf(of: Value, name: string, place: Place, world: World): Value {
  switch (of.kind) {
    case 'unknown':
      return of;
    case 'module':
      return world.nameIn(of.name, name, place);
    case 'external':
      return world.external(`${of.name}.${name}`, place, of.missing);
    case 'class':
      return classAttribute(of, name, place, world);
    case 'attribute':
      return memberAttribute(of, name, place, world) ?? { kind: 'attribute', of, name, place };
    case 'function':
      if (name === '__name__') return strValue(of.name, place);
      return { kind: 'attribute', of, name, place };
    case 'call':
      return instanceAttribute(of, name, place, world) ?? { kind: 'attribute', of, name, place };
    default:
      return { kind: 'attribute', of, name, place };
  }
}

/** `Status.ACTIVE.value`. */
function memberAttribute(of: Value, name: string, place: Place, world: World): Value | null {
  const member = enumMemberOf(of, world);
  if (member === null) return null;
  if (name === 'value' || name === '_value_') return member.value;
  if (name === 'name' || name === '_name_') return strValue(member.name, place);
  return name === 'label' ? member.label : null;
}

function classAttribute(of: ClassValue, name: string, place: Place, world: World): Value {
  const own = enumAttribute(of, name, place, world) ?? dunderAttribute(of, name, place);
  if (own !== null) return own;
  for (const base of world.mro(of)) {
    if (base.kind === 'class') {
      const bound = base.body.bindings.get(name);
      if (bound?.assigned === true) return descriptorValue(bound as BoundName, of, place, world);
      const hidden = base.body.obscured[0];
      if (hidden !== undefined) return unknownValue(hidden.why, place);
    } else if (base.kind === 'unknown') return unknownValue(base.why, place);
  }
  return { kind: 'attribute', of, name, place };
}

/** What Python itself gives every class, whatever its bases. */
function dunderAttribute(of: ClassValue, name: string, place: Place): Value | null {
  if (name === '__name__') return strValue(of.name, place);
  if (name === '__qualname__') return strValue(of.qualifiedName, place);
  return name === '__module__' ? strValue(of.module, place) : null;
}

function descriptorValue(bound: BoundName, of: ClassValue, place: Place, world: World): Value {
  const value = bound.value;
  if (value.kind !== 'function') return value;
  if (isDecorated(value, 'builtins.classmethod') || value.name === '__init_subclass__') {
    return boundMethod(value, of, world);
  }
  if (value.decorators.length === 0 || isDecorated(value, 'builtins.staticmethod')) return value;
  return { ...symbolic(of, bound.name, place) };
}

function symbolic(of: Value, name: string, place: Place): Value {
  return { kind: 'attribute', of, name, place };
}

/** Is a function decorated with this external name? */
export function isDecorated(fn: FunctionValue, name: string): boolean {
  return fn.decorators.some((decorator) => decorator.kind === 'external' && decorator.name === name);
}

function enumAttribute(of: ClassValue, name: string, place: Place, world: World): Value | null {
  const flavour = enumFlavour(of, world);
  if (flavour === null) return null;
  const members = enumMembers(of, world) ?? [];
  if (
    of.body.bindings.has(name) &&
    isMemberOrAlias(
      of,
      name,
      members.map((member) => member.name),
    )
  ) {
    return memberValue(of, canonicalName(of, name, world), place);
  }
  if (name === '__members__') {
    return dictValue(
      members.map((member) => [strValue(member.name, place), memberValue(of, member.name, place)]),
      place,
    );
  }
  return flavour.startsWith('django') ? choicesAttribute(of, name, place, world) : null;
}

function isMemberOrAlias(of: ClassValue, name: string, names: readonly string[]): boolean {
  if (names.includes(name)) return true;
  const value = of.body.bindings.get(name)?.value;
  return !name.startsWith('_') && value !== undefined && value.kind !== 'function' && value.kind !== 'class';
}

/** An alias is the member that has its value. */
function canonicalName(of: ClassValue, name: string, world: World): string {
  const members = enumMembers(of, world) ?? [];
  if (members.some((member) => member.name === name)) return name;
  const value = of.body.bindings.get(name)?.value;
  const named = members.find((member) => of.body.bindings.get(member.name)?.value === value);
  return named?.name ?? name;
}

function choicesAttribute(of: ClassValue, name: string, place: Place, world: World): Value | null {
  const members = enumMembers(of, world) ?? [];
  const list = (items: readonly Value[]) => sequenceValue('list', items, place);
  const empty = of.body.bindings.get('__empty__')?.value;
  const none: Value = { kind: 'none', place };
  const label = (member: (typeof members)[number]): Value => member.label ?? strValue(member.name, place);
  const withEmpty = (first: Value, items: readonly Value[]) => list(empty === undefined ? items : [first, ...items]);
  switch (name) {
    case 'choices':
      return withEmpty(
        sequenceValue('tuple', [none, empty ?? none], place),
        members.map((member) => sequenceValue('tuple', [member.value, label(member)], place)),
      );
    case 'values':
      return withEmpty(
        none,
        members.map((member) => member.value),
      );
    case 'labels':
      return withEmpty(empty ?? none, members.map(label));
    case 'names':
      return withEmpty(
        strValue('__empty__', place),
        members.map((member) => strValue(member.name, place)),
      );
    default:
      return null;
  }
}
