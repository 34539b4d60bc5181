/** Things that wait for each other in a circle. */
export class CircularDependencies extends Error {
  override readonly name = 'CircularDependencies';
}

interface Node<T> {
  readonly of: T;
  waiting: number;
  readonly successors: Node<T>[];
}

/**
 * The items with what they wait for before them, in the order of Python's `TopologicalSorter.static_order()` when it is
 * told of them one after the other. Throws `CircularDependencies`.
 */
export function topologicalOrder<T>(
  items: readonly T[],
  waitsFor: (item: T) => readonly (readonly T[])[],
): readonly T[] {
  const nodes = new Map<T, Node<T>>();
  const nodeOf = (of: T): Node<T> => {
    const known = nodes.get(of);
    if (known !== undefined) return known;
    const node: Node<T> = { of, waiting: 0, successors: [] };
    nodes.set(of, node);
    return node;
  };
  for (const item of items) {
    const node = nodeOf(item);
    for (const predecessors of waitsFor(item)) {
      node.waiting += predecessors.length;
      for (const predecessor of predecessors) nodeOf(predecessor).successors.push(node);
    }
  }
  const order: T[] = [];
  let ready = [...nodes.values()].filter(({ waiting }) => waiting === 0);
  while (ready.length > 0) {
    const next: Node<T>[] = [];
    for (const { of, successors } of ready) {
      order.push(of);
      for (const successor of successors) {
        successor.waiting -= 1;
        if (successor.waiting === 0) next.push(successor);
      }
    }
    ready = next;
  }
  if (order.length < nodes.size) throw new CircularDependencies('some of its operations wait for each other');
  return order;
}

/** The same as Django below 5.0 does it: layer by layer, each in the order of the items. */
export function layeredOrder<T>(items: readonly T[], waitsFor: (item: T) => readonly (readonly T[])[]): readonly T[] {
  const left = new Map(items.map((item) => [item, new Set(waitsFor(item).flat())]));
  const order: T[] = [];
  while (left.size > 0) {
    const ready = items.filter((item) => left.get(item)?.size === 0);
    if (ready.length === 0) throw new CircularDependencies('some of its operations wait for each other');
    order.push(...ready);
    for (const item of ready) left.delete(item);
    for (const waited of left.values()) for (const item of ready) waited.delete(item);
  }
  return order;
}
