import { isUnreadable } from '../fact';

/** Members that PostgreSQL does not hold, or that do not make an object another one. */
const besideTheStructure: ReadonlySet<string> = new Set(['name', 'nameGiven', 'place', 'origin', 'pythonOnDelete']);

/** Everything that makes an object what it is but its name, as one text; null where a part of it is unreadable. */
export function structureText(object: object): string | null {
  const members = Object.entries(object).filter(([member]) => !besideTheStructure.has(member));
  return textOf(Object.fromEntries(members));
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (isUnreadable<unknown>(value)) return null;
  const isList = Array.isArray(value);
  const members = isList ? value.map((item, index) => [index, item] as const) : Object.entries(value).sort(byName);
  const texts = members.map(([name, member]) => [name, textOf(member)] as const);
  if (texts.some(([, text]) => text === null)) return null;
  return isList
    ? `[${texts.map(([, text]) => text).join()}]`
    : `{${texts.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join()}}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
