import type { Answers } from './answers';

/** Something that files do not say and a person has to. */
export interface Question {
  /** Stays the same from plan to plan: `rename stocks.symbol`, `app orders`, `data-loss stocks.symbol`. */
  readonly id: string;
  /** The question, as a whole sentence with a question mark. */
  readonly message: string;
  readonly choices: readonly Choice[];
}

/** One answer to a question. */
export interface Choice {
  /** What it means, in a few words. */
  readonly label: string;
  /** The flag of the command line that gives it: `--rename stocks.symbol=ticker`. */
  readonly flag: string;
  /** What to merge into the answers of the next plan. */
  readonly answers: Answers;
}
