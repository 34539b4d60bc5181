import type { Change, Code, Severity, Source, SourcedPlace, Subject } from '@canonical-schema/schema';
import type { Alignment, ColumnPair, ForeignKeyPair, Judgement, TablePair } from '../align/alignment';

/** What a rule has to say: a finding without the parts that are the same for all findings of the rule. */
export interface Departure {
  readonly subject: Subject;
  /** Fact, place, remedy, without blame. */
  readonly message: string;
  /** Canonical side first. */
  readonly places: readonly SourcedPlace[];
  readonly departs: Source;
  /** Where it is not the code's default. */
  readonly severity?: Severity;
  /** True where `mirror: "subset"` allows it: no option makes it heavier. */
  readonly isAllowed?: boolean;
  /** The changes of the departing source that would mend it; empty or absent where there are none. */
  readonly repair?: readonly Change[];
  readonly canonical?: unknown;
  readonly actual?: unknown;
}

/**
 * One rule, for one code, in the file named by the code. A pure function from what was aligned to departures; `over`
 * says what it is asked about.
 */
export type Rule = { readonly code: Code } & (
  | { readonly over: 'judgement'; judge(judgement: Judgement): readonly Departure[] }
  | { readonly over: 'reading'; judge(alignment: Alignment): readonly Departure[] }
  | { readonly over: 'table'; judge(table: TablePair): readonly Departure[] }
  | { readonly over: 'column'; judge(column: ColumnPair, table: TablePair): readonly Departure[] }
  | { readonly over: 'foreign-key'; judge(key: ForeignKeyPair, table: TablePair): readonly Departure[] }
);
