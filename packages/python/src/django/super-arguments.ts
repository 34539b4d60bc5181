import type { PythonProgram } from '../syntax/program';
import type { CallValue, ClassValue } from '../syntax/value';

/** The arguments that reach the class above all of `own` when the first of them is called so. */
export function superArguments(
  call: CallValue,
  _own: readonly ClassValue[],
  _program: PythonProgram,
): Pick<CallValue, 'positional' | 'keywords' | 'complete'> {
  return call;
}
