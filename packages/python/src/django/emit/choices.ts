import type { Value } from '../../syntax/value';

/**
 * The values of `choices` as they are stored, groups flattened; null where there are none or one of them is not known.
 * Choices emit nothing: they only tell which CHECK or enum in SQL agrees.
 */
export function choiceValues(choices: Value | undefined): readonly string[] | null {
  if (choices === undefined) return null;
  const values: string[] = [];
  return collect(choices, values) && values.length > 0 ? values : null;
}

function collect(choices: Value, into: string[]): boolean {
  if (choices.kind === 'list' || choices.kind === 'tuple')
    return choices.items.every((item) => collectPair(item, into));
  if (choices.kind === 'dict') return choices.entries.every(([value, label]) => collectEntry(value, label, into));
  return false;
}

function collectPair(pair: Value, into: string[]): boolean {
  if (pair.kind !== 'list' && pair.kind !== 'tuple') return false;
  const [value, label] = pair.items;
  return value !== undefined && label !== undefined && collectEntry(value, label, into);
}

/** A value with its label, or a group's name with its choices. */
function collectEntry(value: Value, label: Value, into: string[]): boolean {
  const isGroup = label.kind === 'list' || label.kind === 'tuple' || label.kind === 'dict';
  return isGroup ? collect(label, into) : collectValue(value, into);
}

function collectValue(value: Value, into: string[]): boolean {
  const stored = storedText(value);
  // `None` is the empty choice; it is stored as NULL, so no label stands for it.
  if (stored !== null) into.push(stored);
  return stored !== null || value.kind === 'none';
}

function storedText(value: Value): string | null {
  if (value.kind === 'str') return value.value;
  if (value.kind === 'int') return String(value.value);
  if (value.kind === 'bool') return String(value.value);
  if (value.kind === 'float') return value.text;
  return null;
}
