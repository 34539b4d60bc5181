import type { Fact } from '@canonical-schema/schema';
import { isUnreadable, unreadable } from '@canonical-schema/schema';
import { parseExpressionText, parseTypeText, SqlSyntaxError } from '../parser/postgres';
import type { WrittenType } from '../types/type-name';
import { columnTypeOf } from '../types/type-name';
import type { DefaultValue } from './default';
import { normalizeDefault } from './default';
import { columnsIn, normalizeExpression, termOf, UnreadableExpression } from './normalize';
import type { ExpressionContext, Term } from './term';

/** `normalizeExpression` of an expression's text; unreadable where PostgreSQL would not parse it. */
export function normalizeExpressionText(sql: string, context: ExpressionContext): Fact<string> {
  return read(() => normalizeExpression(parseExpressionText(sql), context));
}

/** The normal form of an expression's text as a tree, for writers that say it in another language. */
export function expressionTermOfText(sql: string, context: ExpressionContext): Fact<Term> {
  return read(() => termOf(parseExpressionText(sql), context));
}

/** `normalizeDefault` of the text after DEFAULT. */
export function normalizeDefaultText(sql: string, columnType: string): Fact<DefaultValue> {
  return read(() => normalizeDefault(parseExpressionText(sql), columnType));
}

/** `columnTypeOf` a type as it is written behind a column's name. */
export function columnTypeOfText(sql: string): Fact<WrittenType> {
  return read(() => columnTypeOf(parseTypeText(sql)));
}

/** `columnsIn` an expression's text; none where it does not parse. */
export function columnsInText(sql: string): readonly string[] {
  const columns = read(() => columnsIn(parseExpressionText(sql)));
  return isUnreadable(columns) ? [] : columns;
}

function read<T>(reading: () => T): Fact<T> {
  try {
    return reading();
  } catch (error) {
    if (error instanceof SqlSyntaxError) return unreadable(`PostgreSQL does not parse it: ${error.message}`);
    if (error instanceof UnreadableExpression) return unreadable(error.message);
    throw error;
  }
}
