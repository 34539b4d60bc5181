import type { A_Expr, Node } from '../parser/postgres';
import { comparison, isComparison, leveled, membership, quantified } from './comparison';
import { joined, negation } from './conditions';
import { operation, prefixed } from './operation';
import type { Term } from './term';

type Read = (node: Node) => Term;

/** The normal form of an operator expression; null where it has a shape that is not known here. */
export function readOperator(expression: A_Expr, read: Read): Term | null {
  const { kind, lexpr, rexpr } = expression;
  const operator = operatorName(expression.name ?? []);
  if (rexpr === undefined) return null;
  if (lexpr === undefined) return kind === 'AEXPR_OP' ? prefixed(operator, read(rexpr)) : null;
  switch (kind) {
    case 'AEXPR_OP':
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
    case 'AEXPR_SIMILAR':
      return infix(operator, read(lexpr), read(rexpr));
    case 'AEXPR_OP_ANY':
      return quantified(operator, read(lexpr), 'ANY', read(rexpr));
    case 'AEXPR_OP_ALL':
      return quantified(operator, read(lexpr), 'ALL', read(rexpr));
    case 'AEXPR_DISTINCT':
      return comparison('IS DISTINCT FROM', read(lexpr), read(rexpr));
    case 'AEXPR_NOT_DISTINCT':
      return comparison('IS NOT DISTINCT FROM', read(lexpr), read(rexpr));
    case 'AEXPR_NULLIF':
      return { kind: 'call', name: 'nullif', args: leveled('=', read(lexpr), read(rexpr)), variadic: false };
    case 'AEXPR_IN':
      return membership(read(lexpr), itemsOf(rexpr).map(read), operator === '<>');
    default:
      return between(kind ?? '', read(lexpr), itemsOf(rexpr).map(read));
  }
}

/** `OPERATOR(pg_catalog.=)` is `=`; another schema stays, for its operator may be another one. */
function operatorName(names: readonly Node[]): string {
  const parts = names.map((name) => ('String' in name ? (name.String.sval ?? '') : ''));
  const symbol = parts.at(-1) ?? '';
  const own = parts.length === 1 || parts[0] === 'pg_catalog' || parts[0] === 'public';
  const plain = symbol === '!=' ? '<>' : symbol;
  return own ? plain : `OPERATOR(${parts.slice(0, -1).join('.')}.${plain})`;
}

function infix(operator: string, left: Term, right: Term): Term {
  return isComparison(operator) ? comparison(operator, left, right) : operation(operator, left, right);
}

function itemsOf(node: Node): readonly Node[] {
  return 'List' in node ? (node.List.items ?? []) : [node];
}

/** PostgreSQL stores BETWEEN as the two comparisons that it stands for. */
function between(kind: string, of: Term, bounds: readonly Term[]): Term | null {
  const [low, high] = bounds;
  if (low === undefined || high === undefined) return null;
  const within = (from: Term, to: Term) => joined('and', [comparison('>=', of, from), comparison('<=', of, to)]);
  const both = () => joined('or', [within(low, high), within(high, low)]);
  switch (kind) {
    case 'AEXPR_BETWEEN':
      return within(low, high);
    case 'AEXPR_NOT_BETWEEN':
      return negation(within(low, high));
    case 'AEXPR_BETWEEN_SYM':
      return both();
    case 'AEXPR_NOT_BETWEEN_SYM':
      return negation(both());
    default:
      return null;
  }
}
