import type { Place } from '@canonical-schema/schema';
import type { PythonProgram } from '../syntax/program';
import type { CallValue, ClassValue, Value } from '../syntax/value';
import { describe, dottedName } from './constants';
import type { DeclaredConstraint, DeclaredIndex } from './model-state';
import { argumentsThrough, type ReachingArguments } from './super-arguments';

type Unread = { readonly kind: 'unread'; readonly why: string; readonly place: Place };

/** Index classes: access method and what a generated name ends in. */
const indexClasses: Readonly<Record<string, readonly [method: string, suffix: string]>> = {
  Index: ['btree', 'idx'],
  BTreeIndex: ['btree', 'btree'],
  BloomIndex: ['bloom', 'bloom'],
  BrinIndex: ['brin', 'brin'],
  GinIndex: ['gin', 'gin'],
  GistIndex: ['gist', 'gist'],
  HashIndex: ['hash', 'hash'],
  SpGistIndex: ['spgist', 'spgist'],
};

const constraintClasses: Readonly<Record<string, DeclaredConstraint['kind']>> = {
  CheckConstraint: 'check',
  UniqueConstraint: 'unique',
  ExclusionConstraint: 'exclusion',
};

/** An entry of `Meta.indexes`, or of an `AddIndex` operation. */
export function declaredIndex(value: Value, program: PythonProgram): DeclaredIndex | Unread {
  const made = djangoCall(value, program);
  if (made.kind === 'unread') return made;
  const known = indexClasses[made.className];
  if (known === undefined) return unreadEntry(value, 'a known index class');
  const [method, suffix] = made.suffix === null ? known : [made.suffix, made.suffix];
  return { kind: 'index', method, suffix, ...made.parts, place: value.place };
}

/** An entry of `Meta.constraints`, or of an `AddConstraint` operation. */
export function declaredConstraint(value: Value, program: PythonProgram): DeclaredConstraint | Unread {
  const made = djangoCall(value, program);
  if (made.kind === 'unread') return made;
  const kind = constraintClasses[made.className];
  if (kind === undefined) return unreadEntry(value, 'a known constraint class');
  return { kind, ...made.parts, place: value.place };
}

interface DjangoCall {
  readonly kind: 'call';
  /** The Django class that it boils down to, without its module. */
  readonly className: string;
  /** A custom index class's own `suffix`, which PostgreSQL's index classes also use as their method. */
  readonly suffix: string | null;
  readonly parts: Pick<DeclaredIndex, 'expressions' | 'arguments'>;
}

function djangoCall(value: Value, program: PythonProgram): DjangoCall | Unread {
  if (value.kind !== 'call') return unreadEntry(value, 'a call of a known class');
  if (value.callee.kind === 'class') return customCall(value, value.callee, program);
  const dotted = dottedName(value.callee);
  if (dotted === null || !dotted.startsWith('django.')) return unreadEntry(value, 'a call of a known class');
  if (!value.complete) return { kind: 'unread', why: 'arguments are passed with * or **', place: value.place };
  return { kind: 'call', className: lastPart(dotted), suffix: null, parts: partsOf(value) };
}

/** A subclass: its bases are followed to Django's class. */
function customCall(call: CallValue, callee: ClassValue, program: PythonProgram): DjangoCall | Unread {
  const lineage = program.mro(callee);
  const own = lineage.filter((each) => each.kind === 'class');
  const django = lineage.find((each) => each.kind === 'external' && isDeclarable(each.name));
  if (django?.kind !== 'external') return unreadEntry(call, 'a call of a known class');
  if (own.some((each) => each.body.bindings.has('create_sql') || each.body.bindings.has('constraint_sql'))) {
    return { kind: 'unread', why: `${callee.name} writes its own SQL`, place: call.place };
  }
  const passed = argumentsThrough(callee, call, program);
  if (passed.incomplete !== null) return { kind: 'unread', why: passed.incomplete, place: call.place };
  const suffix = own.map((each) => each.body.bindings.get('suffix')?.value).find((each) => each?.kind === 'str');
  const className = isKnownClass(lastPart(django.name)) ? lastPart(django.name) : 'Index';
  return { kind: 'call', className, suffix: suffix?.kind === 'str' ? suffix.value : null, parts: partsOf(passed) };
}

function isDeclarable(name: string): boolean {
  return name.startsWith('django.') && (isKnownClass(lastPart(name)) || lastPart(name) === 'PostgresIndex');
}

function isKnownClass(name: string): boolean {
  return Object.hasOwn(indexClasses, name) || Object.hasOwn(constraintClasses, name);
}

function partsOf(call: Pick<ReachingArguments, 'positional' | 'keywords'>): DjangoCall['parts'] {
  return { expressions: call.positional, arguments: call.keywords };
}

function unreadEntry(value: Value, wanted: string): Unread {
  const why = value.kind === 'unknown' ? value.why : `${describe(value)} is not ${wanted}`;
  return { kind: 'unread', why, place: value.place };
}

function lastPart(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}
