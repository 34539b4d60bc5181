import type { Finding } from '@canonical-schema/schema';

/** What judging came to. */
export interface Verdict {
  /** Sorted by subject, then code, then departing source. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** The counts of a verdict. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly tolerated: number;
  /** Facts, parts and whole sources that could not be read, also where an option hides their findings. */
  readonly unreadable: number;
  /** Tables of the canonical schema that were found in at least one other source. */
  readonly tables: number;
}

/** Does the verdict fail? An error always does; `maxWarnings` says how many warnings are too many, none by default. */
export function verdictFailed({ summary }: Verdict, { maxWarnings }: { readonly maxWarnings?: number } = {}): boolean {
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings);
}
