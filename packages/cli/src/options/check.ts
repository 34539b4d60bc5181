/** Collects what is wrong with a value from outside: one sentence each, with the place and the remedy. */
export type Mistakes = string[];

/** Turns a value from outside into a typed one; `undefined`, with a mistake noted, where it is not of that shape. */
export type Check<T> = (value: unknown, at: string, mistakes: Mistakes) => T | undefined;

/** A text that is not empty. */
export const text: Check<string> = (value, at, mistakes) =>
  typeof value === 'string' && value.trim() !== '' ? value : wrong(value, at, 'a text that is not empty', mistakes);

/** `true` or `false`. */
export const flag: Check<boolean> = (value, at, mistakes) =>
  typeof value === 'boolean' ? value : wrong(value, at, 'true or false', mistakes);

/** A whole number from 0 up. */
export const count: Check<number> = (value, at, mistakes) =>
  Number.isInteger(value) && Number(value) >= 0
    ? Number(value)
    : wrong(value, at, 'a whole number from 0 up', mistakes);

/** A path inside the workspace, made POSIX and free of `.` steps; the workspace itself is ".". */
export const pathInside: Check<string> = (value, at, mistakes) => {
  const path = text(value, at, mistakes);
  if (path === undefined) return undefined;
  const normal = normalPath(path);
  if (normal !== null) return normal;
  mistakes.push(`"${at}" is "${path}", which leaves the workspace; give a path inside it, relative to its root.`);
  return undefined;
};

/** One of these words. */
export function oneOf<T extends string>(words: readonly T[]): Check<T> {
  return (value, at, mistakes) =>
    words.find((word) => word === value) ??
    wrong(value, at, `one of ${quoted(words)}`, mistakes, nearest(value, words));
}

/** A list of such values. */
export function listOf<T>(item: Check<T>): Check<readonly T[]> {
  return (value, at, mistakes) => {
    if (!Array.isArray(value)) return wrong(value, at, 'a list', mistakes);
    return value.flatMap((inner, index) => {
      const checked = item(inner, `${at}[${index}]`, mistakes);
      return checked === undefined ? [] : [checked];
    });
  };
}

/** An object with any members of these names. Others are mistakes, with the nearest known name. */
export function membersOf<T extends object>(checks: { readonly [K in keyof T]-?: Check<NonNullable<T[K]>> }): Check<T> {
  const names = Object.keys(checks);
  return (value, at, mistakes) => {
    if (!isObject(value)) return wrong(value, at, 'an object', mistakes);
    const result: Partial<T> = {};
    for (const [name, inner] of Object.entries(value)) {
      const place = at === '' ? name : `${at}.${name}`;
      if (!Object.hasOwn(checks, name)) mistakes.push(unknownName('option', place, name, names));
      else if (inner !== undefined) result[name as keyof T] = checks[name as keyof T](inner, place, mistakes);
    }
    return result as T;
  };
}

/** An object whose member names are these words and whose values pass the check. */
export function tableOf<K extends string, T>(
  what: string,
  words: readonly K[],
  check: Check<T>,
): Check<{ [name in K]?: T }> {
  return (value, at, mistakes) => {
    if (!isObject(value)) return wrong(value, at, 'an object', mistakes);
    const result: { [name in K]?: T } = {};
    for (const [name, inner] of Object.entries(value)) {
      const known = words.find((word) => word === name);
      if (known === undefined) mistakes.push(unknownName(what, `${at}.${name}`, name, words));
      else result[known] = check(inner, `${at}.${name}`, mistakes);
    }
    return result;
  };
}

function normalPath(path: string): string | null {
  const posix = path.trim().replaceAll('\\', '/');
  if (posix.startsWith('/') || /^[A-Za-z]:/.test(posix)) return null;
  const steps: string[] = [];
  for (const step of posix.split('/')) {
    if (step === '..' && steps.pop() === undefined) return null;
    if (step !== '' && step !== '.' && step !== '..') steps.push(step);
  }
  return steps.join('/') || '.';
}

function wrong(value: unknown, at: string, wanted: string, mistakes: Mistakes, hint: string | null = null): undefined {
  const place = at === '' ? 'The options' : `"${at}"`;
  const verb = at === '' ? 'are' : 'is';
  mistakes.push(`${place} ${verb} ${described(value)}; give ${wanted}.${didYouMean(hint)}`);
  return undefined;
}

function unknownName(what: string, at: string, name: string, known: readonly string[]): string {
  const hint = nearest(name, known);
  return `"${at}" is not a known ${what}.${hint === null ? knownNames(known) : didYouMean(hint)}`;
}

function didYouMean(hint: string | null): string {
  return hint === null ? '' : ` Did you mean "${hint}"?`;
}

function knownNames(known: readonly string[]): string {
  return known.length > 20 ? '' : ` Known are ${quoted(known)}.`;
}

function described(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The word that differs least, where it differs by a slip of the keys and not by more. */
function nearest(value: unknown, words: readonly string[]): string | null {
  if (typeof value !== 'string') return null;
  const ranked = words
    .map((word) => ({ word, distance: distanceOf(value.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, value.length / 3) ? best.word : null;
}

/** Levenshtein's distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replaced = (row[j] ?? 0) + (character === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
