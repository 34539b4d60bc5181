import type { Plan, VerdictOptions } from 'canonical-schema';

/** The options that change a verdict, as far as they are given. */
export function verdictOptions({ rules, strict, maxWarnings, baseline }: Plan['options']): VerdictOptions {
  return JSON.parse(JSON.stringify({ rules, strict, maxWarnings, baseline }));
}
