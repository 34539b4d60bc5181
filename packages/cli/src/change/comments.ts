import type { Change, Schema, Table, TableRef } from '@canonical-schema/schema';
import { isSameTable } from './losses';

/** A comment that the canonical file got, lost or changed; `column` is null for the table's own. */
export interface ChangedComment {
  readonly table: TableRef;
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The comments that these changes of a schema are about, of what was there before and has the same name still. */
export function commentsIn(changes: readonly Change[], { tables }: Schema): readonly ChangedComment[] {
  return changes.flatMap((change): ChangedComment[] => {
    if (change.kind !== 'set-table-comment' && change.kind !== 'alter-column') return [];
    const table = tables.find((candidate) => isSameTable(candidate, change.table));
    const column = change.kind === 'alter-column' ? change.column : null;
    const before = table === undefined ? undefined : commentOf(table, column);
    const after = change.kind === 'alter-column' ? change.set.comment : change.comment;
    if (before === undefined || after === undefined) return [];
    const { schema, name } = change.table;
    return [{ table: { schema, name }, column, before, after }];
  });
}

/**
 * What makes a source follow where its comment was the canonical one. The judge has no word on a comment that one side
 * lacks: who keeps comments in the SQL alone is not to be told of each.
 */
export function commentsToFollow(comments: readonly ChangedComment[], departing: Schema): readonly Change[] {
  return comments.flatMap(({ table: ref, column, before, after }): Change[] => {
    const table = departing.tables.find((candidate) => isSameTable(candidate, ref));
    if (table?.managed !== true || table.orm?.external === true || commentOf(table, column) !== before) return [];
    if (before === after || (before !== null && after !== null)) return [];
    if (column === null) return [{ kind: 'set-table-comment', table: ref, comment: after }];
    return [{ kind: 'alter-column', table: ref, column, set: { comment: after } }];
  });
}

/** Undefined where there is no such column. */
function commentOf({ comment, columns }: Table, column: string | null): string | null | undefined {
  if (column === null) return comment;
  return columns.find(({ name }) => name === column)?.comment;
}
