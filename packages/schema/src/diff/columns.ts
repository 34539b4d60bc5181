import type { Change, ColumnAlteration } from '../change';
import { isUnreadable } from '../fact';
import type { Column } from '../model/column';
import type { Table, TableRef } from '../model/table';
import { byKey } from './keyed';

/** The facts of a column that PostgreSQL holds. What only an ORM knows of it is no change to a database. */
const facts = ['type', 'nullable', 'default', 'identity', 'generated', 'collation', 'comment'] as const;

/** How the columns of a table become those of another. */
export interface ColumnChanges {
  readonly dropped: readonly Change[];
  readonly altered: readonly Change[];
  readonly added: readonly Change[];
}

/** Changes to columns. `typeBefore` says what a column's type is called by the time it is altered. */
export function columnChanges(
  before: Table,
  after: Table,
  typeBefore: (type: Column['type']) => Column['type'],
): ColumnChanges {
  const table = refOf(after);
  const { removed, added, kept } = byKey(before.columns, after.columns, (column) => column.name);
  return {
    dropped: removed.map((column) => ({ kind: 'drop-column', table, column: column.name })),
    altered: kept.flatMap((pair): Change[] => {
      const set = alteration({ ...pair.before, type: typeBefore(pair.before.type) }, pair.after);
      return set === null ? [] : [{ kind: 'alter-column', table, column: pair.after.name, set }];
    }),
    added: added.map((column) => ({ kind: 'add-column', table, column })),
  };
}

/** The name of a table alone. */
export function refOf({ schema, name }: TableRef): TableRef {
  return { schema, name };
}

function alteration(before: Column, after: Column): ColumnAlteration | null {
  const changed = facts.filter((fact) => isDifferent(before[fact], after[fact]));
  if (changed.length === 0) return null;
  const set: ColumnAlteration = Object.fromEntries(changed.map((fact) => [fact, after[fact]]));
  return changed.includes('type') && after.baseType !== undefined ? { ...set, baseType: after.baseType } : set;
}

/** An unreadable fact is neither equal nor different. */
function isDifferent(before: unknown, after: unknown): boolean {
  if (isUnreadable(before) || isUnreadable(after)) return false;
  return JSON.stringify(sortedMembers(before)) !== JSON.stringify(sortedMembers(after));
}

function sortedMembers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
