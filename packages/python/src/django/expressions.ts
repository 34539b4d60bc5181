export type { ExpressionColumn, ExpressionModel } from './expressions/expression-model';
export { renderCondition, renderExpression } from './expressions/render';
