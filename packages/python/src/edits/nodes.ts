import type { ClassDefinition, Expression, Statement } from '../syntax/ast';

/** A node of the syntax tree, whichever. */
export type Node = Expression | Statement;

/** Every expression and statement under some nodes, themselves first; functions' bodies left out. */
export function nodesWithin(value: unknown): readonly Node[] {
  const nodes: Node[] = [];
  gather(value, nodes);
  return nodes;
}

function gather(value: unknown, nodes: Node[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && isNode(value)) nodes.push(value);
  for (const member of Object.values(value)) gather(member, nodes);
}

function isNode(value: object): value is Node {
  return 'kind' in value && 'start' in value;
}

/** Every class statement of a module or class body, nested ones too. */
export function classesIn(body: readonly Statement[]): readonly ClassDefinition[] {
  return nodesWithin(body).filter((node) => node.kind === 'class');
}
