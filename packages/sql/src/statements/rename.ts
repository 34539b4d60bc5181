import { constraintsOf, type Schema, type TableRef, tableLabel } from '@canonical-schema/schema';
import { userType } from '../fold/column-type';
import { type Context, isPassedOver, StatementError, tableRefOf } from '../fold/fold';
import { nextvalText } from '../fold/sql-text';
import { namesOf, qualified, rangeVarOf } from '../fold/tree';
import type { AlterObjectSchemaStmt, ObjectType, RangeVar, RenameStmt } from '../parser/postgres';

type Rename = (statement: RenameStmt, context: Context) => void;

/** ALTER … RENAME by what is renamed. Other objects are listed under the name that they were made with. */
const renames: Partial<Record<ObjectType, Rename>> = {
  OBJECT_TABLE: (statement, context) =>
    moveRelation(
      statement.relation,
      context,
      (ref) => ({ ...ref, name: statement.newname ?? '' }),
      statement.missing_ok,
    ),
  OBJECT_COLUMN: renameColumn,
  OBJECT_TABCONSTRAINT: renameConstraint,
  OBJECT_INDEX: renameIndex,
  OBJECT_SEQUENCE: (statement, context) =>
    moveSequence(statement.relation, context, (ref) => ({ ...ref, name: statement.newname ?? '' })),
  OBJECT_TYPE: (statement, context) =>
    moveType(namesOf(statement.object), context, (ref) => ({ ...ref, name: statement.newname ?? '' })),
  OBJECT_DOMAIN: (statement, context) =>
    moveType(namesOf(statement.object), context, (ref) => ({ ...ref, name: statement.newname ?? '' })),
  OBJECT_DOMCONSTRAINT: renameDomainConstraint,
  OBJECT_SCHEMA: renameSchema,
  OBJECT_VIEW: renameListed('view'),
  OBJECT_MATVIEW: renameListed('materialized view'),
};

/** ALTER … RENAME. */
export function rename(statement: RenameStmt, context: Context): void {
  renames[statement.renameType ?? 'OBJECT_ACCESS_METHOD']?.(statement, context);
}

/** ALTER … SET SCHEMA. */
export function setSchema(statement: AlterObjectSchemaStmt, context: Context): void {
  const into = (ref: TableRef): TableRef => ({ ...ref, schema: statement.newschema ?? '' });
  if (statement.objectType === 'OBJECT_TABLE') moveRelation(statement.relation, context, into, statement.missing_ok);
  if (statement.objectType === 'OBJECT_SEQUENCE') moveSequence(statement.relation, context, into);
  if (statement.objectType === 'OBJECT_TYPE' || statement.objectType === 'OBJECT_DOMAIN') {
    moveType(namesOf(statement.object), context, into);
  }
}

type Move = (ref: TableRef) => TableRef;

/** ALTER TABLE renames views, sequences and indexes too, if asked to. */
function moveRelation(
  relation: RangeVar | undefined,
  context: Context,
  move: Move,
  missingOk: boolean | undefined,
): void {
  if (isPassedOver(context, relation)) return;
  const { catalog, fold } = context;
  const ref = tableRefOf(context, relation);
  if (catalog.table(ref) === null) {
    if (catalog.sequence(ref) !== null) moveSequence(relation, context, move);
    else if (!missingOk) throw new StatementError(`renames ${tableLabel(ref)}, which does not exist`, ref);
    return;
  }
  catalog.apply({ kind: 'rename-table', table: ref, to: move(ref) });
  fold.inheritance.rename(ref, move(ref));
}

function moveSequence(relation: RangeVar | undefined, { fold, catalog }: Context, move: Move): void {
  const ref = fold.resolve(
    relation?.schemaname,
    relation?.relname ?? '',
    (candidate) => catalog.sequence(candidate) !== null,
  );
  const sequence = catalog.sequence(ref);
  if (sequence === null) return;
  catalog.apply({
    kind: 'alter-sequence',
    sequence: ref,
    to: { ...sequence, ...move({ schema: ref.schema, name: ref.name }) },
  });
  const [before, after] = [ref, move(ref)].map((name) => nextvalText(name));
  for (const table of catalog.schema().tables) {
    for (const { name, default: value } of table.columns) {
      if (value === before)
        catalog.apply({ kind: 'alter-column', table, column: name, set: { default: after ?? null } });
    }
  }
}

function moveType(names: readonly string[], context: Context, move: Move): void {
  const { catalog } = context;
  const { schema, name } = qualified(names);
  const ref = userType(context, schema, name);
  if (ref === null) return;
  const domain = catalog.domain(ref);
  if (domain === null) catalog.apply({ kind: 'rename-enum', enum: ref, to: move(ref) });
  else catalog.apply({ kind: 'alter-domain', domain: ref, to: { ...domain, ...move(ref) } });
}

function renameColumn(statement: RenameStmt, context: Context): void {
  if (statement.relationType !== 'OBJECT_TABLE' || isPassedOver(context, statement.relation)) return;
  const ref = tableRefOf(context, statement.relation);
  const { catalog, fold } = context;
  if (catalog.table(ref) === null && statement.missing_ok) return;
  const [column, to] = [statement.subname ?? '', statement.newname ?? ''];
  for (const table of [ref, ...fold.inheritance.descendantsOf(ref)]) {
    catalog.apply({ kind: 'rename-column', table, column, to });
  }
}

function renameConstraint(statement: RenameStmt, context: Context): void {
  if (isPassedOver(context, statement.relation)) return;
  const ref = tableRefOf(context, statement.relation);
  const table = context.catalog.table(ref);
  if (table === null && statement.missing_ok) return;
  const found = table && constraintsOf(table).find(({ name }) => name === statement.subname);
  if (found === undefined || found === null) {
    if (statement.subname?.endsWith('_not_null')) return;
    throw new StatementError(`renames the constraint ${statement.subname}, which does not exist`, ref);
  }
  const constraint = { kind: found.kind, name: found.name ?? '' };
  context.catalog.apply({ kind: 'rename-constraint', table: ref, constraint, to: statement.newname ?? '' });
}

/** The index of a constraint is renamed with its constraint. */
function renameIndex(statement: RenameStmt, { fold, catalog }: Context): void {
  const { schemaname, relname = '' } = statement.relation ?? {};
  const ref = fold.resolve(schemaname, relname, (candidate) => catalog.tableOfIndex(candidate) !== null);
  const table = catalog.tableOfIndex(ref);
  if (table === null) {
    const unreadOwner = catalog
      .schema()
      .others.some(({ kind }) => kind === 'materialized view' || kind === 'partition');
    if (statement.missing_ok || unreadOwner) return;
    throw new StatementError(`renames the index ${relname}, which does not exist`);
  }
  const to = statement.newname ?? '';
  const constraint = constraintsOf(table).find(({ name }) => name === relname);
  if (constraint === undefined) catalog.apply({ kind: 'rename-index', table, index: relname, to });
  else catalog.apply({ kind: 'rename-constraint', table, constraint: { kind: constraint.kind, name: relname }, to });
}

function renameDomainConstraint(statement: RenameStmt, context: Context): void {
  const { schema, name } = qualified(namesOf(statement.object));
  const ref = userType(context, schema, name);
  const domain = ref && context.catalog.domain(ref);
  if (ref === null || domain === null) return;
  const to = statement.newname ?? '';
  const checks = domain.checks.map((check) => (check.name === statement.subname ? { ...check, name: to } : check));
  context.catalog.apply({ kind: 'alter-domain', domain: ref, to: { ...domain, checks } });
}

/** Everything in the schema moves along. */
function renameSchema(statement: RenameStmt, context: Context): void {
  const { catalog, fold } = context;
  const [from, to] = [statement.subname ?? '', statement.newname ?? ''];
  const schema: Schema = catalog.schema();
  const inside = (object: { readonly schema: string | null }): boolean => object.schema === from;
  const into = ({ name }: { readonly name: string }): TableRef => ({ schema: to, name });
  for (const { name } of schema.enums.filter(inside))
    catalog.apply({ kind: 'rename-enum', enum: { schema: from, name }, to: into({ name }) });
  for (const domain of schema.domains.filter(inside))
    catalog.apply({ kind: 'alter-domain', domain, to: { ...domain, schema: to } });
  for (const { name } of schema.tables.filter(inside))
    moveRelation({ schemaname: from, relname: name }, context, into, false);
  for (const { name } of schema.sequences.filter(inside))
    moveSequence({ schemaname: from, relname: name }, context, into);
  for (const other of schema.others.filter(inside)) {
    catalog.apply({ kind: 'drop-other', other });
    catalog.apply({ kind: 'add-other', other: { ...other, schema: to } });
  }
  fold.searchPath = fold.searchPath.map((name) => (name === from ? to : name));
}

function renameListed(kind: string): Rename {
  return (statement, { fold, catalog }) => {
    const { schemaname, relname = '' } = statement.relation ?? rangeVarOf([]);
    const ref = fold.resolve(schemaname, relname, (candidate) => catalog.other({ kind, ...candidate }) !== null);
    const other = catalog.other({ kind, ...ref });
    if (other === null) return;
    catalog.apply({ kind: 'drop-other', other });
    catalog.apply({ kind: 'add-other', other: { ...other, name: statement.newname ?? '' } });
  };
}
