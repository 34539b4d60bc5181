import { type Fact, unreadable } from '@canonical-schema/schema';
import type { ExpressionContext } from '../expressions/normalize';
import { columnsIn, normalizeExpression, UnreadableExpression } from '../expressions/normalize';
import { quoteName } from '../expressions/quote';
import { stringsOf } from '../fold/tree';
import type { Constraint, IndexElem, Node } from '../parser/postgres';

/** An exclusion constraint's definition, and how to print it with columns and expressions under other names. */
export interface ExclusionDefinition {
  readonly definition: Fact<string>;
  readonly columns: readonly string[];
  render(column: (name: string) => string, expression: (sql: string) => string): string;
}

/** `USING gist (room WITH =, during WITH &&) WHERE (…)` of a parsed constraint. */
export function exclusionDefinition(node: Constraint, context: ExpressionContext): ExclusionDefinition {
  try {
    return readable(node, context);
  } catch (error) {
    if (!(error instanceof UnreadableExpression)) throw error;
    return { definition: unreadable(error.message), columns: [], render: () => '' };
  }
}

interface Element {
  readonly column: string | null;
  readonly expression: string;
  readonly suffix: string;
}

function readable(node: Constraint, context: ExpressionContext): ExclusionDefinition {
  const elements = (node.exclusions ?? []).flatMap((item) => elementOf(item, context));
  const where = node.where_clause === undefined ? null : normalizeExpression(node.where_clause, context);
  const method = node.access_method ?? 'btree';
  const render: ExclusionDefinition['render'] = (column, expression) => {
    const terms = elements.map((element) => {
      const term = element.column === null ? `(${expression(element.expression)})` : quoteName(column(element.column));
      return term + element.suffix;
    });
    return `USING ${method} (${terms.join(', ')})${where === null ? '' : ` WHERE (${expression(where)})`}`;
  };
  return {
    definition: render(
      (name) => name,
      (sql) => sql,
    ),
    columns: columnsOf(node),
    render,
  };
}

function elementOf(item: Node, context: ExpressionContext): Element[] {
  const [index, operator] = 'List' in item ? (item.List.items ?? []) : [];
  if (index === undefined || !('IndexElem' in index)) return [];
  const element = index.IndexElem;
  const opclass = stringsOf(element.opclass).at(-1);
  const collation = stringsOf(element.collation).at(-1);
  const order = element.ordering === 'SORTBY_DESC' ? ' DESC' : '';
  const operators = operator !== undefined && 'List' in operator ? stringsOf(operator.List.items) : [];
  const suffix = [
    collation === undefined ? '' : ` COLLATE ${quoteName(collation)}`,
    opclass === undefined ? '' : ` ${opclass}`,
    order,
    ` WITH ${operators.at(-1) ?? '='}`,
  ].join('');
  const expression = element.expr === undefined ? '' : normalizeExpression(element.expr, context);
  return [{ column: element.name ?? null, expression, suffix }];
}

/** The columns that the constraint names as columns or inside expressions, in order, each once. */
function columnsOf(node: Constraint): string[] {
  const elements = (node.exclusions ?? []).flatMap((item): IndexElem[] => {
    const [index] = 'List' in item ? (item.List.items ?? []) : [];
    return index !== undefined && 'IndexElem' in index ? [index.IndexElem] : [];
  });
  const named = elements.flatMap(({ name, expr }) => (name === undefined ? (expr ? columnsIn(expr) : []) : [name]));
  return [...new Set([...named, ...(node.where_clause ? columnsIn(node.where_clause) : [])])];
}
