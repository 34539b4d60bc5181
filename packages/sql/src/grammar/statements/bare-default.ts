import type { Expression } from '../expression-tree';

const moments: ReadonlySet<string> = new Set(['now', 'current_timestamp', 'localtime', 'localtimestamp']);

/** Types whose columns have no DEFAULT but an expression. */
const withoutLiterals = /^(?:(?:tiny|medium|long)?(?:text|blob)|json|geometry|point|linestring|polygon|multi\w+)$/;

/** Why MySQL takes no DEFAULT of a type that stands there without brackets; null where it takes it. */
export function bareDefaultProblem(value: Expression, type: string): string | null {
  if (value.kind === 'null') return null;
  if (withoutLiterals.test(type)) return `takes no literal as the DEFAULT of a ${type}; write it in brackets`;
  const isCall = value.kind === 'call' && !moments.has(value.name);
  return isCall ? `takes ${value.name} as a DEFAULT in brackets only` : null;
}
