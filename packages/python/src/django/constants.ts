import { type Fact, unreadable } from '@canonical-schema/schema';
import type { Value } from '../syntax/value';
import { truthOf } from '../syntax/values';

/** Why a value is not what was wanted: its own reason where it is unknown, else what it is. */
export function whyNot(value: Value, wanted: string): string {
  if (value.kind === 'unknown') return value.why;
  return `${describe(value)} is not ${wanted}`;
}

/** A text constant. */
export function stringFact(value: Value): Fact<string> {
  return value.kind === 'str' ? value.value : unreadable(whyNot(value, 'a constant text'));
}

/** A text constant, or null for `None`. */
export function stringOrNoneFact(value: Value): Fact<string | null> {
  return value.kind === 'none' ? null : stringFact(value);
}

/** An integer constant, or null for `None`. */
export function integerOrNoneFact(value: Value): Fact<number | null> {
  if (value.kind === 'none') return null;
  if (value.kind === 'int') return Number(value.value);
  if (value.kind === 'bool') return value.value ? 1 : 0;
  return unreadable(whyNot(value, 'a constant number'));
}

/** The truth of a constant, as Python's `if` sees it. */
export function truthFact(value: Value): Fact<boolean> {
  return truthOf(value) ?? unreadable(whyNot(value, 'a constant'));
}

/** The items of a list, tuple or set. */
export function itemsFact(value: Value): Fact<readonly Value[]> {
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') return value.items;
  if (value.kind === 'none') return [];
  return unreadable(whyNot(value, 'a constant list'));
}

/** The texts in a list, tuple or set. */
export function stringsFact(value: Value): Fact<readonly string[]> {
  const items = itemsFact(value);
  if ('unreadable' in items) return items;
  const texts: string[] = [];
  for (const item of items) {
    if (item.kind !== 'str') return unreadable(whyNot(item, 'a constant text'));
    texts.push(item.value);
  }
  return texts;
}

/** The dotted name of a value that has one: an external, a class, a function, an attribute of these. */
export function dottedName(value: Value): string | null {
  switch (value.kind) {
    case 'external':
    case 'module':
      return value.name;
    case 'class':
    case 'function':
      return `${value.module}.${value.qualifiedName}`;
    case 'attribute': {
      const of = dottedName(value.of);
      return of === null ? null : `${of}.${value.name}`;
    }
    default:
      return null;
  }
}

/** How messages name a value: `the call of decouple.config`, `settings.LENGTH`. */
export function describe(value: Value): string {
  if (value.kind === 'call') return `the call of ${dottedName(value.callee) ?? 'a function'}`;
  if (value.kind === 'external' && value.missing !== null) return `${value.name} (${value.missing})`;
  return dottedName(value) ?? `${/^[aeiou]/.test(value.kind) ? 'an' : 'a'} ${value.kind}`;
}
