import type { Change, Table } from '@canonical-schema/schema';

/** What is left of a table's keys over several columns once MySQL has dropped one of them, which took all such keys along. */
export function keysWithout(table: Table, lost: string): readonly Change[] {
  const { primaryKey, uniques, indexes } = table;
  const rest = (columns: readonly string[]): readonly string[] => columns.filter((name) => name !== lost);
  const isLess = (columns: readonly string[]): boolean =>
    rest(columns).length > 0 && rest(columns).length < columns.length;
  const changes: Change[] = [];
  if (primaryKey !== null && isLess(primaryKey.columns)) {
    const constraint = { kind: 'primary-key' as const, ...primaryKey, columns: rest(primaryKey.columns) };
    changes.push({ kind: 'add-constraint', table, constraint });
  }
  for (const unique of uniques.filter(({ columns }) => isLess(columns))) {
    const constraint = { kind: 'unique' as const, ...unique, columns: rest(unique.columns) };
    changes.push({ kind: 'add-constraint', table, constraint });
  }
  for (const index of indexes) {
    const keys = index.keys.filter(({ of }) => of.kind !== 'column' || of.column !== lost);
    if (keys.length > 0 && keys.length < index.keys.length)
      changes.push({ kind: 'add-index', table, index: { ...index, keys } });
  }
  return changes;
}
