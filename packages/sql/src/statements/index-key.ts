import {
  type Fact,
  type IndexKey,
  isUnreadable,
  type Place,
  parseColumnType,
  type Table,
} from '@canonical-schema/schema';
import { normalizeExpression } from '../expressions/normalize';
import { type Context, normalized } from '../fold/fold';
import { stringsOf } from '../fold/tree';
import type { IndexElem, Node } from '../parser/postgres';

/** One key of an index as written, in normal form. */
export function indexKey(context: Context, table: Table, element: IndexElem, method: string, place: Place): IndexKey {
  const { name, expr, collation } = bareTerm(element);
  const opclass = stringsOf(element.opclass).at(-1) ?? null;
  const descending = element.ordering === 'SORTBY_DESC';
  const of: IndexKey['of'] =
    name !== undefined || expr === undefined
      ? { kind: 'column', column: name ?? '' }
      : { kind: 'expression', expression: expressionOf(context, table, expr, place) };
  return {
    of,
    opclass: opclass !== null && isDefaultOpclass(opclass, keyType(table, name), method) ? null : opclass,
    collation: collation === 'default' ? null : collation,
    descending,
    nulls: nullsOf(element, descending),
  };
}

/** `(column)` and `(column COLLATE "C")` are the column, as `DefineIndex` has it. */
function bareTerm(element: IndexElem): {
  readonly name?: string;
  readonly expr?: Node;
  readonly collation: string | null;
} {
  const { name, expr } = element;
  const clause = expr !== undefined && 'CollateClause' in expr ? expr.CollateClause : undefined;
  const collation = stringsOf(clause?.collname ?? element.collation).at(-1) ?? null;
  const term = clause?.arg ?? expr;
  const fields = term !== undefined && 'ColumnRef' in term ? stringsOf(term.ColumnRef.fields) : [];
  const column = fields.length === 1 ? fields[0] : name;
  if (column !== undefined && column !== '') return { name: column, collation };
  return term === undefined ? { collation } : { expr: term, collation };
}

/** An index's expression or predicate in normal form. */
export function expressionOf(context: Context, table: Table, node: Node, place: Place): Fact<string> {
  return normalized(context, { table, column: null, place }, () => normalizeExpression(node, columnsOfTable(table)));
}

/** The types of a table's columns, as expressions need them. A domain counts as the type under it. */
export function columnsOfTable(table: Pick<Table, 'columns'>): { columnType(name: string): string | undefined } {
  const types = new Map(
    table.columns.map(({ name, type, baseType }) => [name, baseType ?? (isUnreadable(type) ? undefined : type)]),
  );
  return { columnType: (name) => types.get(name) };
}

function nullsOf({ nulls_ordering }: IndexElem, descending: boolean): IndexKey['nulls'] {
  if (nulls_ordering === 'SORTBY_NULLS_FIRST') return 'first';
  if (nulls_ordering === 'SORTBY_NULLS_LAST') return 'last';
  return descending ? 'first' : 'last';
}

function keyType(table: Table, column: string | undefined): string | null {
  const found = table.columns.find(({ name }) => name === column);
  if (found === undefined) return null;
  const type = found.baseType ?? found.type;
  if (isUnreadable(type)) return null;
  const { base, array } = parseColumnType(type);
  return array ? 'array' : base;
}

/** Operator classes that B-tree and hash indexes use for a type without being told; `pg_opclass` where `opcdefault`. */
const defaultOpclasses: Readonly<Record<string, readonly string[]>> = {
  array_ops: ['array'],
  bit_ops: ['bit'],
  bool_ops: ['boolean'],
  bpchar_ops: ['character'],
  bytea_ops: ['bytea'],
  cidr_ops: ['inet', 'cidr'],
  date_ops: ['date'],
  float4_ops: ['real'],
  float8_ops: ['double precision'],
  inet_ops: ['inet', 'cidr'],
  int2_ops: ['smallint'],
  int4_ops: ['integer'],
  int8_ops: ['bigint'],
  interval_ops: ['interval'],
  jsonb_ops: ['jsonb'],
  macaddr_ops: ['macaddr'],
  name_ops: ['name'],
  numeric_ops: ['numeric'],
  oid_ops: ['oid'],
  text_ops: ['text', 'character varying'],
  varchar_ops: ['text', 'character varying'],
  time_ops: ['time without time zone'],
  timetz_ops: ['time with time zone'],
  timestamp_ops: ['timestamp without time zone'],
  timestamptz_ops: ['timestamp with time zone'],
  tsvector_ops: ['tsvector'],
  uuid_ops: ['uuid'],
  varbit_ops: ['bit varying'],
};

/** Is it the operator class that PostgreSQL takes for a type without being told? `type` without modifiers, `array` for any array. */
export function isDefaultOpclass(opclass: string, type: string | null, method: string): boolean {
  // GiST has an inet_ops that must be asked for.
  if (type === null || (method === 'gist' && opclass === 'inet_ops')) return false;
  return defaultOpclasses[opclass]?.includes(type) ?? false;
}
