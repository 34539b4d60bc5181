import { assertNever, type Change, tableLabel } from '@canonical-schema/schema';
import { addColumn } from './add-column';
import { addConstraint, addIndex } from './add-items';
import { addTable } from './add-table';
import { alterColumn } from './alter-column';
import type { Batch } from './batch';
import { dropColumn } from './drop-column';
import { dropConstraint, dropIndex } from './drop-items';
import { dropTable } from './drop-table';
import { renameColumn } from './rename-column';
import { renameConstraint, renameIndex } from './rename-items';
import { renameTable } from './rename-table';
import { setTableComment } from './table-comment';
import { changeEnum } from './write-enum';

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
    case 'alter-column':
      alterColumn(change, batch);
      return none;
    case 'drop-index':
      dropIndex(change, batch);
      return none;
    case 'drop-constraint':
      dropConstraint(change, batch);
      return none;
    case 'drop-column':
      dropColumn(change, batch);
      return none;
    case 'drop-table':
      dropTable(change, batch);
      return none;
    case 'set-table-comment':
      setTableComment(change, batch);
      return none;
    case 'rename-table':
      renameTable(change, batch);
      return none;
    case 'rename-column':
      renameColumn(change, batch);
      return none;
    case 'rename-index':
      renameIndex(change, batch);
      return none;
    case 'rename-constraint':
      renameConstraint(change, batch);
      return none;
    case 'add-enum':
    case 'drop-enum':
    case 'rename-enum':
    case 'add-enum-label':
    case 'rename-enum-label':
      changeEnum(change, batch);
      return none;
    case 'alter-domain':
      changeDomain(change, batch);
      return none;
    // Domains and sequences come and go with the columns that have them; other objects are the SQL's alone.
    case 'add-domain':
    case 'drop-domain':
    case 'add-sequence':
    case 'alter-sequence':
    case 'drop-sequence':
    case 'add-other':
    case 'drop-other':
      return none;
    default:
      return assertNever(change);
  }
}

function changeDomain(change: Extract<Change, { kind: 'alter-domain' }>, batch: Batch): void {
  const domain = batch.targets.loaded.schema.domains.find((each) => tableLabel(each) === tableLabel(change.domain));
  if (domain === undefined) return;
  const why = `Domain ${tableLabel(change.domain)} may be written in several places of the models.`;
  batch.refuseAt(change, why, 'Change its DOMAIN(...) by hand.', domain.place);
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
