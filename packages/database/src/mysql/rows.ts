import type { Query } from '../running/session';

/** The driver hands every value over as the text that it is in the catalog. */
export type Row<Names extends string> = Readonly<Record<Names, string | null>>;

/** The rows of a SELECT whose columns have these names; nothing but the SELECT checks it. */
export async function rowsOf<Names extends string>(query: Query, select: string): Promise<readonly Row<Names>[]> {
  return (await query(select)) as readonly Row<Names>[];
}

/** Rows by the table that they belong to, in their order. */
export function byTable<R extends { readonly table: string | null }>(
  rows: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  return grouped(rows, ({ table }) => table ?? '');
}

/** Rows by a key of theirs; groups and rows keep the order in which they came. */
export function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
