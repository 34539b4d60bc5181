import type { Code } from '@canonical-schema/schema';
import type { ChangeRequest, Placement } from '@canonical-schema/sql/write';
import type { Reach } from '../host/sources';
import type { LintRuleOptions, VerdictOptions } from '../options/plugin-options';
import type { PlannedSchema } from '../plan/plan';
import type { Answers } from './answers';

/** What every plan is made from, besides the files. */
export interface PlanRequest {
  readonly schema: PlannedSchema;
  /** The options that decide severities: a finding that is tolerated, suppressed or in the baseline is not mended. */
  readonly verdict?: VerdictOptions;
  /** Where the newest entry of the version log stands is said here. */
  readonly lint?: LintRuleOptions;
  readonly answers?: Answers;
  /** The git revision that renames are told from where `NX_BASE` names none; `main` if not given. */
  readonly base?: string;
  /** The date of the version log's entry: `2026-11-23`. */
  readonly today: string;
  /** The minute that a migration's header and name tell: `2026-11-23 02:10`. */
  readonly now: string;
  /** How far imports are followed; through the whole workspace if not given. */
  readonly reach?: Reach;
}

/** A change of the canonical file that everything else has to follow. */
export interface ChangeOfSchema extends PlanRequest {
  readonly change: RequestedChange;
  /** `append` if not given. */
  readonly placement?: Placement;
}

/** What is asked for: options, as generators and commands have them, or the statements of a change file. */
export type RequestedChange =
  | { readonly kind: 'requests'; readonly requests: readonly ChangeRequest[] }
  | { readonly kind: 'file'; readonly path: string; readonly sql: string };

/** A canonical file that was changed already, for the sources to follow. */
export interface SyncOfSchema extends PlanRequest {
  /** The findings to mend; all if not given. */
  readonly codes?: readonly Code[];
}
