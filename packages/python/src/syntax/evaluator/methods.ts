import type { Place } from '@canonical-schema/schema';
import type { DictValue, SequenceValue, StrValue, Value } from '../value';
import { boolValue, dictValue, equalValues, intValue, noneValue, sequenceValue, strValue } from '../values';
import { distinct } from './comprehension';
import { constantOf, displayedValue, enumMemberOf } from './enums';
import { formattedBraces } from './formatting';
import { iterated } from './iterables';
import { entryOf, withEntries } from './iteration';
import { matchMethod } from './regular-expressions';
import type { Arguments, World } from './world';

/** `of.name(…)` on a known string, list, set or dict; null for other objects and for methods without a row here. */
export function methodValue(of: Value, name: string, args: Arguments, place: Place, world: World): Value | null {
  if (!args.complete) return null;
  const receiver = of.kind === 'attribute' && enumMemberOf(of, world) !== null ? constantOf(of, world) : of;
  switch (receiver.kind) {
    case 'str':
      return textMethod(receiver, name, args, place, world);
    case 'dict':
      return DICT[name]?.(receiver, args.positional, place, world) ?? null;
    case 'list':
    case 'tuple':
    case 'set':
      return SEQUENCE[name]?.(receiver, args.positional, place, world) ?? null;
    case 'call':
      return matchMethod(receiver, name, args.positional, place);
    default:
      return null;
  }
}

function textMethod(of: StrValue, name: string, args: Arguments, place: Place, world: World): Value | null {
  const values = args.positional.map((each) => constantOf(each, world));
  if (name === 'format') {
    const printed = args.positional.map((each) => displayedValue(each, world, true));
    const keywords = new Map([...args.keywords].map(([key, value]) => [key, displayedValue(value, world, true)]));
    const text = formattedBraces(of.value, printed, keywords);
    return text === null ? null : strValue(text, place);
  }
  if (name === 'join') return joined(of.value, args.positional[0], place, world);
  if (!values.every((each) => each.kind === 'str' || each.kind === 'int') || args.keywords.size > 0) return null;
  const [first, second] = values.flatMap((each) => (each.kind === 'str' ? [each.value] : []));
  const [count] = values.flatMap((each) => (each.kind === 'int' ? [Number(each.value)] : []));
  const result = TEXT[name]?.(of.value, first, second, count);
  if (result === undefined || result === null) return null;
  if (typeof result === 'string') return strValue(result, place);
  if (typeof result === 'boolean') return boolValue(result, place);
  if (typeof result === 'number') return intValue(result, place);
  return sequenceValue(
    name === 'partition' || name === 'rpartition' ? 'tuple' : 'list',
    result.map((part) => strValue(part, place)),
    place,
  );
}

function joined(separator: string, of: Value | undefined, place: Place, world: World): Value | null {
  const items = of === undefined ? null : iterated(of, world)?.map((item) => constantOf(item, world));
  if (items === null || items === undefined || !items.every((item) => item.kind === 'str')) return null;
  return strValue(items.map((item) => item.value).join(separator), place);
}

/** The receiver, its first and second string argument and its first whole number. */
type TextMethod = (
  text: string,
  first: string | undefined,
  second: string | undefined,
  count: number | undefined,
) => string | boolean | number | string[] | null;

const TEXT: Readonly<Record<string, TextMethod | undefined>> = {
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  capitalize: (text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase(),
  title: (text) =>
    text
      .toLowerCase()
      .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  swapcase: (text) =>
    [...text].map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join(''),
  strip: (text, letters) => stripped(stripped(text, letters, true), letters, false),
  lstrip: (text, letters) => stripped(text, letters, true),
  rstrip: (text, letters) => stripped(text, letters, false),
  replace: (text, from = '', to = '', count) => replaced(text, from, to, count),
  split: (text, separator, _, most) => splitText(text, separator, most),
  rsplit: (text, separator, _, most) =>
    most === undefined ? splitText(text, separator, most) : splitLast(text, separator, most),
  splitlines: (text) => text.replace(/\r?\n$/, '').split(/\r?\n/),
  startswith: (text, start) => (start === undefined ? null : text.startsWith(start)),
  endswith: (text, end) => (end === undefined ? null : text.endsWith(end)),
  removeprefix: (text, start = '') => (text.startsWith(start) ? text.slice(start.length) : text),
  removesuffix: (text, end = '') => (end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text),
  partition: (text, separator = '') => parted(text, separator, text.indexOf(separator)),
  rpartition: (text, separator = '') => {
    const at = text.lastIndexOf(separator);
    return at < 0 ? ['', '', text] : parted(text, separator, at);
  },
  count: (text, part = '') => (part === '' ? null : text.split(part).length - 1),
  find: (text, part = '') => text.indexOf(part),
  index: (text, part = '') => (text.includes(part) ? text.indexOf(part) : null),
  isdigit: (text) => /^\d+$/.test(text),
  isupper: (text) => text !== text.toLowerCase() && text === text.toUpperCase(),
  islower: (text) => text !== text.toUpperCase() && text === text.toLowerCase(),
  isidentifier: (text) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text),
  zfill: (text, _, __, width = 0) => text.padStart(width, '0'),
  ljust: (text, pad = ' ', _, width = 0) => text.padEnd(width, pad),
  rjust: (text, pad = ' ', _, width = 0) => text.padStart(width, pad),
};

function stripped(text: string, letters: string | undefined, isLeft: boolean): string {
  const isCut = (letter: string | undefined) =>
    letter !== undefined && (letters === undefined ? /\s/.test(letter) : letters.includes(letter));
  let [start, end] = [0, text.length];
  while (isLeft && start < end && isCut(text[start])) start++;
  while (!isLeft && end > start && isCut(text[end - 1])) end--;
  return text.slice(start, end);
}

function replaced(text: string, from: string, to: string, count: number | undefined): string | null {
  if (count === undefined) return text.replaceAll(from, () => to);
  const parts = text.split(from);
  return from === ''
    ? null
    : parts.slice(0, count + 1).join(to) +
        parts
          .slice(count + 1)
          .map((part) => from + part)
          .join('');
}

function splitText(text: string, separator: string | undefined, most: number | undefined): string[] | null {
  if (separator === undefined) return text.trim() === '' ? [] : text.trim().split(/\s+/);
  if (separator === '') return null;
  const parts = text.split(separator);
  return most === undefined || parts.length <= most + 1
    ? parts
    : [...parts.slice(0, most), parts.slice(most).join(separator)];
}

function splitLast(text: string, separator: string | undefined, most: number): string[] | null {
  if (separator === undefined || separator === '') return null;
  const parts = text.split(separator);
  const kept = Math.max(0, parts.length - most);
  return kept <= 1 ? parts : [parts.slice(0, kept).join(separator), ...parts.slice(kept)];
}

function parted(text: string, separator: string, at: number): string[] | null {
  if (separator === '') return null;
  return at < 0 ? [text, '', ''] : [text.slice(0, at), separator, text.slice(at + separator.length)];
}

type SequenceMethod = (of: SequenceValue, args: readonly Value[], place: Place, world: World) => Value | null;

const union: SequenceMethod = (of, args, place, world) => {
  const lists = args.map((each) => iterated(each, world));
  if (of.kind !== 'set' || lists.some((list) => list === null)) return null;
  return sequenceValue('set', distinct([of.items, ...lists].flatMap((list) => list ?? [])), place);
};

const SEQUENCE: Readonly<Record<string, SequenceMethod | undefined>> = {
  copy: (of, _, place) => sequenceValue(of.kind, of.items, place),
  count: (of, [item], place) =>
    item === undefined ? null : intValue(of.items.filter((each) => equalValues(each, item) === true).length, place),
  index: (of, [item], place) => {
    const at = item === undefined ? -1 : of.items.findIndex((each) => equalValues(each, item) === true);
    return at < 0 ? null : intValue(at, place);
  },
  union,
};

type DictMethod = (of: DictValue, args: readonly Value[], place: Place, world: World) => Value | null;

const DICT: Readonly<Record<string, DictMethod | undefined>> = {
  items: (of, _, place) =>
    sequenceValue(
      'list',
      of.entries.map((entry) => sequenceValue('tuple', entry, place)),
      place,
    ),
  keys: (of, _, place) =>
    sequenceValue(
      'list',
      of.entries.map(([key]) => key),
      place,
    ),
  values: (of, _, place) =>
    sequenceValue(
      'list',
      of.entries.map(([, value]) => value),
      place,
    ),
  get(of, [key, otherwise], place, world) {
    const entry = key === undefined ? null : entryOf(of, constantOf(key, world));
    return entry === undefined ? (otherwise ?? noneValue(place)) : entry;
  },
  copy: (of, _, place) => dictValue(of.entries, place),
  __or__: (of, [other], place) =>
    other?.kind === 'dict' ? dictValue(withEntries(of.entries, other.entries), place) : null,
};
