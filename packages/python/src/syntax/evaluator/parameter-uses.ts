import type { Expression } from '../ast';
import type { FunctionBehind } from './world';

/**
 * What a function's body does with one of its parameters: the dotted attributes that it names (`connection.alias`), and
 * an empty text where it passes the parameter itself on.
 */
export function parameterUses({ definition }: FunctionBehind, index: number): readonly string[] {
  const name = definition.parameters[index]?.name;
  if (name === undefined) return [];
  const uses = new Set<string>();
  const pending: unknown[] = definition.kind === 'lambda' ? [definition.body] : [...definition.body()];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const chain = isExpression(node) ? chainFrom(node, name) : null;
    if (chain !== null) uses.add(chain);
    else pending.push(...partsOf(node));
  }
  return [...uses];
}

function isExpression(node: object): node is Expression {
  return 'kind' in node;
}

/** `a.b` of `name.a.b`, an empty text for `name` itself; null for anything else. */
function chainFrom(node: Expression, name: string): string | null {
  const parts: string[] = [];
  let at: Expression = node;
  while (at.kind === 'attribute') {
    parts.unshift(at.name);
    at = at.of;
  }
  return at.kind === 'name' && at.name === name ? parts.join('.') : null;
}

/** The bodies of functions inside are parsed when asked for. */
function partsOf(node: object): readonly unknown[] {
  const parts: unknown[] = Array.isArray(node) ? node : Object.values(node);
  return parts.flatMap((part) => (typeof part === 'function' ? (part.call(node) as readonly unknown[]) : [part]));
}
