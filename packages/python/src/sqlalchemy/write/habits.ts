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

  /** The nearest circle that has any columns, and those around it. */
  get columns(): readonly SourceColumn[] {
    return this.circles.flat();
  }
}
