import type { Node } from '../parser/postgres';

/** The columns that an expression reads, sorted, each once; without their tables. */
export function columnsIn(node: Node): string[] {
  const names = new Set<string>();
  visit(node, (value) => {
    const fields = fieldsOf(value);
    const last: unknown = fields?.at(-1);
    const name = textOf(last);
    if (name !== null) names.add(name);
  });
  return [...names].sort();
}

/** How many levels of objects and arrays the tree has; an operator takes two. */
export function depthOf(node: Node): number {
  let deepest = 0;
  visit(node, (_, depth) => {
    deepest = Math.max(deepest, depth);
  });
  return deepest;
}

/** Every object of a tree, on a stack of its own: the tree may be deeper than the call stack. */
function visit(node: Node, see: (value: object, depth: number) => void): void {
  const waiting: { readonly value: object; readonly depth: number }[] = [{ value: node, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    see(next.value, next.depth);
    for (const child of Object.values(next.value)) {
      if (typeof child === 'object' && child !== null) waiting.push({ value: child, depth: next.depth + 1 });
    }
  }
}

function fieldsOf(value: object): readonly unknown[] | null {
  const reference: unknown = 'ColumnRef' in value ? value.ColumnRef : null;
  if (typeof reference !== 'object' || reference === null || !('fields' in reference)) return null;
  return Array.isArray(reference.fields) ? reference.fields : null;
}

function textOf(field: unknown): string | null {
  if (typeof field !== 'object' || field === null || !('String' in field)) return null;
  const text: unknown = field.String;
  if (typeof text !== 'object' || text === null || !('sval' in text)) return null;
  return typeof text.sval === 'string' ? text.sval : null;
}
