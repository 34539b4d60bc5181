import type { A_Const, CaseExpr, Node, SQLValueFunction, SubLink } from '../parser/postgres';
import { columnTypeOf } from '../types/type-name';
import { readCall } from './call';
import { casted } from './cast';
import { comparison, unified } from './comparison';
import { joined, negation, withoutNullGuards } from './conditions';
import { numberLiteral } from './number-literal';
import { opaque } from './opaque';
import { quoteName } from './quote';
import { readOperator } from './read-operator';
import type { ExpressionContext, Step, Term, Test } from './term';

/** The normal form of a parsed expression. The tree's depth is the caller's to limit. */
export function readTerm(node: Node, context: ExpressionContext): Term {
  if ('A_Const' in node) return readConstant(node.A_Const);
  if ('ColumnRef' in node) return readColumn(node, context);
  if ('TypeCast' in node) {
    const { arg, typeName } = node.TypeCast;
    return arg && typeName ? casted(readTerm(arg, context), columnTypeOf(typeName).type) : opaque(node);
  }
  if ('A_Expr' in node) return readOperator(node.A_Expr, (each) => readTerm(each, context)) ?? opaque(node);
  if ('BoolExpr' in node) return readLogic(node, context);
  if ('FuncCall' in node) return readCall(node.FuncCall, (each) => readTerm(each, context)) ?? opaque(node);
  if ('NullTest' in node) {
    const test: Test = node.NullTest.nulltesttype === 'IS_NOT_NULL' ? 'NOT NULL' : 'NULL';
    return { kind: 'test', of: readPart(node.NullTest.arg, context), test };
  }
  if ('BooleanTest' in node) {
    const test = booleanTests[node.BooleanTest.booltesttype ?? ''];
    return test === undefined ? opaque(node) : { kind: 'test', of: readPart(node.BooleanTest.arg, context), test };
  }
  return readCompound(node, context);
}

function readCompound(node: Node, context: ExpressionContext): Term {
  if ('CoalesceExpr' in node) return callOf('coalesce', unified(readAll(node.CoalesceExpr.args, context)));
  if ('MinMaxExpr' in node) {
    const name = node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest';
    return callOf(name, unified(readAll(node.MinMaxExpr.args, context)));
  }
  if ('CaseExpr' in node) return readCase(node.CaseExpr, context);
  if ('A_ArrayExpr' in node) return { kind: 'array', items: readAll(node.A_ArrayExpr.elements, context), type: null };
  if ('RowExpr' in node) return { kind: 'row', items: readAll(node.RowExpr.args, context) };
  if ('CollateClause' in node) {
    const names = (node.CollateClause.collname ?? []).map(nameOf);
    const collation = names.filter((name, at) => at > 0 || name !== 'pg_catalog').map(quoteName);
    return { kind: 'collate', of: readPart(node.CollateClause.arg, context), collation: collation.join('.') };
  }
  if ('A_Indirection' in node) {
    const path = readSteps(node.A_Indirection.indirection ?? [], context);
    return path === null ? opaque(node) : { kind: 'element', of: readPart(node.A_Indirection.arg, context), path };
  }
  if ('SQLValueFunction' in node) return readValueFunction(node.SQLValueFunction) ?? opaque(node);
  if ('SubLink' in node && isSubquery(node.SubLink)) return opaque(node);
  return opaque(node);
}

function isSubquery(link: SubLink): boolean {
  return link.subselect !== undefined;
}

function readPart(node: Node | undefined, context: ExpressionContext): Term {
  return node === undefined ? { kind: 'null' } : readTerm(node, context);
}

function readAll(nodes: readonly Node[] | undefined, context: ExpressionContext): readonly Term[] {
  return (nodes ?? []).map((node) => readTerm(node, context));
}

function callOf(name: string, args: readonly Term[]): Term {
  return { kind: 'call', name, args, variadic: false };
}

function readConstant(constant: A_Const): Term {
  if (constant.isnull) return { kind: 'null' };
  if (constant.boolval !== undefined) return { kind: 'boolean', value: constant.boolval.boolval ?? false };
  if (constant.ival !== undefined) return { kind: 'number', digits: String(constant.ival.ival ?? 0), type: 'integer' };
  if (constant.fval !== undefined) {
    const text = constant.fval.fval ?? '0';
    return numberLiteral(text) ?? { kind: 'sql', sql: text, type: 'numeric', columns: false };
  }
  if (constant.bsval !== undefined) {
    const text = constant.bsval.bsval ?? '';
    return { kind: 'sql', sql: `${text.slice(0, 1).toUpperCase()}'${text.slice(1)}'`, type: 'bit', columns: false };
  }
  return { kind: 'string', text: constant.sval?.sval ?? '', type: null };
}

/** The table or schema before a column says nothing: an expression reads one table's columns only. */
function readColumn(node: Extract<Node, { ColumnRef: unknown }>, context: ExpressionContext): Term {
  const last = (node.ColumnRef.fields ?? []).at(-1);
  if (last === undefined || !('String' in last)) return opaque(node);
  const name = nameOf(last);
  return { kind: 'column', name, type: context.columnType(name) };
}

function readLogic(node: Extract<Node, { BoolExpr: unknown }>, context: ExpressionContext): Term {
  const { boolop, args = [] } = node.BoolExpr;
  const operands = readAll(args, context);
  const [first] = operands;
  if (boolop === 'AND_EXPR') return joined('and', operands);
  if (boolop === 'OR_EXPR') return joined('or', operands);
  return first === undefined ? opaque(node) : negation(first);
}

/**
 * The normal form of a CHECK's expression: as `readTerm`, but where NULL counts as true (under ANDs and ORs and one
 * NOT), the guards that Django's `~Q` adds are dropped.
 */
export function readCheck(node: Node, context: ExpressionContext): Term {
  if (!('BoolExpr' in node)) return readTerm(node, context);
  const { boolop, args = [] } = node.BoolExpr;
  if (boolop !== 'NOT_EXPR') {
    return joined(
      boolop === 'AND_EXPR' ? 'and' : 'or',
      args.map((arg) => readCheck(arg, context)),
    );
  }
  const inner = readAll(args, context)[0];
  if (inner === undefined) return opaque(node);
  return negation(inner.kind === 'and' ? joined('and', withoutNullGuards(inner.operands)) : inner);
}

const booleanTests: Readonly<Record<string, Test>> = {
  IS_TRUE: 'TRUE',
  IS_NOT_TRUE: 'NOT TRUE',
  IS_FALSE: 'FALSE',
  IS_NOT_FALSE: 'NOT FALSE',
  IS_UNKNOWN: 'UNKNOWN',
  IS_NOT_UNKNOWN: 'NOT UNKNOWN',
};

function readCase(expression: CaseExpr, context: ExpressionContext): Term {
  const subject = expression.arg === undefined ? null : readTerm(expression.arg, context);
  const whens = (expression.args ?? []).flatMap((arg) => ('CaseWhen' in arg ? [arg.CaseWhen] : []));
  const results = whens.map((when) => readPart(when.result, context));
  const otherwise = expression.defresult === undefined ? null : readTerm(expression.defresult, context);
  const values = unified(otherwise === null ? results : [...results, otherwise]);
  const branches = whens.map((when, index) => ({
    when: branchCondition(subject, readPart(when.expr, context)),
    result: values[index] ?? { kind: 'null' },
  }));
  const last = otherwise === null ? null : (values.at(-1) ?? null);
  return { kind: 'case', subject: null, branches, otherwise: last?.kind === 'null' ? null : last };
}

/** `CASE a WHEN 1` asks the same as `CASE WHEN a = 1`. */
function branchCondition(subject: Term | null, when: Term): Term {
  return subject === null ? when : comparison('=', subject, when);
}

function readSteps(nodes: readonly Node[], context: ExpressionContext): readonly Step[] | null {
  const steps: Step[] = [];
  for (const node of nodes) {
    const one = readStep(node, context);
    if (one === null) return null;
    steps.push(one);
  }
  return steps;
}

function readStep(node: Node, context: ExpressionContext): Step | null {
  if ('String' in node) return { kind: 'field', name: nameOf(node) };
  if (!('A_Indices' in node)) return null;
  const { is_slice, lidx, uidx } = node.A_Indices;
  const to = uidx === undefined ? null : readTerm(uidx, context);
  if (!is_slice) return to === null ? null : { kind: 'index', index: to };
  return { kind: 'slice', from: lidx === undefined ? null : readTerm(lidx, context), to };
}

const valueFunctions: Readonly<Record<string, readonly [sql: string, type: string | undefined]>> = {
  CURRENT_DATE: ['CURRENT_DATE', 'date'],
  CURRENT_TIME: ['CURRENT_TIME', 'time with time zone'],
  CURRENT_TIMESTAMP: ['CURRENT_TIMESTAMP', 'timestamp with time zone'],
  LOCALTIME: ['LOCALTIME', 'time without time zone'],
  LOCALTIMESTAMP: ['LOCALTIMESTAMP', 'timestamp without time zone'],
  CURRENT_ROLE: ['CURRENT_USER', 'name'],
  CURRENT_USER: ['CURRENT_USER', 'name'],
  USER: ['CURRENT_USER', 'name'],
  SESSION_USER: ['SESSION_USER', 'name'],
  CURRENT_CATALOG: ['CURRENT_CATALOG', 'name'],
  CURRENT_SCHEMA: ['CURRENT_SCHEMA', 'name'],
};

function readValueFunction(value: SQLValueFunction): Term | null {
  const name = (value.op ?? '').replace(/^SVFOP_/, '');
  if (name === 'CURRENT_TIMESTAMP') return callOf('now', []);
  const [sql, type] = valueFunctions[name.replace(/_N$/, '')] ?? [];
  if (sql === undefined) return null;
  const precision = name.endsWith('_N') ? `(${value.typmod ?? 0})` : '';
  return { kind: 'sql', sql: sql + precision, type, columns: false };
}

function nameOf(node: Node): string {
  return 'String' in node ? (node.String.sval ?? '') : '';
}
