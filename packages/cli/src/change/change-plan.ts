import type { ChangedFile, Finding, Hazard, Refused } from '@canonical-schema/schema';
import type { Question } from './question';

/** Everything that a change or a sync would do. Nothing is written yet. */
export interface ChangePlan {
  /** The canonical SQL file. */
  readonly canonical: string;
  /** What would be written: whole texts without a byte-order mark, sorted by path; empty where the plan is blocked. */
  readonly files: readonly ChangedFile[];
  /** What the changes of the canonical file do to a database with rows and users, to be said before anything is written. */
  readonly hazards: readonly Hazard[];
  /** What could not be written, and what to do by hand. One of these blocks the plan. */
  readonly refused: readonly Refused[];
  /** What a person has to decide first; ask, merge the answers, and plan again. One of these blocks the plan. */
  readonly questions: readonly Question[];
  /** Errors and warnings that the new state has and the old one had not. One of these blocks the plan. */
  readonly newFindings: readonly Finding[];
  /** Errors and warnings that were there before and no longer are. */
  readonly mended: readonly Finding[];
  /** Errors and warnings that were there before and still are: no writer mends them. */
  readonly left: readonly Finding[];
}

/** Is there something in the plan that keeps all of it from being written? */
export function isBlocked({ refused, questions, newFindings }: ChangePlan): boolean {
  return refused.length > 0 || questions.length > 0 || newFindings.length > 0;
}
