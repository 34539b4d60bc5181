import type { VerbFlags } from 'canonical-schema';
import type { AnswerOptions } from '../plan/answer-options';

/** The options of the generators that change the canonical file, as their schemas name them; each has some. */
export interface ChangeOptions extends Omit<VerbFlags, 'index' | 'columns' | 'default'>, AnswerOptions {
  readonly table?: string;
  readonly column?: string;
  /** Of `rename-column` and `rename-table`. */
  readonly to?: string;
  readonly index?: boolean | string | readonly string[];
  readonly columns?: string | readonly string[];
  /** Nx makes numbers and booleans of texts that look like them. */
  readonly default?: string | number | boolean;
  /** A file of statements to make instead. */
  readonly from?: string;
  /** Which canonical file, where there are several. */
  readonly schema?: string;
  readonly inline?: boolean;
  /** Positional words beyond those that have a name. */
  readonly _?: readonly (string | number)[];
}
