import {
  type Constraint,
  columnsNamePart,
  type Place,
  type Reference,
  type ReferentialAction,
  type Table,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { columnsIn, normalizeExpression } from '../expressions/normalize';
import { type Context, normalized, StatementError, tableRefOf, unreadFact } from '../fold/fold';
import { nodesOf, stringsOf } from '../fold/tree';
import type { Constraint as ConstraintNode } from '../parser/postgres';
import { exclusionDefinition } from './exclusion';
import { expressionName } from './expression-name';
import { columnsOfTable } from './index-key';
import { givenName } from './object-name';

/** A constraint as written: its tree, the column it stands behind, and the deferral words that follow it there. */
export interface WrittenConstraint {
  readonly node: ConstraintNode;
  readonly column: string | null;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  readonly place: Place;
}

/** Constraint kinds in the order in which PostgreSQL makes them, and so names them, within one CREATE TABLE. */
export const constraintOrder = [
  'CONSTR_CHECK',
  'CONSTR_PRIMARY',
  'CONSTR_UNIQUE',
  'CONSTR_EXCLUSION',
  'CONSTR_FOREIGN',
];

/** The constraint of a table that already has its columns. Throws `StatementError` where it refers to what is not there. */
export function readConstraint(context: Context, table: Table, written: WrittenConstraint): Constraint {
  const { node } = written;
  switch (node.contype) {
    case 'CONSTR_PRIMARY':
      return primaryKey(context, table, written);
    case 'CONSTR_UNIQUE':
      return unique(context, table, written);
    case 'CONSTR_FOREIGN':
      return foreignKey(context, table, written);
    case 'CONSTR_CHECK':
      return check(context, table, written);
    case 'CONSTR_EXCLUSION':
      return exclusion(context, table, written);
    default:
      throw new StatementError(`has a constraint of a kind that is not understood, ${node.contype}`, table);
  }
}

function keyColumns(table: Table, { node, column }: WrittenConstraint): readonly string[] {
  const columns = node.keys === undefined ? [column ?? ''] : stringsOf(node.keys);
  demandColumns(table, columns);
  return columns;
}

function demandColumns(table: Table, columns: readonly string[]): void {
  const missing = columns.find((name) => !table.columns.some((column) => column.name === name));
  if (missing !== undefined) throw new StatementError(`column ${tableLabel(table)}.${missing} does not exist`, table);
}

function primaryKey(context: Context, table: Table, written: WrittenConstraint): Constraint {
  if (table.primaryKey !== null) {
    throw new StatementError(`table ${tableLabel(table)} already has a primary key`, table);
  }
  const columns = keyColumns(table, written);
  const name = givenName(context, table, written.node.conname, null, 'pkey');
  return { kind: 'primary-key', ...name, columns, place: written.place };
}

function unique(context: Context, table: Table, written: WrittenConstraint): Constraint {
  const { node, deferrable, initiallyDeferred, place } = written;
  const columns = keyColumns(table, written);
  const include = stringsOf(node.including);
  const name = givenName(context, table, node.conname, columnsNamePart([...columns, ...include]), 'key');
  const nullsNotDistinct = node.nulls_not_distinct ?? false;
  return { kind: 'unique', ...name, columns, include, nullsNotDistinct, deferrable, initiallyDeferred, place };
}

const actions: Readonly<Record<string, ReferentialAction>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};

function foreignKey(context: Context, table: Table, written: WrittenConstraint): Constraint {
  const { node, column, deferrable, initiallyDeferred, place } = written;
  const columns = node.fk_attrs === undefined ? [column ?? ''] : stringsOf(node.fk_attrs);
  demandColumns(table, columns);
  return {
    kind: 'foreign-key',
    ...givenName(context, table, node.conname, columnsNamePart(columns), 'fkey'),
    columns,
    references: referenceOf(context, table, node),
    onDelete: actions[node.fk_del_action ?? 'a'] ?? 'no action',
    onUpdate: actions[node.fk_upd_action ?? 'a'] ?? 'no action',
    deferrable,
    initiallyDeferred,
    match: node.fk_matchtype === 'f' ? 'full' : 'simple',
    place,
  };
}

/** A target without columns is the target's primary key. */
function referenceOf(context: Context, table: Table, node: ConstraintNode): Reference {
  const target = tableRefOf(context, node.pktable);
  const written = stringsOf(node.pk_attrs);
  const columns = written.length > 0 ? written : context.catalog.table(target)?.primaryKey?.columns;
  if (columns !== undefined) return { schema: target.schema, table: target.name, columns };
  const lack = context.catalog.table(target) === null ? 'does not exist' : 'has no primary key';
  throw new StatementError(`references ${tableLabel(target)}, which ${lack}`, table);
}

function check(context: Context, table: Table, { node, place }: WrittenConstraint): Constraint {
  const expression = node.raw_expr;
  if (expression === undefined) throw new StatementError('has a check without an expression', table);
  if (node.is_no_inherit) context.fold.ownChecks.add(place);
  const columns = columnsIn(expression);
  const part = columns.length === 1 ? (columns[0] ?? null) : null;
  const types = { ...columnsOfTable(table), check: true };
  return {
    kind: 'check',
    ...givenName(context, table, node.conname, part, 'check'),
    expression: normalized(context, { table, column: part, place }, () => normalizeExpression(expression, types)),
    columns,
    origin: 'written',
    place,
  };
}

function exclusion(context: Context, table: Table, { node, place }: WrittenConstraint): Constraint {
  const { definition, columns } = exclusionDefinition(node, columnsOfTable(table));
  const elements = (node.exclusions ?? []).flatMap((item) =>
    'List' in item ? nodesOf(item.List.items, 'IndexElem') : [],
  );
  const part = columnsNamePart(elements.map(({ name, expr }) => name ?? (expr ? expressionName(expr) : null)));
  if (typeof definition !== 'string') unreadFact(context, definition.unreadable, table, null, place);
  return { kind: 'exclusion', ...givenName(context, table, node.conname, part, 'excl'), definition, columns, place };
}

/** What a part of a table could not be read: kept with the table, so that nothing is called missing for it. */
export function unreadKindOf({ node }: WrittenConstraint): Table['unread'][number]['kind'] {
  return unreadKinds[node.contype ?? ''] ?? 'anything';
}

const unreadKinds: Readonly<Record<string, Table['unread'][number]['kind']>> = {
  CONSTR_PRIMARY: 'primary-key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_FOREIGN: 'foreign-key',
  CONSTR_CHECK: 'check',
  CONSTR_EXCLUSION: 'exclusion',
};

/** A table's name as a reference. */
export function refOf({ schema, name }: TableRef): TableRef {
  return { schema, name };
}
