import type { Node } from '../parser/postgres';
import { depthOf } from './columns';
import { UnreadableExpression } from './opaque';
import { print } from './print';
import { readCheck, readTerm } from './read-term';
import type { ExpressionContext, Term } from './term';

export { columnsIn } from './columns';
export { UnreadableExpression } from './opaque';
export type { ExpressionContext } from './term';

/** Levels of the parsed tree, about two to an operator: more than anybody writes, less than the call stack holds. */
const maximumDepth = 1_200;

/**
 * One SQL text for every spelling of an expression that PostgreSQL stores or evaluates alike, another for every other
 * expression. Throws `UnreadableExpression`; `normalizeExpressionText` gives that as a fact.
 */
export function normalizeExpression(node: Node, context: ExpressionContext): string {
  return print(termOf(node, context));
}

/** The normal form behind `normalizeExpression`. Throws `UnreadableExpression`. */
export function termOf(node: Node, context: ExpressionContext): Term {
  if (depthOf(node) > maximumDepth) throw new UnreadableExpression('the expression is nested too deeply');
  return context.check ? readCheck(node, context) : readTerm(node, context);
}
