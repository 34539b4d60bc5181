import type { CallValue, Value } from '../../syntax/value';
import { dottedName } from '../constants';
import { djangoName } from './django-name';
import type { ExpressionModel } from './expression-model';
import { filtered } from './lookup-path';
import type { RightSide } from './lookups';
import { bracketed, condition, NotRendered, type Rendered } from './rendered';
import { groupOf } from './type-group';

/** A `Q` as Django holds it: a tree of lookups and conditional expressions. */
export interface QueryNode {
  readonly connector: 'AND' | 'OR' | 'XOR';
  readonly negated: boolean;
  readonly children: readonly (QueryNode | Lookup | Value)[];
}

interface Lookup {
  readonly keyword: string;
  readonly value: Value;
}

/** The tree of `Q(…)`, `~q`, `q & q`, `q | q`, `q ^ q`; null for a value that is something else. */
export function queryOf(value: Value): QueryNode | null {
  if (value.kind === 'operation') return combinedQuery(value.operator, value.operands);
  if (value.kind !== 'call' || djangoName(value.callee) !== 'Q') return null;
  return calledQuery(value);
}

const connectors: Readonly<Record<string, QueryNode['connector']>> = { '&': 'AND', '|': 'OR', '^': 'XOR' };

function combinedQuery(operator: string, operands: readonly Value[]): QueryNode | null {
  const [left, right] = operands;
  if (left === undefined) return null;
  if (operator === '~') {
    const inner = queryOf(left);
    return inner === null ? null : { ...inner, negated: !inner.negated };
  }
  const connector = connectors[operator];
  if (connector === undefined || right === undefined) return null;
  const children = [left, right].map((operand) => queryOf(operand) ?? operand);
  const known = children.filter((child) => !isEmpty(child));
  const flat = known.flatMap((child) =>
    isQuery(child) && child.connector === connector && !child.negated ? child.children : [child],
  );
  return { connector, negated: false, children: flat };
}

function isQuery(child: QueryNode['children'][number]): child is QueryNode {
  return 'connector' in child;
}

/** `Q()` adds nothing to what it is combined with. */
function isEmpty(child: QueryNode['children'][number]): boolean {
  return isQuery(child) && child.children.length === 0;
}

function calledQuery(call: CallValue): QueryNode {
  if (!call.complete) throw new NotRendered('it has arguments that are not known');
  const children: QueryNode['children'][number][] = call.positional.map(positionalChild);
  for (const [keyword, value] of call.keywords) {
    if (keyword !== '_connector' && keyword !== '_negated') children.push({ keyword, value });
  }
  const negated = call.keywords.get('_negated');
  return {
    connector: connectorOf(call.keywords.get('_connector')),
    negated: negated?.kind === 'bool' && negated.value,
    children,
  };
}

/** `Q(('price__gte', 0))` and `Q(Q(…))`. */
function positionalChild(value: Value): QueryNode['children'][number] {
  if (value.kind !== 'tuple') return queryOf(value) ?? value;
  const [keyword, compared] = value.items;
  if (keyword?.kind !== 'str' || compared === undefined) throw new NotRendered('a Q holds a tuple that is no lookup');
  return { keyword: keyword.value, value: compared };
}

function connectorOf(value: Value | undefined): QueryNode['connector'] {
  if (value === undefined || value.kind === 'none') return 'AND';
  const name = value.kind === 'str' ? value.value : (dottedName(value)?.split('.').at(-1) ?? '');
  if (name === 'AND' || name === 'OR' || name === 'XOR') return name;
  throw new NotRendered('a Q has a connector that is not known');
}

/** How the leaves of a query are rendered; expressions come from elsewhere, for they hold queries again. */
export interface QueryLeaves {
  readonly model: ExpressionModel;
  /** A conditional expression that stands where a lookup could. */
  condition(value: Value): Rendered;
  rightSide(value: Value): RightSide;
}

/** The WHERE of a query. `negated`: does an odd number of negations stand around it? */
export function renderedQuery(query: QueryNode, leaves: QueryLeaves, negated = false): Rendered {
  const inside = negated !== query.negated;
  const parts = query.children.map((child) => renderedChild(child, leaves, inside));
  if (parts.length === 0) throw new NotRendered('an empty Q matches everything');
  const isCounted = query.connector === 'XOR' && !leaves.model.vendor.hasXor;
  const sql = isCounted ? oddOf(parts) : joined(parts, query.connector);
  if (query.negated) return condition(`NOT (${sql})`);
  return condition(parts.length > 1 ? `(${sql})` : sql);
}

function joined(parts: readonly Rendered[], connector: string): string {
  return parts.map((part) => part.sql).join(` ${connector} `);
}

/** Where there is no XOR: at least one part is true, and an odd number of them. */
function oddOf(parts: readonly Rendered[]): string {
  const counts = parts.map((part) => `CASE WHEN ${part.sql} THEN 1 ELSE 0 END`);
  const sum = counts.reduce((total, count) => `(${total} + ${count})`);
  const odd = parts.length > 2 ? `MOD(${sum}, 2)` : sum;
  return `(${joined(parts, 'OR')}) AND 1 = ${bracketed(odd)}`;
}

function renderedChild(child: QueryNode['children'][number], leaves: QueryLeaves, negated: boolean): Rendered {
  if (isQuery(child)) return renderedQuery(child, leaves, negated);
  if ('keyword' in child && typeof child.keyword === 'string') return renderedLookup(child, leaves, negated);
  if ('place' in child) return leaves.condition(child);
  throw new NotRendered('a Q holds something that is not a condition');
}

/**
 * Under a negation Django asks besides that a nullable column is not NULL, so that NOT of it is true for NULL, as
 * Python would have it.
 */
function renderedLookup(lookup: Lookup, leaves: QueryLeaves, negated: boolean): Rendered {
  const rhs = leaves.rightSide(lookup.value);
  const found = filtered(lookup.keyword, rhs, leaves.model);
  const isNone = rhs.kind === 'constant' && rhs.value.kind === 'none';
  if (!negated || found.lookup === 'isnull' || isNone) return found.condition;
  const other = rhs.kind === 'expression' ? rhs.rendered.nullableColumn : undefined;
  const own = found.column.nullableColumn;
  const isJson = groupOf(found.column.type) === 'json';
  const guarded = own !== undefined && isJson ? leaves.model.vendor.json.side(own) : own;
  const guards = [guarded, other].filter((column) => column !== undefined);
  if (guards.length === 0) return found.condition;
  return condition(`(${[found.condition.sql, ...guards.map((column) => `${column} IS NOT NULL`)].join(' AND ')})`);
}
