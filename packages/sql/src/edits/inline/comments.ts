import type { TableRef } from '@canonical-schema/schema';
import { columnCommentText, tableCommentText } from '../../ddl/table-text';
import { quoteText } from '../../expressions/quote';
import { tokensOf } from '../../lints/idempotence/statement-tokens';
import { withoutStatements } from './removal';
import { type Edits, lastAbout, notMadePlainly, type Scene, statementBehind } from './scene';
import { commentedPart, contentOf, statementsIn } from './statements';

/** The edits that set the comment of a table, or of one of its columns. */
export function commentEdits(scene: Scene, table: TableRef, column: string | null, comment: string | null): Edits {
  const { standing, style } = scene;
  const own = statementsIn(standing).findLast((statement) => commentedPart(statement, table)?.column === column);
  if (own !== undefined && comment === null) return withoutStatements(standing, [own]);
  const literal = own === undefined ? undefined : tokensOf(own.text).at(-1);
  if (literal !== undefined && comment !== null) return [{ span: literal.span, text: quoteText(comment) }];
  const before = lastAbout(scene, table);
  if (before === null) return notMadePlainly(table);
  const { spelling } = style;
  const sql =
    column === null ? tableCommentText(table, comment, spelling) : columnCommentText(table, column, comment, spelling);
  return [statementBehind(scene, before, sql, contentOf(before, 'CommentStmt') === null)];
}
