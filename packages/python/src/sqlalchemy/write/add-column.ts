import { type Change, type ForeignKey, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { Code } from '../../edits/code';
import type { Batch } from './batch';
import { type ColumnIntent, keyOf } from './column-intent';
import type { ColumnSite } from './column-parts';
import { gatherOwnKeys, type OwnKeys } from './own-keys';
import { attributeName } from './python-identifier';
import { renderColumn } from './render-column';
import { firstKeyword, lastAssignment } from './table-arguments';
import type { TableTarget } from './table-target';
import { isUnwritable } from './unwritable';

type AddColumn = Extract<Change, { kind: 'add-column' }>;

/**
 * Adds a column behind the last one of its class or `Table`. Of the changes that come with it, those that are written at
 * the column itself are returned: they are made.
 */
export function addColumn(change: AddColumn, others: readonly Change[], batch: Batch): ReadonlySet<Change> {
  const target = batch.target(change, change.table);
  if (target === null) return new Set();
  const { own, taken } = gatherOwnKeys(change.column.name, others, target.table);
  const label = `${tableLabel(change.table)}.${change.column.name}`;
  const lost = own.foreignKey === null ? null : missingTarget(own.foreignKey, batch);
  if (lost !== null) {
    batch.refuseAt(
      change,
      `Column ${label} references ${lost}, which the models do not have.`,
      `Add ${lost} to the models first.`,
      target.table.place,
    );
    return taken;
  }
  const attribute = attributeName(change.column.name, (name) => isTaken(name, target));
  const code = renderColumn(intentOf(change, own, target), attribute, columnSite(target, batch));
  if (isUnwritable(code)) {
    const remedy = `Add ${label} in ${target.file.path} by hand.`;
    batch.refuseAt(change, `Column ${label} cannot be written: ${code.unwritable}.`, remedy, target.table.place);
    return taken;
  }
  insertColumn(code, target);
  return taken;
}

function intentOf({ column }: AddColumn, own: OwnKeys, { emitted }: TableTarget): ColumnIntent {
  const key = own.isKey ? 'alone' : keyOf(column.name, emitted);
  return { column, key, foreignKey: own.foreignKey, isInForeignKey: false, unique: own.unique, index: own.index };
}

/** The label of the table that a foreign key leads to, where the models have none of that name. */
export function missingTarget({ references }: ForeignKey, { targets }: Batch): string | null {
  const ref: TableRef = { schema: references.schema, name: references.table };
  return targets.has(ref) || targets.isComing(ref) ? null : tableLabel(ref);
}

/** What decides the text of a table's columns. */
export function columnSite(target: TableTarget, batch: Batch): ColumnSite {
  return {
    form: target.form,
    table: target.table,
    canonical: batch.canonical,
    scribe: target.scribe,
    target: (foreignKey) => batch.referenced(foreignKey),
    mapped: (python) => target.mapped(python),
    isDataclass: target.node.kind === 'class' && target.node.isDataclass,
  };
}

function isTaken(name: string, { node, scribe }: TableTarget): boolean {
  return node.kind === 'class' && scribe.isHidden(name);
}

function insertColumn(code: Code, { node, columns, file }: TableTarget): void {
  const last = columns.at(-1);
  if (node.kind === 'class') {
    const { definition } = node;
    const after =
      last === undefined || !definition.body.includes(last.statement)
        ? lastAssignment(definition.body)
        : last.statement;
    file.draft.body(definition).insert(after, code, 'siblings');
    return;
  }
  const at = node.call.args.findIndex(({ value }) => value === last?.call);
  file.draft.list(node.call)?.insert(at < 0 ? Math.min(2, firstKeyword(node.call)) : at + 1, code);
}
