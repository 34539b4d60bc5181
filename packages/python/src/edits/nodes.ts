import type { ClassDefinition, Expression, Statement } from '../syntax/ast';

/** A node of the syntax tree, whichever. */
export type Node = Expression | Statement;

/** Every expression and statement under some nodes, themselves first; functions' bodies left out. */
export function* nodesWithin(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodesWithin(each);
  } else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) yield value;
    for (const member of Object.values(value)) yield* nodesWithin(member);
  }
}

function isNode(value: object): value is Node {
  return 'kind' in value && 'start' in value;
}

/** Every class statement of a module or class body, nested ones too. */
export function* classesIn(body: readonly Statement[]): Generator<ClassDefinition> {
  for (const node of nodesWithin(body)) if (node.kind === 'class') yield node;
}
