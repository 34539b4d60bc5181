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
  /** The date of the version log's entry: `2026-11-23`. */
  readonly today: string;
  /** The minute that a migration's header and name tell: `2026-11-23 02:10`. */
  readonly now: string;
  /** How far imports are followed; through the whole workspace if not given. */
  readonly reach?: Reach;
}

/** A change of the canonical file that everything else has to follow. */
export interface ChangeOfSchema extends PlanRequest {
  /** Ordinary statements: `ALTER TABLE stocks ADD COLUMN market_cap bigint`. */
  readonly sql: string;
  /** What the statements are called in messages: the change file's path, or the command's own words. */
  readonly sqlName?: string;
  /** `append`: idempotent statements at the end of the table's section. `inline`: in the CREATE TABLE where that can be. */
  readonly placement?: 'append' | 'inline';
  /** What the new column or table is for; becomes a COMMENT ON. */
  readonly comment?: string;
}

/** A canonical file that was changed already, for the sources to follow. */
export type SyncOfSchema = PlanRequest;
