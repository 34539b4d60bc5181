import type { Expression } from '../syntax/ast';
import { moduleSyntax } from '../syntax/convert-statements';

/** `Model.__table__.c.id` as `Model` and `['__table__', 'c', 'id']`. */
export interface WrittenAttribute {
  readonly name: string;
  readonly path: readonly string[];
}

/** Every `name.attribute` among the arguments of a call, in order, those of calls within it included. */
export function attributesWritten(call: string): readonly WrittenAttribute[] {
  const [statement] = moduleSyntax(call).body;
  if (statement?.kind !== 'expression') return [];
  const found: WrittenAttribute[] = [];
  visit(statement.value, found, 0);
  return found;
}

const deepest = 20;

function visit(expression: Expression, found: WrittenAttribute[], depth: number): void {
  if (depth > deepest) return;
  if (expression.kind === 'attribute') visitAttribute(expression, found, depth);
  if (expression.kind !== 'call') return;
  visit(expression.callee, found, depth + 1);
  for (const argument of expression.args) visit(argument.value, found, depth + 1);
}

function visitAttribute(expression: Expression, found: WrittenAttribute[], depth: number): void {
  const path: string[] = [];
  let owner = expression;
  while (owner.kind === 'attribute') {
    path.unshift(owner.name);
    owner = owner.of;
  }
  if (owner.kind === 'name') found.push({ name: owner.name, path });
  else visit(owner, found, depth + 1);
}
