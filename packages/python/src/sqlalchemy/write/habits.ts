import type { SourceColumn } from './source-column';

/** What the columns near a place do, asked of the nearest first: those of the class, of the file, of all models. */
export class Habits {
  constructor(private readonly circles: readonly (readonly SourceColumn[])[]) {}

  /** The answer that most columns give, of the nearest circle that gives any. */
  prevailing<T extends string | boolean>(answer: (column: SourceColumn) => T | null): T | null {
    for (const circle of this.circles) {
      const counts = new Map<T, number>();
      for (const column of circle) {
        const said = answer(column);
        if (said !== null) counts.set(said, (counts.get(said) ?? 0) + 1);
      }
      const [first] = [...counts].sort(([, a], [, b]) => b - a);
      if (first !== undefined) return first[0];
    }
    return null;
  }

  /** The nearest column of which something holds; the latest of its circle. */
  nearest(holds: (column: SourceColumn) => boolean): SourceColumn | null {
    for (const circle of this.circles) {
      const found = circle.findLast(holds);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Do more columns have the one keyword before the other than after it? The nearest circle that has both decides. */
  comesBefore(first: string, second: string): boolean {
    for (const circle of this.circles) {
      const orders = ordersOf(circle);
      const before = orders.get(`${first} ${second}`) ?? 0;
      const after = orders.get(`${second} ${first}`) ?? 0;
      if (before !== after) return before > after;
    }
    return false;
  }
}

/** How often one keyword stands before another, by circle: many tables share those of their file. */
const knownOrders = new WeakMap<readonly SourceColumn[], ReadonlyMap<string, number>>();

function ordersOf(circle: readonly SourceColumn[]): ReadonlyMap<string, number> {
  const known = knownOrders.get(circle);
  if (known !== undefined) return known;
  const orders = new Map<string, number>();
  for (const { call } of circle) {
    const names = (call?.args ?? []).flatMap(({ form, name }) => (form === 'keyword' ? [name] : []));
    for (const [at, first] of names.entries())
      for (const second of names.slice(at + 1))
        orders.set(`${first} ${second}`, (orders.get(`${first} ${second}`) ?? 0) + 1);
  }
  knownOrders.set(circle, orders);
  return orders;
}
