import type { PlanFlags } from 'canonical-schema';

/** The options that answer what would be asked on a terminal. */
export interface AnswerOptions extends Omit<PlanFlags, 'dryRun' | 'fill'> {
  /** One answer, which may have commas in it, or several. */
  readonly fill?: string | readonly string[];
}

/** The options as the commands have them. */
export function planFlagsOf({ fill, ...others }: AnswerOptions): PlanFlags {
  if (fill === undefined) return others;
  return { ...others, fill: typeof fill === 'string' ? [fill] : fill };
}
