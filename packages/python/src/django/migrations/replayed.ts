import { Catalog, isUnreadable, type Reading, type Schema, type Table, type Unread } from '@canonical-schema/schema';
import { withoutOwnedSequences } from '@canonical-schema/sql';
import type { EmitContext } from '../emit/context';
import { emitModels, ormOf, tableOf } from '../emit/emit';
import { automaticThroughModels } from '../emit/many-to-many';
import { unreadOfTable } from '../emit/unread-facts';
import { type LoadedModels, wantedModels } from '../loaded-models';
import type { ModelKey, ModelState } from '../model-state';
import { unreadBase } from '../unread-parts';
import { type MigrationPlan, planMigrations } from './graph';
import type { LoadedMigrations } from './load-migrations';
import type { Migrated } from './missing/project-sides';
import { addOwnedSequence } from './owned-sequence';
import { Replay } from './replay';
import { isMigrated } from './schema-editor';

/** What migrations do by themselves, whatever the models are that they should lead to. */
export interface Replayed extends Migrated, Pick<Reading, 'schema' | 'unread' | 'remarks'> {
  readonly plan: MigrationPlan;
  /** The models that are there before any migration. */
  readonly start: ReadonlyMap<ModelKey, ModelState>;
}

/** Carries out migrations in their order. */
export function replayed(loaded: LoadedModels, migrations: LoadedMigrations): Replayed {
  const plan = planMigrations(migrations.migrations, migrations.migratedApps);
  const start = unmigratedModels(loaded, migrations);
  const catalog = startingCatalog(start, loaded);
  const replay = new Replay(loaded, catalog, start);
  for (const migration of plan.order) replay.run(migration);
  const { project, context } = replay.after;
  const known = withModelFacts(withoutOwnedSequences(catalog.schema()), project.models, context);
  const schema = withLostOperations(known, new Map([...migrations.lost, ...replay.lost]));
  const facts = schema.tables.filter((table) => table.orm?.external !== true).flatMap(unreadOfTable);
  return {
    plan,
    start,
    models: project.models,
    context,
    schema,
    unread: [...migrations.unread, ...replay.unread, ...facts],
    remarks: [...migrations.remarks, ...plan.remarks, ...replay.remarks],
  };
}

/** Models that are there before any migration: Django's own, and those of apps without migrations. */
export function unmigratedModels(
  loaded: LoadedModels,
  { migratedApps }: LoadedMigrations,
): ReadonlyMap<ModelKey, ModelState> {
  return new Map([...loaded.all].filter(([, { app }]) => !migratedApps.has(app)));
}

/** `migrate --run-syncdb` makes the tables of apps without migrations first. */
function startingCatalog(models: ReadonlyMap<ModelKey, ModelState>, loaded: LoadedModels): Catalog {
  const { schema } = emitModels(wantedModels(models, loaded.apps), loaded.context);
  const catalog = new Catalog(schema, loaded.fields.backend.sql.sqlText);
  for (const table of schema.tables) for (const column of table.columns) addOwnedSequence(catalog, table, column);
  return catalog;
}

/** Operations that are not known may have given the tables of their app anything besides. */
function withLostOperations(schema: Schema, lost: ReadonlyMap<string, Unread>): Schema {
  if (lost.size === 0) return schema;
  const tables = schema.tables.map((table) => {
    const entry = table.orm === undefined ? undefined : lost.get(table.orm.owner ?? '');
    if (entry === undefined) return table;
    return { ...table, unread: [...table.unread, unreadBase(`${entry.subject}: ${entry.why}`, entry.place)] };
  });
  return { ...schema, tables };
}

/** What only the models know of the tables: who owns them, Python's defaults and choices, the places of fields. */
function withModelFacts(schema: Schema, models: ReadonlyMap<ModelKey, ModelState>, context: EmitContext): Schema {
  const emitted = new Map<string, Table>();
  for (const state of models.values()) {
    for (const table of tablesOf(state, context)) emitted.set(labelOf(table), table);
  }
  const tables = schema.tables.map((table) => {
    const model = emitted.get(labelOf(table));
    if (model === undefined) return table;
    return model.managed ? withFacts(table, model) : model;
  });
  return { ...schema, tables };
}

function tablesOf(state: ModelState, context: EmitContext): readonly Table[] {
  if (!isMigrated({ state, context }) && state.options.managed) return [];
  const all = [
    { state, orm: ormOf(state) },
    ...automaticThroughModels(state, context).map((through) => ({
      state: through.state,
      orm: { ...ormOf(state), model: `${state.app}.${state.name}.${through.field.name}`, nameGiven: through.nameGiven },
    })),
  ];
  return all.flatMap(({ state: own, orm }) => {
    const dbTable = context.registry.dbTable(own);
    return isUnreadable(dbTable) ? [] : [tableOf(own, dbTable, orm, context)];
  });
}

function withFacts(table: Table, model: Table): Table {
  const columns = new Map(model.columns.map((column) => [column.name, column]));
  const onDelete = new Map(model.foreignKeys.map((key) => [key.columns.join(), key.pythonOnDelete]));
  return {
    ...table,
    ...(model.orm === undefined ? {} : { orm: model.orm }),
    managed: true,
    unread: [...model.unread, ...table.unread],
    columns: table.columns.map((column) => {
      const known = columns.get(column.name);
      if (known === undefined) return column;
      const { pythonDefault, choices, place } = known;
      return {
        ...column,
        ...(pythonDefault === undefined ? {} : { pythonDefault }),
        ...(choices === undefined ? {} : { choices }),
        place: place ?? column.place,
      };
    }),
    foreignKeys: table.foreignKeys.map((key) => {
      const action = onDelete.get(key.columns.join());
      return action === undefined ? key : { ...key, pythonOnDelete: action };
    }),
  };
}

function labelOf({ schema, name }: Table): string {
  return `${schema}\u0000${name}`;
}
