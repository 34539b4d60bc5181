/** Choices that are the same on every machine: Lehmer's generator from one seed. */
export class Seeded {
  constructor(private state: number) {}

  /** A whole number below the bound. */
  below(bound: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state % bound;
  }

  /** One of the items. */
  one<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  /** The items in another order. */
  shuffled<T>(items: readonly T[]): readonly T[] {
    return items
      .map((item) => ({ item, order: this.below(1_000_003) }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }
}
