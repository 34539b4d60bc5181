import { type Change, type Place, tableLabel } from '@canonical-schema/schema';
import { nouns } from './add-items';
import type { Batch } from './batch';
import { ColumnCall } from './column-call';
import { namedConstraint } from './drop-items';
import { keyNamesOf } from './key-names';
import { namedKinds, writtenName } from './object-name';
import { placedItem } from './placed-item';
import { renderConstraint } from './render-constraint';
import { renderIndex } from './render-index';
import type { calleeName } from './source-column';
import { isRefusal, type TableTarget } from './table-target';
import { isUnwritable } from './unwritable';

type RenameIndex = Extract<Change, { kind: 'rename-index' }>;
type RenameConstraint = Extract<Change, { kind: 'rename-constraint' }>;

/** Gives an index another name; one that a flag makes gets an `Index(...)` of its own for it. */
export function renameIndex(change: RenameIndex, batch: Batch): void {
  const target = batch.target(change, change.table);
  const index = target?.emitted.indexes.find(({ name }) => name === change.index);
  if (target === null) return;
  const subject = `Index ${change.index} of ${tableLabel(change.table)}`;
  const item = index === undefined ? null : placedItem(index.place, target, batch);
  if (index === undefined || item === null || isRefusal(item)) {
    refuse(change, subject, item !== null && isRefusal(item) ? item : null, target, batch);
    return;
  }
  if (item.kind === 'flag') {
    const call = ColumnCall.ofFlags(item.source);
    const args = batch.argumentsOf(change, target);
    const draft = args === null ? null : batch.argumentsDraft(change, target);
    if (call === null || args === null || draft === null) return;
    const code = renderIndex(
      { ...index, name: change.to, nameGiven: true },
      target.table,
      keyNamesOf(target, args),
      target.scribe,
    );
    if (isUnwritable(code)) return;
    call.removeKeyword('index');
    if (index.unique) call.removeKeyword('unique');
    draft.add(code);
    return;
  }
  const [first] = item.placed.call.args;
  const columns = index.keys.flatMap(({ of }) => (of.kind === 'column' ? [{ name: of.column, key: of.column }] : []));
  const name = writtenName({ kind: 'ix', table: target.table, columns, referred: null }, change.to, target.scribe);
  if (first?.form === 'positional') item.file.draft.replace(first.value, name);
  else setName(item.placed.call, name, item.file);
}

/** Gives a constraint another name; one that a flag makes gets a constraint of its own for it. */
export function renameConstraint(change: RenameConstraint, batch: Batch): void {
  const target = batch.target(change, change.table);
  if (target === null) return;
  const { kind, name } = change.constraint;
  const subject = `${nouns({ kind })} ${name} of ${tableLabel(change.table)}`;
  const found = namedConstraint(target, kind, name);
  if (kind === 'primary-key' && found !== undefined && found.place === null) {
    addNamed(change, target, batch, { kind, ...found, name: change.to, nameGiven: true });
    return;
  }
  const item = found === undefined ? null : placedItem(found.place, target, batch);
  if (found === undefined || item === null || isRefusal(item)) {
    refuse(change, subject, item !== null && isRefusal(item) ? item : null, target, batch);
    return;
  }
  if (item.kind === 'flag') {
    const unique = target.emitted.uniques.find((each) => each.name === name);
    const call = ColumnCall.ofFlags(item.source);
    if (kind !== 'unique' || unique === undefined || call === null) {
      refuse(change, subject, null, target, batch);
      return;
    }
    if (addNamed(change, target, batch, { kind: 'unique', ...unique, name: change.to, nameGiven: true }))
      call.removeKeyword('unique');
    return;
  }
  const columns = found.columns.map((column) => ({ name: column, key: column }));
  const written = writtenName(
    { kind: namedKinds[kind], table: target.table, columns, referred: null },
    change.to,
    target.scribe,
  );
  setName(item.placed.call, written, item.file);
}

function addNamed(
  change: Change,
  target: TableTarget,
  batch: Batch,
  constraint: Parameters<typeof renderConstraint>[0],
): boolean {
  const args = batch.argumentsOf(change, target);
  const draft = args === null ? null : batch.argumentsDraft(change, target);
  if (args === null || draft === null) return false;
  const code = renderConstraint(constraint, {
    table: target.table,
    names: keyNamesOf(target, args),
    scribe: target.scribe,
    target: null,
  });
  if (isUnwritable(code)) return false;
  draft.add(code);
  return true;
}

function setName(call: Parameters<typeof calleeName>[0], name: string, file: TableTarget['file']): void {
  const column = ColumnCall.of({ call, file });
  column?.setKeyword('name', name);
}

function refuse(
  change: Change,
  subject: string,
  why: { readonly why: string; readonly remedy: string; readonly place: Place | null } | null,
  { table, file }: TableTarget,
  batch: Batch,
): void {
  const reason =
    why === null ? `${subject} is not in the SQLAlchemy models.` : `${subject} cannot be renamed. ${why.why}`;
  batch.refuseAt(change, reason, why?.remedy ?? `Rename it in ${file.path} by hand.`, why?.place ?? table.place);
}
