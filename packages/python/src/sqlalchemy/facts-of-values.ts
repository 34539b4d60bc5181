import { type Fact, unreadable } from '@canonical-schema/schema';
import { describe } from '../syntax/describe';
import type { CallValue, UnknownValue, Value } from '../syntax/value';

/** An argument by its keyword, or by its position; null where it was not given. */
export function argument(call: CallValue, keyword: string, position?: number): Value | null {
  const positional = position === undefined ? undefined : call.positional[position];
  return call.keywords.get(keyword) ?? positional ?? incomplete(call);
}

/** Where `*args` or `**kwargs` could not be expanded, an argument that is not seen may still have been given. */
function incomplete(call: CallValue): UnknownValue | null {
  if (call.complete) return null;
  return { kind: 'unknown', why: 'some of the arguments could not be expanded', place: call.place };
}

/** Why a value could not be used where a constant was expected. */
export function whyNot(value: Value, expected: string): string {
  if (value.kind === 'unknown') return value.why;
  if (value.kind === 'external' && value.missing !== null) return value.missing;
  const isSymbolic = value.kind === 'call' || value.kind === 'attribute' || value.kind === 'operation';
  const verb = value.kind === 'attribute' ? 'is ' : '';
  return isSymbolic ? `is not ${expected}: it ${verb}${describe(value)}` : `is not ${expected}`;
}

/** A boolean argument; `absent` where it is missing or None. */
export function booleanFact<T>(value: Value | null, absent: T): Fact<boolean | T> {
  if (value === null || value.kind === 'none') return absent;
  if (value.kind === 'bool') return value.value;
  if (value.kind === 'int') return value.value !== 0n;
  return unreadable(whyNot(value, 'True or False'));
}

/** A string argument; `absent` where it is missing or None. `quoted_name("x", True)` is its text. */
export function textFact<T>(value: Value | null, absent: T): Fact<string | T> {
  if (value === null || value.kind === 'none') return absent;
  const text = textOf(value);
  return text ?? unreadable(whyNot(value, 'a constant string'));
}

/** The text of a string, or of a call that only marks one: `quoted_name("x", True)`, `conv("x")`. */
export function textOf(value: Value | null | undefined): string | null {
  if (value?.kind === 'str') return value.value;
  if (value?.kind !== 'call' || value.callee.kind === 'unknown') return null;
  const callee = value.callee;
  const name = callee.kind === 'external' || callee.kind === 'attribute' ? (callee.name.split('.').pop() ?? '') : '';
  const marked = value.positional[0];
  return ['quoted_name', 'conv', 'f'].includes(name) && marked?.kind === 'str' ? marked.value : null;
}

/** An integer constant; null for anything else. */
export function integerOf(value: Value | null | undefined): number | null {
  return value?.kind === 'int' ? Number(value.value) : null;
}

/** The items of a list, tuple or set; one item where it is a single value. */
export function itemsOf(value: Value | null): readonly Value[] {
  if (value === null || value.kind === 'none') return [];
  return value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set' ? value.items : [value];
}

/** Is the argument plainly true? */
export function isTrue(value: Value | null | undefined): boolean {
  return value?.kind === 'bool' && value.value;
}

/** The string keys of a dict with their values. */
export function entriesOf(value: Value | null | undefined): ReadonlyMap<string, Value> {
  const entries = new Map<string, Value>();
  if (value?.kind !== 'dict') return entries;
  for (const [key, entry] of value.entries) if (key.kind === 'str') entries.set(key.value, entry);
  return entries;
}
