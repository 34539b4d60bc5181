import type { Place } from '@canonical-schema/schema';

/** Why something cannot be written, and what a person does instead. Both are whole sentences. */
export interface Problem {
  readonly why: string;
  readonly remedy: string;
  /** Where it stands; absent where there is no such place. */
  readonly place?: Place;
}

/** Is the answer a reason why there is none? */
export function isProblem<T>(answer: T | Problem): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'why' in answer && 'remedy' in answer;
}
