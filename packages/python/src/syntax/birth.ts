/** Marks what is made while code runs with the moment it was made at. A symbol, so that no reader meets it. */
export const BORN = Symbol('born');

let last = 0;

/** The next moment: every one is later than all before. */
export function nextBirth(): number {
  return ++last;
}

/** When something was made; 0 where that was not marked, before everything. */
export function bornAt(made: object): number {
  return (made as { readonly [BORN]?: number })[BORN] ?? 0;
}

/** Marks lists and sets with the last moment before they were made. A symbol, so that no reader meets it. */
export const MADE = Symbol('made');

/** The moment that it is. */
export function lastBirth(): number {
  return last;
}

/** The last moment before a container was made. */
export function madeAt(made: object): number {
  return (made as { readonly [MADE]?: number })[MADE] ?? bornAt(made);
}
