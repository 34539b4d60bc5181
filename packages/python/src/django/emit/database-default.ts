import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import type { Backend } from '../backends';
import { dottedName } from '../constants';
import { renderExpression } from '../expressions';
import { argument } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import type { ModelState } from '../model-state';
import { normalizedDefault } from '../normalized';
import { constantSql, constantSqlFor } from './constant-sql';
import type { EmitContext } from './context';
import { ModelExpressions } from './expression-model';

/** The DEFAULT of a field's column: `db_default`, a constant or an expression; null for none. */
export function databaseDefault(
  state: ModelState,
  field: FieldState,
  type: Fact<string>,
  context: EmitContext,
): Fact<string | null> {
  const value = argument(field, 'db_default');
  if (value === undefined) return field.arguments.incomplete === null ? null : unreadable(field.arguments.incomplete);
  if (dottedName(value)?.endsWith('.NOT_PROVIDED')) return null;
  const sql =
    defaultSql(value, field, context) ?? renderExpression(value, new ModelExpressions(state, context.registry));
  return isUnreadable(sql) ? sql : normalizedDefault(sql, type, context.backend.sql);
}

/** A constant for a JSON column is its JSON text, strings and `None` included. */
function defaultSql(value: Value, field: FieldState, { registry, backend }: EmitContext): string | null {
  const [type, output] = [registry.typeOf(field), registry.outputTypeOf(field)];
  const { literals } = backend;
  if (value.kind === 'call' && dottedName(value.callee) === 'decimal.Decimal') return decimalSql(value, backend);
  const sql = constantSqlFor(value, type, literals);
  if (sql === null || output !== 'jsonb') return sql;
  if (value.kind === 'str') return constantSql({ ...value, value: JSON.stringify(value.value) }, literals);
  return value.kind === 'bool' || value.kind === 'int' || value.kind === 'float' ? `'${sql}'` : sql;
}

/** A `Decimal`, as Django passes one that no field prepared. */
function decimalSql(value: CallValue, { literals, expressions }: Backend): string | null {
  const sql = constantSql(value, literals);
  return sql === null ? null : expressions.computed(literals.decimal(sql, null), 'numeric');
}
