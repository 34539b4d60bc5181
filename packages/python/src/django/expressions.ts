import { type Fact, unreadable } from '@canonical-schema/schema';
import type { Value } from '../syntax/value';

export interface ExpressionModel {
  column(fieldPath: string): {
    readonly column: string;
    readonly type: Fact<string>;
    readonly nullable: boolean;
    readonly field: string;
  } | null;
}

export function renderCondition(_value: Value, _model: ExpressionModel): Fact<string> {
  return unreadable('conditions are not read yet');
}

export function renderExpression(_value: Value, _model: ExpressionModel): Fact<string> {
  return unreadable('expressions are not read yet');
}
