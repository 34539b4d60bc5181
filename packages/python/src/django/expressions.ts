export type { ExpressionColumn, ExpressionModel } from './expressions/expression-model';
export { renderCondition, renderExpression, renderIndexKey } from './expressions/render';
