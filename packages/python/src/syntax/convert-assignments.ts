import type { Expression, Statement } from './ast';
import { type Conversion, fieldOf, nameOf, spanOf } from './conversion';
import { expressionOf } from './convert-expressions';
import type { SyntaxNode } from './parser';

/** An expression that stands alone, or an assignment of one of the three kinds. */
export function expressionStatement(node: SyntaxNode, c: Conversion): Statement {
  const only = node.children[0];
  if (node.children.length === 1 && only?.type === 'assignment') return assignment(only, c);
  if (node.children.length === 1 && only?.type === 'augmented_assignment') {
    return {
      kind: 'augmented',
      target: expressionOf(fieldOf(only, 'left'), c),
      operator: nameOf(fieldOf(only, 'operator'), c).replace(/=$/, ''),
      value: expressionOf(fieldOf(only, 'right'), c),
      ...spanOf(node, c),
    };
  }
  const value: Expression =
    node.children.length === 1
      ? expressionOf(only, c)
      : { kind: 'tuple', items: node.children.map((child) => expressionOf(child, c)), ...spanOf(node, c) };
  return { kind: 'expression', value, ...spanOf(node, c) };
}

function assignment(node: SyntaxNode, c: Conversion): Statement {
  const type = fieldOf(node, 'type');
  const right = fieldOf(node, 'right');
  const target = expressionOf(fieldOf(node, 'left'), c);
  if (type !== null) {
    const value = right === null ? null : expressionOf(right, c);
    return { kind: 'annotated', target, annotation: expressionOf(type, c), value, ...spanOf(node, c) };
  }
  const targets = [target];
  let value = right;
  while (value?.type === 'assignment') {
    targets.push(expressionOf(fieldOf(value, 'left'), c));
    value = fieldOf(value, 'right');
  }
  return { kind: 'assign', targets, value: expressionOf(value, c), ...spanOf(node, c) };
}
