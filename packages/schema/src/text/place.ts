import type { Span } from './span';

/** Where a fact stands. `path` is POSIX and relative to the host's root; line and column count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The whole object's range, for writers and suppressions; never printed. */
  readonly span: Span;
}
