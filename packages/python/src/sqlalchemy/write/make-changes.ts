import { type Change, tableLabel } from '@canonical-schema/schema';
import { addColumn } from './add-column';
import { addConstraint, addIndex } from './add-items';
import { addTable } from './add-table';
import type { Batch } from './batch';

/** Changes after which names mean something else: they are made alone. */
const renamings: ReadonlySet<Change['kind']> = new Set(['rename-table', 'rename-column', 'rename-enum', 'drop-table']);

/** Makes as many of the changes, in order, as can be made to the files as they stand; the rest waits for the next round. */
export function makeTogether(changes: readonly Change[], batch: Batch): readonly Change[] {
  const done = new Set<Change>();
  const touched = new Set<string>();
  for (const [at, change] of changes.entries()) {
    if (done.has(change)) continue;
    const key = columnOf(change);
    const mustWait = done.size > 0 && (renamings.has(change.kind) || (key !== null && touched.has(key)));
    if (mustWait) return changes.slice(at).filter((each) => !done.has(each));
    if (key !== null) touched.add(key);
    done.add(change);
    for (const other of make(change, changes.slice(at + 1), batch)) done.add(other);
    if (renamings.has(change.kind)) return changes.slice(at + 1);
  }
  return [];
}

function columnOf(change: Change): string | null {
  if (change.kind === 'add-column') return `${tableLabel(change.table)}.${change.column.name}`;
  return 'column' in change ? `${tableLabel(change.table)}.${change.column}` : null;
}

const none: ReadonlySet<Change> = new Set();

/** Makes one change; of those behind it, the ones that were made with it are returned. */
function make(change: Change, behind: readonly Change[], batch: Batch): ReadonlySet<Change> {
  switch (change.kind) {
    case 'add-table':
      addTable(change, batch);
      return none;
    case 'add-column':
      return addColumn(change, ofSameTable(behind, change), batch);
    case 'add-index':
      addIndex(change, batch);
      return none;
    case 'add-constraint':
      addConstraint(change, batch);
      return none;
    default:
      batch.refuseAt(
        change,
        `SQLAlchemy models cannot be changed by ${change.kind} yet.`,
        'Make the change by hand.',
        null,
      );
      return none;
  }
}

/** The changes of the same table up to the next one that renames something. */
function ofSameTable(
  changes: readonly Change[],
  { table }: Extract<Change, { kind: 'add-column' }>,
): readonly Change[] {
  const end = changes.findIndex(({ kind }) => renamings.has(kind));
  const before = end < 0 ? changes : changes.slice(0, end);
  return before.filter((change) => 'table' in change && tableLabel(change.table) === tableLabel(table));
}
