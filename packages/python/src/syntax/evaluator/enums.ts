import type { ClassValue, Value } from '../value';
import { equalValues, intValue, strValue, unknownValue } from '../values';
import { executed } from './functions';
import type { NotedCall, World } from './world';

/** A member of an enum class. Aliases (a second name for an equal value) are no members. */
export interface EnumMember {
  readonly name: string;
  readonly value: Value;
  /** What a Django choice shows: the label as written, or made from the name. Null in other enums. */
  readonly label: Value | null;
}

type Flavour = 'plain' | 'str' | 'int' | 'django-str' | 'django-int' | 'django';

const FLAVOURS: Readonly<Record<string, Flavour>> = {
  'enum.Enum': 'plain',
  'enum.Flag': 'plain',
  'enum.ReprEnum': 'plain',
  'enum.IntEnum': 'int',
  'enum.IntFlag': 'int',
  'enum.StrEnum': 'str',
  'django.db.models.TextChoices': 'django-str',
  'django.db.models.IntegerChoices': 'django-int',
  'django.db.models.Choices': 'django',
  'django.db.models.enums.TextChoices': 'django-str',
  'django.db.models.enums.IntegerChoices': 'django-int',
  'django.db.models.enums.Choices': 'django',
};

/** Which kind of enum a class is; null where it is none. */
export function enumFlavour(of: ClassValue, world: World): Flavour | null {
  let flavour: Flavour | null = null;
  let mixin: 'str' | 'int' | null = null;
  for (const base of world.mro(of)) {
    if (base.kind !== 'external') continue;
    flavour ??= FLAVOURS[base.name] ?? null;
    if (base.name === 'builtins.str') mixin ??= 'str';
    if (base.name === 'builtins.int') mixin ??= 'int';
  }
  if (flavour === 'plain' && mixin !== null) return mixin;
  return flavour === 'django' && mixin !== null ? `django-${mixin}` : flavour;
}

/** The members of an enum class in order, of `enum` and of Django's choices; null where the class is no enum. */
export function enumMembers(of: ClassValue, world: World): readonly EnumMember[] | null {
  return world.kept('members of an enum', of, () => {
    const flavour = enumFlavour(of, world);
    return flavour === null ? null : membersOf(of, flavour, world);
  });
}

function membersOf(of: ClassValue, flavour: Flavour, world: World): readonly EnumMember[] {
  const found: EnumMember[] = [];
  let last: Value | null = null;
  for (const bound of of.body.bindings.values()) {
    if (!bound.assigned || !isMemberName(bound.name, bound.value)) continue;
    const { value: written, label } = splitLabel(bound.value, bound.name, flavour);
    const value: Value = isAuto(written) ? automatic(of, bound.name, last, found.length, flavour, world) : written;
    last = value;
    if (found.some((member) => equalValues(member.value, value) === true)) continue;
    found.push({ name: bound.name, value: madeByNew(of, bound.value, world) ?? value, label });
  }
  return found;
}

function isMemberName(name: string, value: Value): boolean {
  if (name.startsWith('_')) return false;
  if (value.kind === 'function' || value.kind === 'class') return false;
  return !(value.kind === 'call' && value.callee.kind === 'external' && NO_MEMBERS.has(value.callee.name));
}

const NO_MEMBERS = new Set(['builtins.property', 'builtins.classmethod', 'builtins.staticmethod', 'enum.nonmember']);

/** What the enum's own `__new__` assigns to `_value_`; null where it has none. */
function madeByNew(of: ClassValue, written: Value, world: World): Value | null {
  const maker = world
    .mro(of)
    .map((base) => (base.kind === 'class' ? base.body.bindings.get('__new__')?.value : undefined))
    .find((value) => value !== undefined);
  if (maker === undefined) return null;
  const opaque = unknownValue('is made by the __new__ of its enum', written.place);
  if (maker.kind !== 'function') return opaque;
  const args = written.kind === 'tuple' ? written.items : [written];
  const given = { positional: [of, ...args], keywords: new Map(), complete: true };
  return assignedValue(() => executed(maker, given, null, world), world) ?? opaque;
}

/** The last value that is given to an object's `_value_` while something runs; null for none or an uncertain one. */
function assignedValue(run: () => unknown, world: World): Value | null {
  const { notes } = world;
  const own: NotedCall[] = [];
  world.notes = own;
  world.journal.tryOut(run);
  world.notes = notes;
  const last = own.findLast(({ value }) => {
    const name = value.positional[1];
    return name?.kind === 'str' && name.value === '_value_';
  });
  return last?.condition === null ? (last.value.positional[2] ?? null) : null;
}

/** Django splits `VALUE = value, label`. */
function splitLabel(value: Value, name: string, flavour: Flavour): { value: Value; label: Value | null } {
  if (!flavour.startsWith('django')) return { value, label: null };
  const made = strValue(titled(name), value.place);
  if (value.kind !== 'tuple' && value.kind !== 'list') return { value, label: made };
  const label = value.items[value.items.length - 1];
  if (value.items.length < 2 || label === undefined || !isLabel(label)) return { value, label: made };
  const rest = value.items.slice(0, -1);
  const [only] = rest;
  return { value: rest.length === 1 && only !== undefined ? only : { ...value, items: rest }, label };
}

function isLabel(value: Value): boolean {
  return value.kind === 'str' || value.kind === 'call' || value.kind === 'unknown' || value.kind === 'operation';
}

function titled(name: string): string {
  return name
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/(^|[^a-z])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function isAuto(value: Value): boolean {
  return value.kind === 'call' && value.callee.kind === 'external' && value.callee.name === 'enum.auto';
}

function automatic(
  of: ClassValue,
  name: string,
  last: Value | null,
  count: number,
  flavour: Flavour,
  world: World,
): Value {
  const place = of.place;
  for (const base of world.mro(of)) {
    const own = base.kind === 'class' ? base.body.bindings.get('_generate_next_value_')?.value : undefined;
    if (own?.kind !== 'function') continue;
    const before: Value = { kind: 'list', items: last === null ? [] : [last], place };
    return own.call([strValue(name, place), intValue(1, place), intValue(count, place), before], new Map());
  }
  if (flavour === 'django-str') return strValue(name, place);
  if (flavour === 'str' && world.mro(of).some((base) => base.kind === 'external' && base.name === 'enum.StrEnum')) {
    return strValue(name.toLowerCase(), place);
  }
  if (last === null) return intValue(1, place);
  return last.kind === 'int' ? intValue(last.value + 1n, place) : unknownValue('is numbered by enum.auto', place);
}

/** The member that `Status.ACTIVE` or `Status["ACTIVE"]` stands for; null for every other value. */
export function enumMemberOf(value: Value, world: World): (EnumMember & { readonly of: ClassValue }) | null {
  if (value.kind !== 'attribute' || value.of.kind !== 'class') return null;
  const of = value.of;
  const member = enumMembers(of, world)?.find((each) => each.name === value.name);
  return member === undefined ? null : { ...member, of };
}

/** A member of a `str` or `int` enum is its value wherever Python computes with it; other values are themselves. */
export function constantOf(value: Value, world: World): Value {
  if (value.kind !== 'attribute') return value;
  const member = enumMemberOf(value, world);
  if (member === null) return value;
  const flavour = enumFlavour(member.of, world);
  return flavour === 'plain' || flavour === 'django' ? value : member.value;
}

/**
 * What formatting prints of an enum's member: its value where the enum says so, else `Status.ACTIVE`. Unknown where
 * Python's versions differ: f-strings of `class Status(str, Enum)`. Other values are themselves.
 */
export function displayedValue(value: Value, world: World, isFString = false): Value {
  const member = value.kind === 'attribute' ? enumMemberOf(value, world) : null;
  if (member === null) return value;
  const ancestors = world.mro(member.of);
  if (ancestors.some((base) => base.kind === 'class' && base.body.bindings.has('__str__'))) {
    return unknownValue('is printed by the __str__ of its enum', value.place);
  }
  const flavour = enumFlavour(member.of, world);
  if (flavour?.startsWith('django') === true || ancestors.some(printsValues)) return member.value;
  if (isFString && flavour !== 'plain')
    return unknownValue('prints an enum as its version of Python does', value.place);
  return strValue(`${member.of.name}.${member.name}`, value.place);
}

function printsValues(base: Value): boolean {
  return (
    base.kind === 'external' && ['enum.ReprEnum', 'enum.StrEnum', 'enum.IntEnum', 'enum.IntFlag'].includes(base.name)
  );
}
