import {
  CatalogError,
  type Column,
  type Constraint,
  type Table,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { UnreadableExpression } from '../expressions/normalize';
import { resolvedType } from '../fold/column-type';
import { type Context, listedRelation, StatementError, tableRefOf } from '../fold/fold';
import { nodesOf, qualified, stringsOf } from '../fold/tree';
import type { CreateStmt, Node } from '../parser/postgres';
import { bareTable } from './bare-table';
import { type ReadColumn, readColumn, writtenConstraint } from './column';
import { constraintOrder, readConstraint, unreadKindOf, type WrittenConstraint } from './constraint';
import { likeColumns, likeObjects, nextvalOf } from './like';
import { shadowedTable } from './shadowed';

/** CREATE TABLE in all its forms but AS SELECT. A partition is listed: it is its parent's storage, not a table to verify. */
export function createTable(statement: CreateStmt, context: Context): void {
  const { relation } = statement;
  if (relation?.relpersistence === 't' || relation?.schemaname === 'pg_temp') {
    context.fold.temporary.add(relation.relname ?? '');
    return;
  }
  const ref = { schema: relation?.schemaname ?? context.fold.currentSchema, name: relation?.relname ?? '' };
  if (statement.partbound !== undefined) {
    context.catalog.apply({ kind: 'add-other', other: { kind: 'partition', ...ref, place: context.text.place } });
    return;
  }
  const existing = context.catalog.table(ref);
  if (statement.if_not_exists && existing !== null) {
    shadowedTable(
      context,
      existing,
      readColumns(statement, ref, context).map(({ column }) => column),
    );
    return;
  }
  if (statement.if_not_exists && listedRelation(context, ref)) return;
  addTable(statement, ref, context);
}

function addTable(statement: CreateStmt, ref: TableRef, context: Context): void {
  const { catalog, fold } = context;
  const read = readColumns(statement, ref, context);
  catalog.apply({
    kind: 'add-table',
    table: bareTable(
      ref,
      read.map(({ column }) => column),
      { comment: null, place: context.text.place },
    ),
  });
  for (const { sequence } of read) {
    if (sequence !== null && catalog.sequence(sequence) === null) catalog.apply({ kind: 'add-sequence', sequence });
  }
  for (const parent of parentsOf(statement, context)) {
    fold.inheritance.add(parent, ref);
    for (const check of inheritedChecks(parent, ref, context)) {
      catalog.apply({ kind: 'add-constraint', table: ref, constraint: check });
    }
  }
  const own = nodesOf(statement.tableElts, 'Constraint').map((node) => writtenConstraint(context, node, null));
  addConstraints(context, ref, [...read.flatMap(({ constraints }) => constraints), ...own]);
  for (const like of nodesOf(statement.tableElts, 'TableLikeClause')) likeObjects(context, ref, like);
}

/** A check that both a parent and the child, or two parents, have under one name is one check. */
function inheritedChecks(parent: Table, ref: TableRef, { catalog, fold }: Context): Constraint[] {
  const known = new Set(catalog.table(ref)?.checks.map(({ name }) => name));
  return parent.checks
    .filter(({ name, place }) => !known.has(name) && (place === null || !fold.ownChecks.has(place)))
    .map((check) => ({ kind: 'check', ...check }));
}

/** Adds constraints in PostgreSQL's order. One that cannot be read is noted with the table, which keeps all others. */
export function addConstraints(context: Context, ref: TableRef, written: readonly WrittenConstraint[]): void {
  const rank = ({ node }: WrittenConstraint): number => constraintOrder.indexOf(node.contype ?? '');
  const ordered = written.filter((constraint) => rank(constraint) >= 0).sort((a, b) => rank(a) - rank(b));
  for (const constraint of withoutRepeated(ordered)) {
    try {
      addConstraint(context, ref, constraint);
    } catch (error) {
      if (!(error instanceof StatementError || error instanceof CatalogError || error instanceof UnreadableExpression))
        throw error;
      noteUnread(context, ref, constraint, error.message);
    }
  }
}

/** `PRIMARY KEY` and `UNIQUE` on the same columns in one CREATE TABLE are one constraint, as in `transformIndexConstraints`. */
function withoutRepeated(ordered: readonly WrittenConstraint[]): readonly WrittenConstraint[] {
  const kept = new Map<string, WrittenConstraint>();
  ordered.forEach((constraint, order) => {
    const { node, column } = constraint;
    const isKey = node.contype === 'CONSTR_PRIMARY' || node.contype === 'CONSTR_UNIQUE';
    const columns = node.keys === undefined ? [column] : stringsOf(node.keys);
    const facts = [
      columns,
      stringsOf(node.including),
      node.nulls_not_distinct,
      constraint.deferrable,
      constraint.initiallyDeferred,
    ];
    const key = isKey ? JSON.stringify(facts) : String(order);
    const prior = kept.get(key);
    const conname = prior?.node.conname ?? node.conname;
    if (prior === undefined) kept.set(key, constraint);
    else if (conname !== undefined) kept.set(key, { ...prior, node: { ...prior.node, conname } });
  });
  return [...kept.values()];
}

/** Adds one constraint, NOT NULL among them. */
export function addConstraint(context: Context, ref: TableRef, written: WrittenConstraint): void {
  const table = context.catalog.table(ref);
  if (table === null) throw new CatalogError(`table ${tableLabel(ref)} does not exist`);
  const constraint = readConstraint(context, table, written);
  const sameName = [table.primaryKey, ...table.uniques, ...table.foreignKeys, ...table.checks, ...table.exclusions];
  if (sameName.some((other) => other?.name === constraint.name)) {
    throw new CatalogError(`constraint ${constraint.name} of table ${tableLabel(ref)} already exists`);
  }
  context.catalog.apply({ kind: 'add-constraint', table: ref, constraint });
}

function noteUnread(context: Context, ref: TableRef, written: WrittenConstraint, why: string): void {
  const { node, column, place } = written;
  const columns = column === null ? stringsOf(node.keys ?? node.fk_attrs) : [column];
  context.fold.unread.push({ extent: 'fact', why, subject: tableLabel(ref), table: ref, place });
  context.catalog.noteUnread(ref, {
    kind: unreadKindOf(written),
    name: node.conname ?? null,
    columns: columns.length > 0 ? columns : null,
    why,
    place,
  });
}

/** The columns that a CREATE TABLE makes: its parents', its type's and LIKE's before its own, merged by name. */
function readColumns(statement: CreateStmt, ref: TableRef, context: Context): ReadColumn[] {
  const inherited = parentsOf(statement, context).flatMap((parent) =>
    parent.columns.map((column) => inheritedColumn(column, parent, context)),
  );
  const elements = [...typeElements(statement, context), ...(statement.tableElts ?? [])];
  const types = new Map<string, string>();
  for (const { column } of inherited)
    if (typeof column.type === 'string') types.set(column.name, column.baseType ?? column.type);
  for (const { colname, typeName } of nodesOf(elements, 'ColumnDef')) {
    if (typeName === undefined) continue;
    const { type, baseType } = resolvedType(context, typeName);
    types.set(colname ?? '', baseType ?? type);
  }
  const own = elements.flatMap((element): ReadColumn[] => {
    if ('TableLikeClause' in element) return likeColumns(context, element.TableLikeClause, ref);
    return 'ColumnDef' in element
      ? [readColumn(context, ref, element.ColumnDef, { columnType: (name) => types.get(name) })]
      : [];
  });
  return withTableNotNulls(merged([...inherited, ...own]), elements);
}

function parentsOf(statement: CreateStmt, context: Context): Table[] {
  return nodesOf(statement.inhRelations, 'RangeVar').map((relation) => {
    const ref = tableRefOf(context, relation);
    const parent = context.catalog.table(ref);
    if (parent === null) throw new StatementError(`inherits ${tableLabel(ref)}, which does not exist`, ref);
    return parent;
  });
}

/** Keys, identities, comments and sequences are not inherited: a serial's default draws from the parent's sequence. */
function inheritedColumn(column: Column, parent: Table, context: Context): ReadColumn {
  const isSerial = column.identity === 'serial';
  const inherited = isSerial ? nextvalOf(context, parent, column.name) : column.default;
  return {
    column: { ...column, default: inherited, identity: null, comment: null },
    constraints: [],
    sequence: null,
  };
}

/** `CREATE TABLE … OF type`: the attributes of a composite type. */
function typeElements({ ofTypename }: CreateStmt, { fold }: Context): readonly Node[] {
  if (ofTypename === undefined) return [];
  const { schema, name } = qualified(stringsOf(ofTypename.names));
  const known = (ref: TableRef): boolean => fold.composites.has(`${ref.schema}.${ref.name}`);
  const ref = fold.resolve(schema, name, known);
  const attributes = fold.composites.get(`${ref.schema}.${ref.name}`);
  if (attributes === undefined) throw new StatementError(`is of type ${tableLabel(ref)}, which is not read`, null);
  return attributes;
}

/** One column per name: what a later definition adds (a default, NOT NULL) holds, the type stays. */
function merged(columns: readonly ReadColumn[]): ReadColumn[] {
  const byName = new Map<string, ReadColumn>();
  for (const read of columns) {
    const before = byName.get(read.column.name);
    byName.set(read.column.name, before === undefined ? read : mergedColumn(before, read));
  }
  return [...byName.values()];
}

function mergedColumn(before: ReadColumn, after: ReadColumn): ReadColumn {
  const hasType = after.column.type !== '';
  return {
    column: {
      ...before.column,
      ...(hasType ? { type: after.column.type } : {}),
      nullable: before.column.nullable === true && after.column.nullable === true,
      default: after.column.identity === null ? (after.column.default ?? before.column.default) : after.column.default,
      identity: after.column.identity ?? before.column.identity,
      generated: after.column.generated ?? before.column.generated,
      collation: after.column.collation ?? before.column.collation,
      place: after.column.place,
    },
    constraints: [...before.constraints, ...after.constraints],
    sequence: after.sequence ?? before.sequence,
  };
}

/** PostgreSQL 18 prints `CONSTRAINT t_c_not_null NOT NULL c` among a table's constraints, and accepts it. */
function withTableNotNulls(columns: readonly ReadColumn[], elements: readonly Node[]): ReadColumn[] {
  const constraints = nodesOf(elements, 'Constraint').filter(({ contype }) => contype === 'CONSTR_NOTNULL');
  const names = new Set(constraints.flatMap(({ keys }) => stringsOf(keys)));
  return columns.map((read) =>
    names.has(read.column.name) ? { ...read, column: { ...read.column, nullable: false } } : read,
  );
}
