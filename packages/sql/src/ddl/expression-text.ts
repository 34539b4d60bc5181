import { kindOf } from '../fold/tree';
import { parseExpressionText, SqlSyntaxError } from '../parser/postgres';

/** Expressions that stand behind DEFAULT as they are; all others need brackets somewhere. */
const bareDefaults: ReadonlySet<string> = new Set([
  'A_Const',
  'TypeCast',
  'FuncCall',
  'CoalesceExpr',
  'SQLValueFunction',
  'A_ArrayExpr',
]);

/** An expression as DEFAULT takes it. */
export function defaultText(expression: string): string {
  return bareDefaults.has(kindOfText(expression)) ? expression : `(${expression})`;
}

/** An expression as an index takes it: a call as it is, anything else in brackets. */
export function indexedText(expression: string): string {
  return kindOfText(expression) === 'FuncCall' ? expression : `(${expression})`;
}

function kindOfText(expression: string): string {
  try {
    return kindOf(parseExpressionText(expression));
  } catch (error) {
    if (error instanceof SqlSyntaxError) return '';
    throw error;
  }
}
