import { tableLabel } from '@canonical-schema/schema';
import { type Context, isPassedOver, StatementError, tableRefOf } from '../fold/fold';
import { namesOf, rangeVarOf } from '../fold/tree';
import type { CommentStmt } from '../parser/postgres';

/** COMMENT ON TABLE and COLUMN; comments on other objects are not compared. An empty one is none, as in PostgreSQL. */
export function comment(statement: CommentStmt, context: Context): void {
  const names = namesOf(statement.object);
  const text = statement.comment === undefined || statement.comment === '' ? null : statement.comment;
  if (statement.objtype === 'OBJECT_TABLE') commentTable(names, text, context);
  if (statement.objtype === 'OBJECT_COLUMN') commentColumn(names, text, context);
}

function commentTable(names: readonly string[], text: string | null, context: Context): void {
  const relation = rangeVarOf(names);
  if (isPassedOver(context, relation)) return;
  const ref = tableRefOf(context, relation);
  if (context.catalog.table(ref) === null)
    throw new StatementError(`comments on ${tableLabel(ref)}, which does not exist`, ref);
  context.catalog.apply({ kind: 'set-table-comment', table: ref, comment: text });
}

function commentColumn(names: readonly string[], text: string | null, context: Context): void {
  const relation = rangeVarOf(names.slice(0, -1));
  const column = names.at(-1) ?? '';
  if (isPassedOver(context, relation)) return;
  const ref = tableRefOf(context, relation);
  const table = context.catalog.table(ref);
  if (table === null && context.catalog.other({ kind: 'type', ...ref }) !== null) return;
  if (table === null) throw new StatementError(`comments on ${tableLabel(ref)}, which does not exist`, ref);
  context.catalog.apply({ kind: 'alter-column', table: ref, column, set: { comment: text } });
}
