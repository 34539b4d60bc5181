import type { DictValue, Value } from '../value';
import { equalValues, isSequence, strValue } from '../values';

/** What iterating gives; null where that is not known. Keys, for a dict; characters, for a string. */
export function elementsOf(value: Value): readonly Value[] | null {
  if (isSequence(value)) return value.items;
  if (value.kind === 'dict') return value.entries.map(([key]) => key);
  if (value.kind === 'str') return [...value.value].map((letter) => strValue(letter, value.place));
  return null;
}

/** The dict's entries with others put in; a key keeps its first position and takes its last value. */
export function withEntries(entries: DictValue['entries'], added: DictValue['entries']): DictValue['entries'] {
  const result = [...entries];
  const positions = new Map<string, number>();
  for (const [index, [key]] of result.entries()) positions.set(keyText(key) ?? `#${index}`, index);
  for (const entry of added) {
    const text = keyText(entry[0]);
    const position =
      text === null ? result.findIndex(([key]) => equalValues(key, entry[0]) === true) : positions.get(text);
    const first = position === undefined ? undefined : result[position];
    if (position !== undefined && first !== undefined) result[position] = [first[0], entry[1]];
    else {
      positions.set(text ?? `#${result.length}`, result.length);
      result.push(entry);
    }
  }
  return result;
}

/** The value under a key; undefined where it has none, null where that cannot be told. */
export function entryOf(dict: DictValue, key: Value): Value | null | undefined {
  const text = keyText(key);
  let isSure = text !== null;
  for (const [other, value] of dict.entries) {
    const isEqual = equalValues(key, other);
    if (isEqual === true) return value;
    if (isEqual === null) isSure = false;
  }
  return isSure || dict.entries.length === 0 ? undefined : null;
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
