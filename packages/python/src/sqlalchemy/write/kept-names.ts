import { type Change, type Index, isUnreadable, type Unique } from '@canonical-schema/schema';
import type { Batch } from './batch';
import { ColumnCall } from './column-call';
import type { WrittenTable } from './column-intent';
import { keyNamesOf } from './key-names';
import { ownName } from './object-name';
import { renderConstraint } from './render-constraint';
import { renderIndex } from './render-index';
import type { SourceColumn } from './source-column';
import type { TableTarget } from './table-target';
import { isUnwritable } from './unwritable';

/** What a table or column is called from now on. */
export interface Renaming {
  readonly change: Change;
  readonly table: WrittenTable;
  column(name: string): string;
}

/**
 * Indexes and unique constraints that flags make are named for their table and column, and PostgreSQL renames none of
 * them along: those that would get another name than they have get one of their own.
 */
export function keepNames({ change, table, column }: Renaming, target: TableTarget, batch: Batch): void {
  const { indexes, uniques } = target.emitted;
  for (const source of target.columns) {
    const isOwn = ({ place }: Index | Unique): boolean =>
      place !== null && place.path === source.column.place.path && place.span.start === source.column.place.span.start;
    const columns = [{ name: column(source.column.name), key: column(source.column.key) }];
    const index = indexes.find((each) => isOwn(each));
    const unique = uniques.find((each) => isOwn(each));
    const named = { table, columns, referred: null };
    if (index !== undefined && isLost(index, ownName({ kind: 'ix', ...named, wanted: index }), batch))
      keepIndex(change, index, { source, target, batch, column });
    if (unique === undefined) continue;
    const own = ownName({ kind: 'uq', ...named, wanted: unique });
    if (own !== null && isLost(unique, own, batch)) keepUnique(change, unique, { source, target, batch, column });
  }
}

/** Would it get a name that the SQL does not have? */
function isLost({ name }: Index | Unique, own: string | null, { canonical }: Batch): boolean {
  if (name === null || own === null || own === name) return false;
  return !canonical.tables.some(({ indexes, uniques }) => [...indexes, ...uniques].some((each) => each.name === own));
}

interface Keeping {
  readonly source: SourceColumn;
  readonly target: TableTarget;
  readonly batch: Batch;
  column(name: string): string;
}

function keepIndex(change: Change, index: Index, { source, target, batch, column }: Keeping): void {
  const args = batch.argumentsOf(change, target);
  const draft = args === null ? null : batch.argumentsDraft(change, target);
  const call = ColumnCall.ofFlags(source);
  if (args === null || draft === null || call === null) return;
  const keys = index.keys.map((key) =>
    key.of.kind === 'column' ? { ...key, of: { ...key.of, column: column(key.of.column) } } : key,
  );
  const code = renderIndex(
    { ...index, keys },
    target.table,
    { ...keyNamesOf(target, args), key: column },
    target.scribe,
  );
  if (isUnwritable(code) || isUnreadable(index.where)) return;
  call.removeKeyword('index');
  if (index.unique) call.removeKeyword('unique');
  draft.add(code);
}

function keepUnique(change: Change, unique: Unique, { source, target, batch, column }: Keeping): void {
  const args = batch.argumentsOf(change, target);
  const draft = args === null ? null : batch.argumentsDraft(change, target);
  const call = ColumnCall.ofFlags(source);
  if (args === null || draft === null || call === null) return;
  const constraint = { kind: 'unique' as const, ...unique, nameGiven: true, columns: unique.columns.map(column) };
  const names = { ...keyNamesOf(target, args), key: column };
  const code = renderConstraint(constraint, { table: target.table, names, scribe: target.scribe, target: null });
  if (isUnwritable(code)) return;
  call.removeKeyword('unique');
  draft.add(code);
}
