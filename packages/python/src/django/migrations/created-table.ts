import {
  type Catalog,
  type Check,
  type Column,
  constraintsOf,
  type ForeignKey,
  type Index,
  isUnreadable,
  type PrimaryKey,
  type Table,
  type TableRef,
  type Unique,
} from '@canonical-schema/schema';
import { columnOf } from '../emit/column';
import type { EmitContext } from '../emit/context';
import { ormOf, tableOf } from '../emit/emit';
import { columnName } from '../emit/field-columns';
import { metaConstraints } from '../emit/meta-constraints';
import type { FieldState } from '../fields/field-state';
import type { ModelState } from '../model-state';
import { defaultOptions } from '../options';

/** A table as CREATE TABLE makes it, and what the schema editor adds at the end of the migration. */
export interface CreatedTable {
  readonly table: Table;
  readonly indexes: readonly Index[];
  readonly uniques: readonly Unique[];
  readonly foreignKeys: readonly ForeignKey[];
}

/** The table of a new model. Source: `table_sql`, `create_model`. */
export function createdTable(state: ModelState, dbTable: string, context: EmitContext, catalog: Catalog): CreatedTable {
  const inline: ModelState = { ...state, options: { ...state.options, uniqueTogether: [] } };
  const together: ModelState = { ...state, options: { ...state.options, constraints: [] } };
  const full = tableOf(inline, dbTable, ormOf(state), context);
  const isInline = context.backend.features.hasInlineForeignKeys;
  const foreignKeys = isInline ? full.foreignKeys : [];
  const table = withFreeNames({ ...full, foreignKeys, indexes: [], unread: [] }, context, catalog);
  const { uniques, uniqueIndexes } = metaConstraints(together, dbTable, context);
  return {
    table,
    indexes: [...uniqueIndexes, ...full.indexes],
    uniques,
    foreignKeys: isInline ? [] : full.foreignKeys,
  };
}

/** A column as ADD COLUMN makes it, with what stands behind it in the statement, and its indexes. */
export interface CreatedColumn {
  readonly column: Column;
  readonly primaryKey: PrimaryKey | null;
  readonly uniques: readonly Unique[];
  readonly checks: readonly Check[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly indexes: readonly Index[];
}

/** The column of a field of a model. Source: `add_field`. */
export function createdColumn(
  state: ModelState,
  field: FieldState,
  dbTable: string,
  context: EmitContext,
  catalog: Catalog,
): CreatedColumn {
  const alone: ModelState = { ...state, fields: [field], options: { ...defaultOptions, dbTable }, parents: [] };
  const made = withFreeNames(tableOf(alone, dbTable, ormOf(state), context), context, catalog);
  const column = columnOf(state, field, context);
  const isOwn = ({ columns }: { readonly columns: readonly string[] }): boolean =>
    columns.length === 1 && columns[0] === column.name;
  return {
    column,
    primaryKey: made.primaryKey !== null && isOwn(made.primaryKey) ? made.primaryKey : null,
    uniques: made.uniques.filter(isOwn),
    checks: made.checks.filter(isOwn),
    foreignKeys: made.foreignKeys.filter(isOwn),
    indexes: made.indexes.filter((index) => index.name !== null && indexIsOver(index, column.name)),
  };
}

/** Every index of a field is over its column alone; a raster's, over an expression of it. */
function indexIsOver({ keys }: Index, column: string): boolean {
  const [only] = keys;
  return only !== undefined && (only.of.kind === 'expression' || only.of.column === column);
}

/** The names that the server makes itself keep clear of those that are taken. */
function withFreeNames(table: Table, { backend: { serverNames } }: EmitContext, catalog: Catalog): Table {
  const standing = catalog.table(table);
  const ofTable = standing === null ? [] : namesOf(standing);
  const isTaken = (name: string): boolean =>
    serverNames.areOfTable ? ofTable.includes(name) : catalog.isNameTaken(table.schema, name);
  const key = table.primaryKey;
  return {
    ...table,
    primaryKey: key === null ? null : { ...key, name: serverNames.primaryKey(table.name, isTaken) },
    uniques: table.uniques.map((unique) => {
      const [column] = unique.columns;
      if (unique.nameGiven || column === undefined || unique.name === null || !isTaken(unique.name)) return unique;
      return { ...unique, name: serverNames.unique(table.name, column, isTaken) };
    }),
    checks: table.checks.map((check) => {
      const [column] = check.columns;
      if (check.nameGiven || column === undefined || check.name === null) return check;
      if (standing === null && !isTaken(check.name)) return check;
      return { ...check, name: serverNames.check(table.name, column, { has: isTaken, ofTable }) };
    }),
  };
}

/** The names of a table's own indexes and constraints. */
function namesOf(table: Table): readonly string[] {
  return [...constraintsOf(table), ...table.indexes].flatMap(({ name }) => name ?? []);
}

/** `db_table`, where it is known. */
export function knownTable(state: ModelState, context: EmitContext): string | null {
  const dbTable = context.registry.dbTable(state);
  return isUnreadable(dbTable) ? null : dbTable;
}

/** The columns of fields by name, as the model's Meta names them. */
export function columnsNamed(state: ModelState, names: readonly string[], context: EmitContext): readonly string[] {
  return names.flatMap((name) => {
    const found = context.registry.fieldNamed(state, name);
    return found === null ? [] : [columnName(found.field)];
  });
}

/** A table's reference, from a table. */
export function refOf({ schema, name }: Table): TableRef {
  return { schema, name };
}
