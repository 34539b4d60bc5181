import { CatalogError, type TableRef } from '@canonical-schema/schema';
import { UnreadableExpression } from '../expressions/opaque';
import { GrammarError } from '../grammar/token-reader';
import { SqlSyntaxError } from '../parser/postgres';
import { type StatementContext, StatementError } from './fold';

/**
 * Notes a statement that could not be carried out. `about` is the table that it describes, where the error does not say.
 * A broken invariant of our own goes on being thrown.
 */
export function noteUnread({ fold, text }: StatementContext, error: unknown, about: TableRef | null = null): void {
  const table = error instanceof StatementError ? error.table : about;
  const subject = firstWords(text.sql);
  fold.unread.push({ extent: 'whole', why: whyOf(error), subject, table, place: text.place });
}

/** Anything that the text can cause; a broken invariant of our own goes on being thrown. */
function whyOf(error: unknown): string {
  const expected = [CatalogError, StatementError, UnreadableExpression, SqlSyntaxError, GrammarError];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof Error && error.name === 'RangeError') return 'is nested too deeply to be read';
  throw error;
}

/** How a person recognises a statement: `CREATE TABLE stocks`. */
function firstWords(sql: string): string {
  return sql
    .slice(0, 120)
    .trim()
    .split(/[\s();]+/)
    .filter((word) => word !== '')
    .slice(0, 3)
    .join(' ');
}
