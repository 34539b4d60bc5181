import type { Change, TableRef } from '@canonical-schema/schema';

/** A table or column that has another name in the SQL than in a source. */
export type Rename = Extract<Change, { kind: 'rename-table' | 'rename-column' }>;

/**
 * The repairs of a source once a person said what has another name by now: those renames that stand behind something
 * that goes and something that comes, and nothing else, for only with the new names is it seen what else differs. The
 * repairs as they are where none of the renames is called for.
 */
export function withRenames(repairs: readonly Change[], renames: readonly Rename[]): readonly Change[] {
  const called = renames.filter((rename) => isCalledFor(rename, repairs));
  return called.length > 0 ? called : repairs;
}

function isCalledFor(rename: Rename, repairs: readonly Change[]): boolean {
  if (rename.kind === 'rename-table') {
    const goes = repairs.some((change) => change.kind === 'drop-table' && isSame(change.table, rename.table));
    return goes && repairs.some((change) => change.kind === 'add-table' && isSame(change.table, rename.to));
  }
  const { table, column, to } = rename;
  const own = repairs.filter((change) => 'table' in change && isSame(change.table, table));
  const goes = own.some((change) => change.kind === 'drop-column' && change.column === column);
  return goes && own.some((change) => change.kind === 'add-column' && change.column.name === to);
}

/** Are these the name of one table? */
export function isSame(a: TableRef, b: TableRef): boolean {
  return a.name === b.name && a.schema === b.schema;
}
