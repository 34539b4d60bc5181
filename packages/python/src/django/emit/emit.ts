import { emptySchema, isUnreadable, type Schema, type Table } from '@canonical-schema/schema';
import type { ModelKey, ModelState } from '../model-state';
import { columnOf } from './column';
import type { EmitContext } from './context';
import { hasColumn } from './field-columns';
import { fieldChecks, fieldUniques, foreignKeysOf, primaryKeyOf, unreadOfField } from './field-constraints';
import { fieldIndexes } from './field-indexes';
import { automaticThroughModels, type UnmadeTable, unmadeThroughTables } from './many-to-many';
import { metaConstraints } from './meta-constraints';
import { metaIndexes, togetherIndexes } from './meta-indexes';

/** The schema, and what it may have besides. */
export interface EmittedSchema {
  readonly schema: Schema;
  /** Tables that exist only under a condition which cannot be decided. */
  readonly uncertain: readonly { readonly table: Table; readonly condition: string }[];
  /** Models whose table's name could not be read, and so have no table. */
  readonly nameless: readonly { readonly state: ModelState; readonly why: string }[];
  /** Join tables that a field may have, for its other end or its `through` could not be read. */
  readonly unmade: readonly UnmadeTable[];
}

/** The schema that `migrate` creates from these models: no table for proxies and for models that were swapped out. */
export function emitModels(states: ReadonlyMap<ModelKey, ModelState>, context: EmitContext): EmittedSchema {
  const tables: Table[] = [];
  const uncertain: { table: Table; condition: string }[] = [];
  const nameless: { state: ModelState; why: string }[] = [];
  const unmade: UnmadeTable[] = [];
  for (const [key, state] of states) {
    const model = context.registry.kept('its tables', state, context.program, () => emitModel(key, state, context));
    tables.push(...model.tables);
    uncertain.push(...model.uncertain);
    nameless.push(...model.nameless);
    unmade.push(...model.unmade);
  }
  return { schema: { ...emptySchema, tables }, uncertain, nameless, unmade };
}

interface EmittedModel extends Omit<EmittedSchema, 'schema'> {
  readonly tables: readonly Table[];
}

const noTable: EmittedModel = { tables: [], uncertain: [], nameless: [], unmade: [] };

function emitModel(key: ModelKey, state: ModelState, context: EmitContext): EmittedModel {
  if (state.options.proxy || isSwappedOut(key, state, context)) return noTable;
  const dbTable = context.registry.dbTable(state);
  if (isUnreadable(dbTable)) return { ...noTable, nameless: [{ state, why: dbTable.unreadable }] };
  const joins = throughTables(state, context);
  return {
    tables: [
      tableOf(state, dbTable, ormOf(state), context),
      ...joins.flatMap(({ table, condition }) => (condition === null ? [table] : [])),
    ],
    uncertain: joins.flatMap(({ table, condition }) => (condition === null ? [] : [{ table, condition }])),
    nameless: [],
    unmade: unmadeThroughTables(state, context),
  };
}

/** Does a setting put another model in this one's place? */
export function isSwappedOut(key: ModelKey, state: ModelState, context: EmitContext): boolean {
  if (state.options.swappable === null) return false;
  const inPlace = context.swappedIn(state.options.swappable);
  return inPlace !== null && inPlace !== key;
}

/** How Django came to a model's table. */
export function ormOf(state: ModelState): NonNullable<Table['orm']> {
  return {
    model: `${state.app}.${state.name}`,
    owner: state.app,
    nameGiven: state.options.dbTable !== null && state.options.dbTable !== '',
    implicitKey: false,
    external: state.external,
  };
}

function throughTables(
  state: ModelState,
  context: EmitContext,
): readonly { readonly table: Table; readonly condition: string | null }[] {
  return automaticThroughModels(state, context).flatMap((through) => {
    const dbTable = through.state.options.dbTable;
    if (dbTable === null || isUnreadable(dbTable)) return [];
    const orm = {
      ...ormOf(state),
      model: `${state.app}.${state.name}.${through.field.name}`,
      nameGiven: through.nameGiven,
    };
    return [{ table: tableOf(through.state, dbTable, orm, context), condition: through.field.condition }];
  });
}

/** One model's table. Source: `create_model`, `table_sql`, `_model_indexes_sql`. */
export function tableOf(
  state: ModelState,
  dbTable: string,
  orm: NonNullable<Table['orm']>,
  context: EmitContext,
): Table {
  const fields = context.registry.fields(state);
  const constraints = metaConstraints(state, dbTable, context);
  const declared = metaIndexes(state, dbTable, context);
  const together = togetherIndexes(state, dbTable, context);
  const comment = state.options.dbTableComment;
  return {
    ...context.backend.names.tableRef(dbTable),
    columns: fields.filter(hasColumn).map((field) => columnOf(state, field, context)),
    primaryKey: primaryKeyOf(state, dbTable, context),
    uniques: [...fieldUniques(fields, dbTable, context), ...constraints.uniques],
    foreignKeys: foreignKeysOf(state, dbTable, context),
    checks: [...fieldChecks(state, dbTable, context), ...constraints.checks],
    exclusions: constraints.exclusions,
    indexes: [
      ...fieldIndexes(fields, dbTable, context),
      ...together.objects,
      ...declared.objects,
      ...constraints.uniqueIndexes,
    ],
    comment: isUnreadable(comment) || !context.backend.sql.traits.hasComments ? null : comment,
    managed: state.options.managed,
    orm: { ...orm, implicitKey: fields[0]?.autoCreated === true && fields[0].name === 'id' },
    unread: [
      ...state.unread,
      ...fields.flatMap((field) => unreadOfField(field, context)),
      ...constraints.unread,
      ...declared.unread,
      ...together.unread,
    ],
    place: state.place,
  };
}
