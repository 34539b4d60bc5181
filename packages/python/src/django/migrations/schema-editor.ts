import type { Catalog, Change, ConstraintRef, Table, TableRef } from '@canonical-schema/schema';
import { isUnreadable } from '@canonical-schema/schema';
import { keysWithout } from '@canonical-schema/sql';
import type { Backend } from '../backends';
import type { EmitContext } from '../emit/context';
import { isSwappedOut } from '../emit/emit';
import { columnName, hasColumn } from '../emit/field-columns';
import { plainUnique } from '../emit/field-constraints';
import { automaticThroughModels } from '../emit/many-to-many';
import { metaConstraints, uniqueAsIndex } from '../emit/meta-constraints';
import { metaIndexes, togetherIndex } from '../emit/meta-indexes';
import { isSet } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import { type ModelState, modelKey } from '../model-state';
import { type NameRules, schemaEditorName } from '../names';
import { columnsNamed, createdColumn, createdTable, refOf } from './created-table';
import { changeOf, DeferredStatements } from './deferred';
import { type Found, objectNamed, objectsOver } from './introspection';
import { firstColumn, LeftIndexes, missingForeignKeyIndex } from './left-indexes';
import { OperationError } from './operation';
import { renameOwnChecks } from './own-checks';
import { addOwnedSequence } from './owned-sequence';
import { isAddedInPlace, isDroppedInPlace, isIndexConstraint, remakeTable } from './remade-table';

/** A model as one of the two states around an operation has it. */
export interface Model {
  readonly state: ModelState;
  readonly context: EmitContext;
}

/**
 * Does to a catalog what Django's schema editor does to PostgreSQL, statement by statement, so that names and forms are
 * those of the time. Source: `BaseDatabaseSchemaEditor`, `DatabaseSchemaEditor` of PostgreSQL.
 */
export class SchemaEditor {
  readonly deferred: DeferredStatements;
  private readonly left: LeftIndexes;

  constructor(
    readonly catalog: Catalog,
    readonly backend: Backend,
  ) {
    this.deferred = new DeferredStatements(backend.names);
    this.left = new LeftIndexes(catalog);
  }

  /** Runs what was kept for the end of the migration. */
  finish(): void {
    for (const statement of this.deferred.take()) {
      const table = this.backend.names.tableRef(statement.dbTable);
      if (this.catalog.table(table) !== null) this.apply(changeOf(statement, this.backend.names));
    }
  }

  /** The table of a model as it is now. */
  table(model: Model): Table {
    const table = this.catalog.table(this.refOf(model));
    if (table === null) throw new OperationError(`the table of ${model.state.app}.${model.state.name} does not exist`);
    return table;
  }

  dbTable({ state, context }: Model): string {
    const dbTable = context.registry.dbTable(state);
    if (isUnreadable(dbTable))
      throw new OperationError(`the table of ${state.app}.${state.name}: ${dbTable.unreadable}`);
    return dbTable;
  }

  refOf(model: Model): TableRef {
    return this.backend.names.tableRef(this.dbTable(model));
  }

  apply(change: Change): void {
    this.catalog.apply(change);
    if (change.kind === 'add-index' || change.kind === 'add-constraint') this.left.settle(change.table);
  }

  createModel(model: Model): void {
    this.createTable(model);
    for (const through of automaticThroughModels(model.state, model.context)) {
      if (through.field.condition === null) this.createModel({ ...model, state: through.state });
    }
  }

  /** The model's own table. */
  createTable(model: Model): void {
    const dbTable = this.dbTable(model);
    const promised = this.catalog.table(this.backend.names.tableRef(dbTable));
    // A table that Django does not make was only a promise: its names are free.
    if (promised?.managed === false) this.apply({ kind: 'drop-table', table: refOf(promised) });
    const { table, indexes, uniques, foreignKeys } = createdTable(model.state, dbTable, model.context, this.catalog);
    this.apply({ kind: 'add-table', table });
    for (const column of table.columns) addOwnedSequence(this.catalog, table, column);
    for (const object of uniques) this.deferred.add({ kind: 'unique', dbTable, object });
    for (const object of foreignKeys) this.deferForeignKey(dbTable, object);
    for (const object of indexes) this.deferred.add({ kind: 'index', dbTable, object });
  }

  private deferForeignKey(dbTable: string, object: Table['foreignKeys'][number]): void {
    const { schema, table } = object.references;
    const toDbTable = schema === 'public' ? table : `${schema}"."${table}`;
    this.deferred.add({ kind: 'foreign-key', dbTable, object, toDbTable });
  }

  deleteModel(model: Model): void {
    for (const through of automaticThroughModels(model.state, model.context)) {
      this.deleteModel({ ...model, state: through.state });
    }
    const dbTable = this.dbTable(model);
    this.apply({ kind: 'drop-table', table: this.refOf(model) });
    this.deferred.dropTable(dbTable);
  }

  /** `model` is the one after; a default is given and taken back, so the end state has none. */
  addField(model: Model, field: FieldState): void {
    const through = throughOf(model, field);
    if (through !== null) {
      this.createModel(through);
      return;
    }
    if (!hasColumn(field)) return;
    if (this.backend.features.remakesTables && !isAddedInPlace(field)) {
      remakeTable(this, model, isSet(field, 'primary_key') ? field : null);
      return;
    }
    const dbTable = this.dbTable(model);
    const made = createdColumn(model.state, field, dbTable, model.context, this.catalog);
    const table = this.refOf(model);
    this.apply({ kind: 'add-column', table, column: made.column });
    addOwnedSequence(this.catalog, table, made.column);
    const add = (constraint: Extract<Change, { kind: 'add-constraint' }>['constraint']): void =>
      this.apply({ kind: 'add-constraint', table, constraint });
    if (made.primaryKey !== null) add({ ...made.primaryKey, kind: 'primary-key' });
    for (const unique of made.uniques) add({ ...unique, kind: 'unique' });
    for (const check of made.checks) add({ ...check, kind: 'check' });
    for (const key of made.foreignKeys) add({ ...key, kind: 'foreign-key' });
    for (const object of made.indexes) this.deferred.add({ kind: 'index', dbTable, object });
  }

  /** `after` is the model without the field. */
  removeField(model: Model, field: FieldState, after: Model): void {
    const through = throughOf(model, field);
    if (through !== null) {
      this.deleteModel(through);
      return;
    }
    if (!hasColumn(field)) return;
    if (this.backend.features.remakesTables && !isDroppedInPlace(field)) {
      remakeTable(this, after);
      return;
    }
    const column = this.backend.names.stored(columnName(field));
    const before = this.table(model);
    this.apply({ kind: 'drop-column', table: this.refOf(model), column });
    if (this.backend.sql.traits.uniquesAreIndexes) {
      for (const change of keysWithout(before, column)) this.apply(change);
    }
    this.deferred.dropColumn(this.dbTable(model), column);
  }

  renameTable(from: string, to: string): void {
    if (from === to) return;
    this.apply({ kind: 'rename-table', table: this.backend.names.tableRef(from), to: this.backend.names.tableRef(to) });
    this.deferred.renameTable(from, to);
    if (this.backend.features.renamesChecksWithTables) renameOwnChecks(this.catalog, from, to, this.backend.names);
  }

  drop(table: TableRef, found: Found): void {
    if (found.kind === 'index') this.apply({ kind: 'drop-index', table, index: found.name });
    else this.dropConstraint(table, found.ref);
  }

  dropConstraint(table: TableRef, constraint: ConstraintRef): void {
    const key = this.catalog.table(table)?.foreignKeys.find(({ name }) => name === constraint.name);
    this.apply({ kind: 'drop-constraint', table, constraint });
    const isIndexed = constraint.kind === 'foreign-key' && this.backend.sql.traits.indexesForeignKeys;
    if (isIndexed && key !== undefined) this.left.leave(table, key);
  }

  /** Django makes the index of a foreign key where the one that goes stood for it. */
  private keepForeignKeyIndex(model: Model, column: string | undefined): void {
    const table = this.table(model);
    const index = column === undefined ? null : missingForeignKeyIndex(model, table, this.dbTable(model), column);
    if (index !== null) this.apply({ kind: 'add-index', table: refOf(table), index });
  }

  /** `DROP INDEX IF EXISTS`. */
  dropIndexIfThere(model: Model, name: string): void {
    const table = this.refOf(model);
    const stored = this.backend.names.stored(name);
    if (this.table(model).indexes.some((index) => index.name === stored)) {
      this.apply({ kind: 'drop-index', table, index: stored });
    }
    this.deferred.dropIndex(this.dbTable(model), stored);
  }

  /** An index or constraint by its name, whatever it is; nothing where it is not there. */
  dropNamed(model: Model, name: string): void {
    const found = objectNamed(this.table(model), this.backend.names.stored(name));
    if (found !== null) this.keepForeignKeyIndex(model, firstColumn(this.table(model), nameOf(found)));
    if (found !== null) this.drop(this.refOf(model), found);
    else this.deferred.dropIndex(this.dbTable(model), this.backend.names.stored(name));
  }

  addUnique(model: Model, columns: readonly string[], place: Table['place']): void {
    const name = this.backend.names.stored(schemaEditorName(this.dbTable(model), columns, '_uniq', this.backend.names));
    const stored = columns.map((column) => this.backend.names.stored(column));
    const unique = plainUnique(name, false, stored, place);
    const table = this.refOf(model);
    if (this.backend.features.addsUniquesAsIndexes)
      this.apply({ kind: 'add-index', table, index: uniqueAsIndex(unique) });
    else this.apply({ kind: 'add-constraint', table, constraint: { ...unique, kind: 'unique' } });
  }

  addTogetherIndex(model: Model, columns: readonly string[], place: Table['place']): void {
    const index = togetherIndex(columns, this.dbTable(model), place, model.context);
    this.apply({ kind: 'add-index', table: this.refOf(model), index });
  }

  /** One of the model's `Meta.indexes`. What of it cannot be read is said of the table in the end, if it is still there. */
  addDeclaredIndex(model: Model, declared: ModelState['options']['indexes'][number]): void {
    const alone: ModelState = { ...model.state, options: { ...model.state.options, indexes: [declared] } };
    const { objects } = metaIndexes(alone, this.dbTable(model), model.context);
    for (const index of objects) this.apply({ kind: 'add-index', table: this.refOf(model), index });
  }

  addDeclaredConstraint(model: Model, declared: ModelState['options']['constraints'][number]): void {
    if (this.isRemadeFor(declared)) {
      remakeTable(this, model);
      return;
    }
    const options = { ...model.state.options, constraints: [declared], uniqueTogether: [] };
    const made = metaConstraints({ ...model.state, options }, this.dbTable(model), model.context);
    const table = this.refOf(model);
    const add = (constraint: Extract<Change, { kind: 'add-constraint' }>['constraint']): void =>
      this.apply({ kind: 'add-constraint', table, constraint });
    for (const unique of made.uniques) add({ ...unique, kind: 'unique' });
    for (const check of made.checks) add({ ...check, kind: 'check' });
    for (const exclusion of made.exclusions) add({ ...exclusion, kind: 'exclusion' });
    for (const index of made.uniqueIndexes) this.apply({ kind: 'add-index', table, index });
  }

  /** A constraint of the model before, by its name. */
  dropDeclaredConstraint(before: Model, name: string, after: Model): void {
    const declared = before.state.options.constraints.find((each) => declaredName(each) === name);
    if (declared !== undefined && this.isRemadeFor(declared)) remakeTable(this, after);
    else this.dropNamed(before, name);
  }

  private isRemadeFor(declared: ModelState['options']['constraints'][number]): boolean {
    return this.backend.features.remakesTables && !(declared.kind !== 'unread' && isIndexConstraint(declared));
  }

  /** The one index or constraint over these fields that `unique_together` or `index_together` made. */
  dropComposed(model: Model, names: readonly string[], kind: 'unique' | 'index'): void {
    const columns = columnsNamed(model.state, names, model.context);
    const stored = columns.map((column) => this.backend.names.stored(column));
    const found = objectsOver(this.table(model), {
      kind,
      columns: stored,
      exclude: namesOfMeta(model.state, this.backend.names),
    });
    const usual = this.backend.names.stored(
      schemaEditorName(this.dbTable(model), columns, kind === 'unique' ? '_uniq' : '_idx', this.backend.names),
    );
    const chosen = found.find((each) => nameOf(each) === usual) ?? found[0];
    if (chosen === undefined && model.state.unread.length > 0) return;
    if (chosen === undefined) throw new OperationError(`no ${kind} over ${stored.join(', ')} was found to be dropped`);
    this.keepForeignKeyIndex(model, stored[0]);
    this.drop(this.refOf(model), chosen);
  }
}

/** The name of a found object. */
export function nameOf(found: Found): string {
  return found.kind === 'index' ? found.name : found.ref.name;
}

/** The name that an entry of Meta says; null where that is not known. */
function declaredName(entry: ModelState['options']['indexes' | 'constraints'][number]): string | null {
  const name = entry.kind === 'unread' ? undefined : entry.arguments.get('name');
  return name?.kind === 'str' ? name.value : null;
}

/** Names of a model's own indexes and constraints, which the schema editor leaves alone. */
export function namesOfMeta({ options }: ModelState, { stored }: NameRules): ReadonlySet<string> {
  const names = new Set<string>();
  for (const entry of [...options.indexes, ...options.constraints]) {
    const name = declaredName(entry);
    if (name !== null) names.add(stored(name));
  }
  return names;
}

/** The join table's model that Django makes for a many-to-many field; null for other fields. */
export function throughOf({ state, context }: Model, field: FieldState): Model | null {
  const [through] = automaticThroughModels({ ...state, fields: [field] }, context);
  return through === undefined ? null : { state: { ...through.state, fields: through.state.fields }, context };
}

/** Does Django make a table for the model? Source: `Options.can_migrate`. */
export function isMigrated({ state, context }: Model): boolean {
  const { managed, proxy } = state.options;
  return managed && !proxy && !isSwappedOut(modelKey(state.app, state.name), state, context);
}
