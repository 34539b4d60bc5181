import { assertNever, type Change, type Constraint, tableLabel } from '@canonical-schema/schema';
import type { Code } from '../../edits/code';
import { missingTarget } from './add-column';
import type { Batch } from './batch';
import { flagColumn } from './column-flags';
import { keyNamesOf } from './key-names';
import { renderConstraint } from './render-constraint';
import { renderIndex } from './render-index';
import type { TableArguments } from './table-arguments';
import type { TableTarget } from './table-target';
import { isUnwritable, type Unwritable } from './unwritable';

type AddIndex = Extract<Change, { kind: 'add-index' }>;
type AddConstraint = Extract<Change, { kind: 'add-constraint' }>;

/** Adds an index: the flag of a column where that makes the very same one, else an `Index(...)` among the table's arguments. */
export function addIndex(change: AddIndex, batch: Batch): void {
  const target = batch.target(change, change.table);
  if (target === null || flagColumn(change, target)) return;
  addItem(change, `Index ${change.index.name ?? ''} of ${tableLabel(change.table)}`, target, batch, (args) =>
    renderIndex(change.index, target.table, keyNamesOf(target, args), target.scribe),
  );
}

/** Adds a constraint, at its column where it can stand there. */
export function addConstraint(change: AddConstraint, batch: Batch): void {
  const { constraint } = change;
  const target = batch.target(change, change.table);
  if (target === null) return;
  const subject = `${nouns(constraint)} ${constraint.name ?? ''} of ${tableLabel(change.table)}`;
  const lost = constraint.kind === 'foreign-key' ? missingTarget(constraint, batch) : null;
  if (lost !== null) {
    batch.refuseAt(
      change,
      `${subject} references ${lost}, which the models do not have.`,
      `Add ${lost} to the models first.`,
      target.table.place,
    );
    return;
  }
  if (flagColumn(change, target, constraint.kind === 'foreign-key' ? batch.referenced(constraint) : null)) return;
  addItem(change, subject, target, batch, (args) =>
    renderConstraint(constraint, {
      table: target.table,
      names: keyNamesOf(target, args),
      scribe: target.scribe,
      target: constraint.kind === 'foreign-key' ? batch.referenced(constraint) : null,
    }),
  );
}

function addItem(
  change: Change,
  subject: string,
  target: TableTarget,
  batch: Batch,
  render: (args: TableArguments) => Code | Unwritable,
): void {
  const args = batch.argumentsOf(change, target);
  const draft = args === null ? null : batch.argumentsDraft(change, target);
  if (args === null || draft === null) return;
  const code = render(args);
  if (isUnwritable(code)) {
    const remedy = `Add it in ${target.file.path} by hand.`;
    batch.refuseAt(change, `${subject} cannot be written: ${code.unwritable}.`, remedy, target.table.place);
    return;
  }
  draft.add(code);
}

/** What a person calls a constraint. */
export function nouns({ kind }: Pick<Constraint, 'kind'>): string {
  switch (kind) {
    case 'primary-key':
      return 'Primary key';
    case 'unique':
      return 'Unique constraint';
    case 'foreign-key':
      return 'Foreign key';
    case 'check':
      return 'Check';
    case 'exclusion':
      return 'Exclusion constraint';
    default:
      return assertNever(kind);
  }
}
