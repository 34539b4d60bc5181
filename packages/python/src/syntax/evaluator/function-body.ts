import type { Expression, Statement } from '../ast';
import { functionBody } from '../convert-statements';
import type { FunctionBehind } from './world';

/** The statements of a function's body; of a lambda the one expression. */
export function codeBehind({ definition, frame }: FunctionBehind): readonly (Expression | Statement)[] {
  return definition.kind === 'lambda' ? [definition.body] : functionBody(definition, frame.module.source.text);
}
