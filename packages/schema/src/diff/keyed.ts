/** Two lists of objects taken apart by what names them. */
export interface KeyedDifference<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  readonly kept: readonly { readonly before: T; readonly after: T }[];
}

/** What went, what came and what is on both sides, each sorted by key. Keys are unique on each side. */
export function byKey<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): KeyedDifference<T> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const fresh = new Map(after.map((item) => [keyOf(item), item]));
  const kept = sorted(old).flatMap(([key, item]) => {
    const next = fresh.get(key);
    return next === undefined ? [] : [{ before: item, after: next }];
  });
  return {
    removed: sorted(old).flatMap(([key, item]) => (fresh.has(key) ? [] : [item])),
    added: sorted(fresh).flatMap(([key, item]) => (old.has(key) ? [] : [item])),
    kept,
  };
}

function sorted<T>(items: ReadonlyMap<string, T>): [string, T][] {
  return [...items].sort(([a], [b]) => (a < b ? -1 : 1));
}
