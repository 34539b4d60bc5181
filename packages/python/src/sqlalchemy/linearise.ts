import { bornAt } from '../syntax/birth';
import type { CallValue, ClassValue, Value } from '../syntax/value';
import { calledName, dottedPath, isFacade } from './framework-name';

/**
 * The classes that Python searches for an attribute, the class itself first: C3 over values, so that a base which is
 * made by a call (`declarative_base()`, `db.Model`) has its place too. Where the bases contradict each other, depth
 * first, as a class that Python refuses has no better answer.
 */
export function linearise(start: ClassValue): readonly Value[] {
  return c3(start, new Set()) ?? depthFirst(start, new Set());
}

/** Two values that name the same base: one class statement, one dotted name, or the same call. */
export function baseIdentity(value: Value): string {
  if (value.kind === 'class') return `class ${value.name} ${bornAt(value.body)} ${value.place.path}`;
  if (value.kind === 'call' || value.kind === 'unknown') {
    return `${value.kind} ${value.place.path}:${value.place.span.start}`;
  }
  return dottedPath(value) ?? `${value.kind} ${value.place.path}:${value.place.span.start}`;
}

/** The bases of a class statement, or those that a call gives the class that it makes: `declarative_base(cls=Base)`. */
function basesOf(value: Value): readonly Value[] {
  if (value.kind === 'class') return value.bases.map(withoutArguments);
  if (value.kind === 'attribute' && value.name === 'Model' && isFacade(value.of)) return modelClassOf(value.of);
  if (value.kind !== 'call') return [];
  const name = calledName(value);
  const given = value.keywords.get(name === 'declarative_base' || name === 'generate_base' ? 'cls' : '');
  if (given !== undefined) return given.kind === 'tuple' ? given.items : [given];
  return isWithMetaclass(value) ? value.positional.slice(1) : [];
}

/** Flask-SQLAlchemy's `db.Model` inherits from `SQLAlchemy(model_class=Base)`. */
function modelClassOf(facade: CallValue): readonly Value[] {
  const given = facade.keywords.get('model_class');
  return given?.kind === 'class' ? [given] : [];
}

/** `six.with_metaclass(Meta, Base)`. */
function isWithMetaclass(value: Value): boolean {
  return value.kind === 'call' && (dottedPath(value.callee) ?? '').endsWith('with_metaclass');
}

/** `Generic[T]` and `Base[int]` inherit from what is subscripted. */
function withoutArguments(value: Value): Value {
  return value.kind === 'subscript' ? withoutArguments(value.of) : value;
}

function c3(value: Value, within: ReadonlySet<string>): Value[] | null {
  const identity = baseIdentity(value);
  if (within.has(identity)) return null;
  const deeper = new Set(within).add(identity);
  const bases = basesOf(value);
  const sequences: Value[][] = [];
  for (const base of bases) {
    const linear = c3(base, deeper);
    if (linear === null) return null;
    sequences.push(linear);
  }
  const merged = merge([...sequences, [...bases]]);
  return merged === null ? null : [value, ...merged];
}

function merge(sequences: readonly (readonly Value[])[]): Value[] | null {
  const merged: Value[] = [];
  let rest = sequences.filter((sequence) => sequence.length > 0);
  while (rest.length > 0) {
    const next = rest.map((sequence) => sequence[0]).find((head) => head !== undefined && isFree(head, rest));
    if (next === undefined) return null;
    merged.push(next);
    const taken = baseIdentity(next);
    rest = rest
      .map((sequence) =>
        sequence[0] !== undefined && baseIdentity(sequence[0]) === taken ? sequence.slice(1) : sequence,
      )
      .filter((sequence) => sequence.length > 0);
  }
  return merged;
}

/** Does no sequence hold this base behind its head? */
function isFree(head: Value, sequences: readonly (readonly Value[])[]): boolean {
  const identity = baseIdentity(head);
  return sequences.every((sequence) => sequence.slice(1).every((value) => baseIdentity(value) !== identity));
}

function depthFirst(value: Value, seen: Set<string>): Value[] {
  const identity = baseIdentity(value);
  if (seen.has(identity)) return [];
  seen.add(identity);
  return [value, ...basesOf(value).flatMap((base) => depthFirst(base, seen))];
}
