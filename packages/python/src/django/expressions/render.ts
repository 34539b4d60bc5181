import { type Fact, unreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { ExpressionRenderer } from './expression';
import type { ExpressionModel } from './expression-model';
import { NotRendered } from './rendered';

/** The SQL of a condition (`Q(…)`, a lookup, a boolean expression) as Django writes it for PostgreSQL. */
export function renderCondition(value: Value, model: ExpressionModel): Fact<string> {
  return rendered((renderer) => renderer.condition(value).sql, model);
}

/** The SQL of an expression: an index key, a generated column, a `db_default`. */
export function renderExpression(value: Value, model: ExpressionModel): Fact<string> {
  return rendered((renderer) => renderer.expression(value).sql, model);
}

/** The SQL of an expression in an index, where Django wraps it once more. Source: `IndexExpression`. */
export function renderIndexKey(value: Value, model: ExpressionModel): Fact<string> {
  return rendered((renderer) => {
    const { sql, type } = renderer.expression(value);
    return model.vendor.computed(sql, type);
  }, model);
}

function rendered(render: (renderer: ExpressionRenderer) => string, model: ExpressionModel): Fact<string> {
  try {
    return render(new ExpressionRenderer(model));
  } catch (error) {
    if (error instanceof NotRendered) return unreadable(error.message);
    if (error instanceof RangeError) return unreadable('the expression is nested too deeply');
    throw error;
  }
}
