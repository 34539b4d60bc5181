import { parseColumnType } from '@canonical-schema/schema';
import type { Backend } from '../../backends';
import type { FieldProblem } from './field-writing';
import { type CallCode, imported, positional } from './python-code';
import { fieldRows } from './rows';
import type { FieldOfType, TypeQuestion } from './rows/field-rows';

export { type FieldOfType, modelsModule, type TypeQuestion } from './rows/field-rows';

/** No field of Django's has the type. */
export interface NoFieldOfType extends FieldProblem {
  readonly kind: 'none';
}

/** The field class of a type in normal form on a backend's server; or why there is none. */
export function fieldOfType(type: string, question: TypeQuestion, backend: Backend): FieldOfType | NoFieldOfType {
  const { base, modifiers, array } = parseColumnType(type);
  const rows = fieldRows(backend);
  const row = rows.rowOf(type) ?? rows.rowOf(base);
  const answer = row?.(modifiers, array ? { ...question, positive: false, counts: false } : question);
  if (answer === undefined || typeof answer === 'string') return noField(type, rows.nearRelativeOf(base), answer);
  return array ? arrayOf(answer) : answer;
}

function arrayOf({ module, name, args }: FieldOfType): FieldOfType {
  const element: CallCode = { kind: 'call', callee: imported(module, name), args };
  return { kind: 'field', module: 'django.contrib.postgres.fields', name: 'ArrayField', args: [positional(element)] };
}

function noField(type: string, near: string | undefined, why: string | undefined): NoFieldOfType {
  const fact = why === undefined ? '' : `: ${why}`;
  return {
    kind: 'none',
    why: `No field of Django's makes the type ${type}${fact}.`,
    remedy:
      near === undefined
        ? `Write a field class whose db_type() returns "${type}", or choose another type in the SQL.`
        : `Use ${near} in the SQL, or write a field class whose db_type() returns "${type}".`,
  };
}
