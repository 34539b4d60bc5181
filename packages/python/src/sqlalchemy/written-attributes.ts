import type { Expression } from '../syntax/ast';
import { moduleSyntax } from '../syntax/convert-statements';

/** Every `name.attribute` among the arguments of a call, in order, calls within it included. */
export function attributesWritten(call: string): readonly (readonly [name: string, attribute: string])[] {
  const [statement] = moduleSyntax(call).body;
  if (statement?.kind !== 'expression') return [];
  const found: (readonly [string, string])[] = [];
  visit(statement.value, found, 0);
  return found;
}

const deepest = 20;

function visit(expression: Expression, found: (readonly [string, string])[], depth: number): void {
  if (depth > deepest) return;
  if (expression.kind === 'attribute') {
    if (expression.of.kind === 'name') found.push([expression.of.name, expression.name]);
    else visit(expression.of, found, depth + 1);
  }
  if (expression.kind !== 'call') return;
  visit(expression.callee, found, depth + 1);
  for (const argument of expression.args) visit(argument.value, found, depth + 1);
}
