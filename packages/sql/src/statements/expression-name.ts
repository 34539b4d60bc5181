import { kindOf, stringOf, stringsOf } from '../fold/tree';
import type { Node } from '../parser/postgres';

/** What PostgreSQL calls an expression where a column's name is needed; null for `expr`. Source: `FigureColname`. */
export function expressionName(node: Node): string | null {
  if ('ColumnRef' in node) return lastName(node.ColumnRef.fields);
  if ('FuncCall' in node) return stringsOf(node.FuncCall.funcname).at(-1) ?? null;
  if ('TypeCast' in node) {
    const { arg, typeName } = node.TypeCast;
    return (arg && expressionName(arg)) ?? stringsOf(typeName?.names).at(-1) ?? null;
  }
  if ('CollateClause' in node) return node.CollateClause.arg ? expressionName(node.CollateClause.arg) : null;
  if ('A_Indirection' in node) return node.A_Indirection.arg ? expressionName(node.A_Indirection.arg) : null;
  if ('CaseExpr' in node) return (node.CaseExpr.defresult && expressionName(node.CaseExpr.defresult)) ?? 'case';
  if ('MinMaxExpr' in node) return node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest';
  if ('A_Expr' in node) return node.A_Expr.kind === 'AEXPR_NULLIF' ? 'nullif' : null;
  return fixedNames[kindOf(node)] ?? null;
}

const fixedNames: Readonly<Record<string, string>> = { CoalesceExpr: 'coalesce', A_ArrayExpr: 'array', RowExpr: 'row' };

function lastName(fields: readonly Node[] | undefined): string | null {
  const name = stringOf(fields?.at(-1));
  return name === '' ? null : name;
}
