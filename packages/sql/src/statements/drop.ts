import type { Change, TableRef } from '@canonical-schema/schema';
import { userType } from '../fold/column-type';
import { type Context, isPassedOver, StatementError, tableRefOf } from '../fold/fold';
import { namesOf, qualified, rangeVarOf } from '../fold/tree';
import type { DropStmt, Node, ObjectType } from '../parser/postgres';

/** What `DROP <kind>` does for one object; false where there is no such object. */
type Drop = (names: readonly string[], context: Context) => boolean;

const drops: Partial<Record<ObjectType, Drop>> = {
  OBJECT_TABLE: dropTable,
  OBJECT_INDEX: dropIndex,
  OBJECT_TYPE: dropType,
  OBJECT_DOMAIN: dropType,
  OBJECT_SEQUENCE: dropSequence,
  OBJECT_SCHEMA: dropSchema,
};

/** Listed objects, by the word that lists them. What is not here is listed by nobody: its DROP has nothing to do. */
const listed: Partial<Record<ObjectType, readonly string[]>> = {
  OBJECT_VIEW: ['view'],
  OBJECT_MATVIEW: ['materialized view'],
  OBJECT_FOREIGN_TABLE: ['foreign table'],
  OBJECT_FUNCTION: ['function'],
  OBJECT_PROCEDURE: ['procedure'],
  OBJECT_ROUTINE: ['function', 'procedure'],
  OBJECT_AGGREGATE: ['aggregate'],
  OBJECT_OPERATOR: ['operator'],
  OBJECT_COLLATION: ['collation'],
  OBJECT_STATISTIC_EXT: ['statistics'],
  OBJECT_TSCONFIGURATION: ['text search configuration'],
  OBJECT_TSDICTIONARY: ['text search dictionary'],
};

/** Listed objects without a schema. */
const global: Partial<Record<ObjectType, string>> = {
  OBJECT_EXTENSION: 'extension',
  OBJECT_LANGUAGE: 'language',
  OBJECT_EVENT_TRIGGER: 'event trigger',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_FDW: 'foreign-data wrapper',
};

/** Listed objects whose name is unique in their table only. */
const ofTables: Partial<Record<ObjectType, string>> = {
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
  OBJECT_RULE: 'rule',
};

/** DROP of anything. What depends on it goes too, for without CASCADE PostgreSQL refuses where something does. */
export function drop(statement: DropStmt, context: Context): void {
  const type = statement.removeType ?? 'OBJECT_ACCESS_METHOD';
  for (const object of statement.objects ?? []) dropObject(type, object, statement.missing_ok ?? false, context);
}

function dropObject(type: ObjectType, object: Node, missingOk: boolean, context: Context): void {
  const names = namesOf(object);
  const run = drops[type];
  if (run === undefined) {
    dropListed(type, names, context);
    return;
  }
  if (run(names, context) || missingOk) return;
  throw new StatementError(`drops ${names.join('.')}, which does not exist`);
}

function dropListed(type: ObjectType, names: readonly string[], context: Context): void {
  const { fold, catalog } = context;
  const { schema, name } = qualified(names);
  const kind = global[type];
  if (kind !== undefined) catalog.apply({ kind: 'drop-other', other: { kind, schema: null, name } });
  const ofTable = ofTables[type];
  if (ofTable !== undefined) {
    const table = tableRefOf(context, rangeVarOf(names.slice(0, -1)));
    catalog.apply({ kind: 'drop-other', other: { kind: ofTable, schema: table.schema, name, table: table.name } });
  }
  for (const word of listed[type] ?? []) {
    const ref = fold.resolve(schema, name, (candidate) => catalog.other({ kind: word, ...candidate }) !== null);
    catalog.apply({ kind: 'drop-other', other: { kind: word, ...ref } });
  }
}

function dropTable(names: readonly string[], context: Context): boolean {
  const relation = rangeVarOf(names);
  if (context.fold.temporary.delete(relation.relname ?? '')) return true;
  const ref = tableRefOf(context, relation);
  if (isPassedOver(context, relation)) {
    context.catalog.apply({ kind: 'drop-other', other: { kind: 'partition', ...ref } });
    return true;
  }
  if (context.catalog.table(ref) === null) return false;
  forgetTable(ref, context);
  return true;
}

/** A table's own triggers, policies and rules go with it. */
function forgetTable(ref: TableRef, { catalog, fold }: Context): void {
  fold.inheritance.forget(ref);
  catalog.apply({ kind: 'drop-table', table: ref });
  for (const other of catalog.schema().others) {
    if (other.table === ref.name && other.schema === ref.schema) catalog.apply({ kind: 'drop-other', other });
  }
}

function dropIndex(names: readonly string[], { fold, catalog }: Context): boolean {
  const { schema, name } = qualified(names);
  const ref = fold.resolve(schema, name, (candidate) => catalog.tableOfIndex(candidate) !== null);
  const table = catalog.tableOfIndex(ref);
  // An index of a materialised view or a partition was never read.
  if (table === null)
    return catalog.schema().others.some(({ kind }) => kind === 'materialized view' || kind === 'partition');
  if (!table.indexes.some((index) => index.name === name))
    throw new StatementError(`drops the index of a constraint, ${name}`, table);
  catalog.apply({ kind: 'drop-index', table, index: name });
  return true;
}

function dropType(names: readonly string[], context: Context): boolean {
  const { fold, catalog } = context;
  const { schema, name } = qualified(names);
  const ref = userType(context, schema, name);
  if (ref !== null) {
    catalog.apply(catalog.enum(ref) !== null ? { kind: 'drop-enum', enum: ref } : { kind: 'drop-domain', domain: ref });
    return true;
  }
  const composite = fold.resolve(schema, name, (candidate) => catalog.other({ kind: 'type', ...candidate }) !== null);
  const known = catalog.other({ kind: 'type', ...composite }) !== null;
  if (known) catalog.apply({ kind: 'drop-other', other: { kind: 'type', ...composite } });
  return known;
}

function dropSequence(names: readonly string[], { fold, catalog }: Context): boolean {
  const { schema, name } = qualified(names);
  const ref = fold.resolve(schema, name, (candidate) => catalog.sequence(candidate) !== null);
  const sequence = catalog.sequence(ref);
  if (sequence === null) return false;
  catalog.apply({ kind: 'drop-sequence', sequence: ref });
  const { ownedBy } = sequence;
  if (ownedBy === null) return true;
  const owner = { schema: ownedBy.schema, name: ownedBy.table };
  const column = catalog.table(owner)?.columns.find((candidate) => candidate.name === ownedBy.column);
  if (column?.identity === 'serial') {
    catalog.apply({
      kind: 'alter-column',
      table: owner,
      column: ownedBy.column,
      set: { identity: null, default: null },
    });
  }
  return true;
}

/** Everything in the schema. Schemas themselves are not objects of ours, so that none is ever missing. */
function dropSchema(names: readonly string[], context: Context): boolean {
  const [schema] = names;
  const { catalog } = context;
  const inside = (object: { schema: string | null }): boolean => object.schema === schema;
  for (const table of catalog.schema().tables.filter(inside)) forgetTable(table, context);
  const { enums, domains, sequences, others } = catalog.schema();
  const changes: Change[] = [
    ...enums.filter(inside).map((type): Change => ({ kind: 'drop-enum', enum: type })),
    ...domains.filter(inside).map((domain): Change => ({ kind: 'drop-domain', domain })),
    ...sequences.filter(inside).map((sequence): Change => ({ kind: 'drop-sequence', sequence })),
    ...others.filter(inside).map((other): Change => ({ kind: 'drop-other', other })),
  ];
  for (const change of changes) catalog.apply(change);
  return true;
}
