import type { Code } from '../../edits/code';

/** Why SQLAlchemy cannot say something, as a phrase that completes "cannot be written: …". */
export interface Unwritable {
  readonly unwritable: string;
}

/** Something that SQLAlchemy cannot say. */
export function unwritable(why: string): Unwritable {
  return { unwritable: why };
}

/** Is there no code, but a reason? */
export function isUnwritable(answer: Code | Unwritable): answer is Unwritable {
  return typeof answer !== 'string' && 'unwritable' in answer;
}
