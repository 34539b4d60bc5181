import type { CallValue, Value } from '../../../syntax/value';
import { dottedName } from '../../constants';
import { djangoName } from '../../expressions/django-name';
import { bitMethods } from '../../expressions/functions';
import { textRepr } from './python-repr';
import type { TermOf } from './standard-values';
import { identityOf, literal, type MadeTerm, NotComparable, type Term, trueTerm } from './term';

/** A `Q` as Django holds it. Source: `django.utils.tree.Node`. */
interface QueryNode {
  readonly connector: 'AND' | 'OR' | 'XOR';
  readonly negated: boolean;
  readonly children: readonly (QueryNode | Term)[];
}

const isNode = (child: QueryNode | Term): child is QueryNode => 'connector' in child;

const made = (path: string, positional: readonly Term[], keywords: Readonly<Record<string, Term>> = {}): MadeTerm => ({
  kind: 'made',
  path,
  positional,
  keywords: new Map(Object.entries(keywords)),
});

/** A `Q`, and what operators and methods make of expressions; null for what is neither. */
export function expressionTerm(value: Value, termOf: TermOf): Term | null {
  const query = queryOf(value, termOf);
  if (query !== null) return queryTerm(query);
  if (value.kind === 'operation') return operationTerm(value.operator, value.operands, termOf);
  return value.kind === 'call' ? methodTerm(value, termOf) : null;
}

function queryTerm({ connector, negated, children }: QueryNode): MadeTerm {
  return made(
    'django.db.models.Q',
    children.map((child) => (isNode(child) ? queryTerm(child) : child)),
    {
      ...(connector === 'AND' ? {} : { _connector: literal(`'${connector}'`) }),
      ...(negated ? { _negated: trueTerm } : {}),
    },
  );
}

const connectors: Readonly<Record<string, QueryNode['connector']>> = { '&': 'AND', '|': 'OR', '^': 'XOR' };

function queryOf(value: Value, termOf: TermOf): QueryNode | null {
  if (value.kind === 'call') return djangoName(value.callee) === 'Q' ? calledQuery(value, termOf) : null;
  if (value.kind !== 'operation') return null;
  const [left, right] = value.operands;
  if (left === undefined) return null;
  if (value.operator === '~') {
    const inner = queryOf(left, termOf);
    return inner === null ? null : { ...inner, negated: !inner.negated };
  }
  const connector = connectors[value.operator];
  if (connector === undefined || right === undefined) return null;
  return combined(connector, operandQuery(left, termOf), operandQuery(right, termOf));
}

/** A conditional expression that is combined with others becomes the only child of a Q. */
function operandQuery(value: Value, termOf: TermOf): QueryNode {
  return queryOf(value, termOf) ?? { connector: 'AND', negated: false, children: [termOf(value)] };
}

/** Source: `Q._combine`, `Node.add`. */
function combined(connector: QueryNode['connector'], left: QueryNode, right: QueryNode): QueryNode {
  if (left.children.length === 0) return right;
  if (right.children.length === 0) return left;
  const isSquashed = (node: QueryNode): boolean =>
    !node.negated && (node.connector === connector || node.children.length === 1);
  const children = [left, right].flatMap((node) => (isSquashed(node) ? node.children : [node]));
  return { connector, negated: false, children };
}

function calledQuery(call: CallValue, termOf: TermOf): QueryNode {
  if (!call.complete) throw new NotComparable(call.why ?? 'a Q has arguments that are not known');
  const keywords = [...call.keywords].filter(([name]) => name !== '_connector' && name !== '_negated');
  const lookups = keywords
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]): Term => ({ kind: 'tuple', items: [literal(textRepr(name)), termOf(value)] }));
  const negated = call.keywords.get('_negated');
  return {
    connector: connectorOf(call.keywords.get('_connector')),
    negated: negated?.kind === 'bool' && negated.value,
    children: [...call.positional.map((child) => queryOf(child, termOf) ?? termOf(child)), ...lookups],
  };
}

function connectorOf(value: Value | undefined): QueryNode['connector'] {
  if (value === undefined || value.kind === 'none') return 'AND';
  const name = value.kind === 'str' ? value.value : (dottedName(value)?.split('.').at(-1) ?? '');
  if (name === 'AND' || name === 'OR' || name === 'XOR') return name;
  throw new NotComparable('a Q has a connector that is not known');
}

/** Operators of Python as Django's expressions name them. */
const operators: Readonly<Record<string, string>> = { '+': '+', '-': '-', '*': '*', '/': '/', '**': '^', '%': '%%' };

function operationTerm(operator: string, operands: readonly Value[], termOf: TermOf): Term | null {
  const [left, right] = operands;
  if (left === undefined) return null;
  if (right === undefined) {
    if (operator === '~') return made('django.db.models.expressions.NegatedExpression', [termOf(left)]);
    return operator === '-' ? combination(termOf(left), '*', made('django.db.models.Value', [literal('-1')])) : null;
  }
  const symbol = operators[operator];
  return symbol === undefined ? null : combination(operand(left, termOf), symbol, operand(right, termOf));
}

function combination(left: Term, symbol: string, right: Term): MadeTerm {
  return made('django.db.models.expressions.CombinedExpression', [left, literal(textRepr(symbol)), right]);
}

/** What is no expression is wrapped by Django. */
function operand(value: Value, termOf: TermOf): Term {
  const term = termOf(value);
  return isExpression(term) ? term : made('django.db.models.Value', [term]);
}

function isExpression(term: Term): boolean {
  return term.kind === 'made' && !term.path.startsWith('functools.');
}

/** `F('day').desc()` is an ordering, `F('a').bitand(1)` a combination. */
function methodTerm(call: CallValue, termOf: TermOf): Term | null {
  const { callee } = call;
  if (callee.kind !== 'attribute' || (callee.of.kind !== 'call' && callee.of.kind !== 'operation')) return null;
  const of = termOf(callee.of);
  if (!isExpression(of)) return null;
  const symbol = bitMethods[callee.name];
  const [argument] = call.positional;
  if (symbol !== undefined && argument !== undefined) return combination(of, symbol, operand(argument, termOf));
  if (callee.name !== 'asc' && callee.name !== 'desc') return null;
  const keywords = Object.fromEntries([...call.keywords].map(([name, value]) => [name, termOf(value)]));
  return made(
    'django.db.models.OrderBy',
    [of],
    callee.name === 'desc' ? { descending: trueTerm, ...keywords } : keywords,
  );
}

/** Texts among the expressions of an index or constraint name fields. */
export function fieldExpression(term: Term): Term {
  if (term.kind !== 'literal' || !/^['"]/.test(identityOf(term))) return term;
  return made('django.db.models.F', [term]);
}
