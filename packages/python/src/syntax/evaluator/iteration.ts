import type { DictValue, Value } from '../value';
import { equalValues, isSequence, strValue } from '../values';

/** What iterating gives; null where that is not known. Keys, for a dict; characters, for a string. */
export function elementsOf(value: Value): readonly Value[] | null {
  if (isSequence(value)) return value.items;
  if (value.kind === 'dict') return value.entries.map(([key]) => key);
  if (value.kind === 'str') return [...value.value].map((letter) => strValue(letter, value.place));
  return null;
}

/** Longer lists and dicts are not built by computing; a list may be written as long as anyone likes. */
export const MOST_ITEMS = 100_000;

type Entries = DictValue['entries'];

/**
 * Where each constant key stands in a list of entries. Entries only ever grow at their end, so a longer list takes over
 * the index of the one it grew from; a position counts only where the key really stands there.
 */
const indexes = new WeakMap<Entries, Map<string, number>>();

function indexOf(entries: Entries): Map<string, number> {
  const known = indexes.get(entries);
  if (known !== undefined) return known;
  const index = new Map<string, number>();
  for (const [position, [key]] of entries.entries()) {
    const text = keyText(key);
    if (text !== null) index.set(text, position);
  }
  indexes.set(entries, index);
  return index;
}

function positionOf(key: Value, entries: Entries): number {
  const text = keyText(key);
  if (text === null) return entries.findIndex(([other]) => equalValues(other, key) === true);
  const position = indexOf(entries).get(text) ?? -1;
  const found = entries[position];
  return found !== undefined && keyText(found[0]) === text ? position : -1;
}

/** The dict's entries with others put in; a key keeps its first position and takes its last value. */
export function withEntries(entries: Entries, added: Entries): Entries {
  if (added.length === 0) return entries;
  const result = [...entries];
  const index = indexOf(entries);
  indexes.set(result, index);
  for (const entry of added) {
    const position = positionOf(entry[0], result);
    const first = result[position];
    if (first !== undefined) {
      result[position] = [first[0], entry[1]];
      continue;
    }
    const text = keyText(entry[0]);
    if (text !== null) index.set(text, result.length);
    result.push(entry);
  }
  return result;
}

/** The value under a key; undefined where it has none, null where that cannot be told. */
export function entryOf(dict: DictValue, key: Value): Value | null | undefined {
  const found = dict.entries[positionOf(key, dict.entries)];
  if (found !== undefined) return found[1];
  const isPlain = (other: Value) => keyText(other) !== null || other.kind === 'tuple';
  return isPlain(key) && dict.entries.every(([other]) => isPlain(other)) ? undefined : entryByEquality(dict, key);
}

function entryByEquality(dict: DictValue, key: Value): Value | null | undefined {
  let isSure = true;
  for (const [other, value] of dict.entries) {
    const isEqual = equalValues(key, other);
    if (isEqual === true) return value;
    if (isEqual === null) isSure = false;
  }
  return isSure ? undefined : null;
}

/** A text that two constant keys share exactly if they are equal; null for keys that are not constants. */
function keyText(key: Value): string | null {
  switch (key.kind) {
    case 'str':
      return `s${key.value}`;
    case 'int':
      return `n${key.value}`;
    case 'bool':
      return key.value ? 'n1' : 'n0';
    case 'none':
      return 'none';
    default:
      return null;
  }
}
