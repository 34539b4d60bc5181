interface Visit<T> {
  readonly item: T;
  readonly needs: readonly string[];
  next: number;
}

/**
 * The items so that each stands behind what it needs, otherwise in the order they have. In a cycle one item stands
 * before something that it needs. Takes linear time, and chains may be of any length.
 */
export function inDependencyOrder<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  needsOf: (item: T) => readonly string[],
): readonly T[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const entered = new Set<string>();
  const ordered: T[] = [];
  const path: Visit<T>[] = [];
  const enter = (item: T | undefined): void => {
    if (item === undefined || entered.has(keyOf(item))) return;
    entered.add(keyOf(item));
    path.push({ item, needs: needsOf(item), next: 0 });
  };
  for (const item of items) {
    enter(item);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const need = visit.needs[visit.next++];
      if (need !== undefined) enter(byKey.get(need));
      else ordered.push(...path.splice(-1).map((done) => done.item));
    }
  }
  return ordered;
}
