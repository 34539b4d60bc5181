import { isUnreadable } from '../fact';

/** Members that PostgreSQL does not hold, or that do not make an object another one. */
const besideTheStructure: ReadonlySet<string> = new Set(['name', 'nameGiven', 'place', 'origin', 'pythonOnDelete']);

const known = new WeakMap<object, string | null>();

/** Everything that makes an object what it is but its name, as one text; null where a part of it is unreadable. */
export function structureText(object: object): string | null {
  const before = known.get(object);
  if (before !== undefined) return before;
  const text = textOfMembers(Object.entries(object).filter(([member]) => !besideTheStructure.has(member)));
  known.set(object, text);
  return text;
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (isUnreadable<unknown>(value)) return null;
  if (!Array.isArray(value)) return textOfMembers(Object.entries(value));
  let text = '[';
  for (const item of value) {
    const own = textOf(item);
    if (own === null) return null;
    text += `${own},`;
  }
  return `${text}]`;
}

function textOfMembers(members: [string, unknown][]): string | null {
  let text = '{';
  for (const [name, member] of members.sort(byName)) {
    const own = textOf(member);
    if (own === null) return null;
    text += `${JSON.stringify(name)}:${own},`;
  }
  return `${text}}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
