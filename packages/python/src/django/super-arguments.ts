import type { PythonProgram } from '../syntax/program';
import type { CallValue, ClassValue, Value } from '../syntax/value';

/** The arguments that reach a constructor of Django's, and why more may reach it than are listed. */
export interface ReachingArguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly incomplete: string | null;
}

/** The arguments that a call passes itself. */
export function argumentsOf(call: Pick<CallValue, 'positional' | 'keywords' | 'complete'>): ReachingArguments {
  const { positional, keywords, complete } = call;
  return { positional, keywords, incomplete: complete ? null : 'more arguments are passed with * or **' };
}

/** The arguments that reach Django's class under a custom one when that is called so, through each `__init__` on the way. */
export function argumentsThrough(callee: ClassValue, call: CallValue, program: PythonProgram): ReachingArguments {
  const reached = program.superArguments(callee, call);
  if ('kind' in reached && reached.kind === 'unknown') {
    return { positional: [], keywords: new Map(), incomplete: `the arguments of ${callee.name}: ${reached.why}` };
  }
  return 'positional' in reached ? argumentsOf(reached) : argumentsOf(call);
}
