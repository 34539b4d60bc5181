import { isUnreadable, type TableRef } from '@canonical-schema/schema';
import type { ClassValue } from '../../../syntax/value';
import type { EmitContext } from '../../emit/context';
import { metaIndexes } from '../../emit/meta-indexes';
import type { LoadedModels } from '../../loaded-models';
import type { ModelKey, ModelState } from '../../model-state';
import type { DjangoVersion } from '../../version';
import { appOfKey, type Side, type Sides, type Uncompared } from './detection';
import { type FactReading, factsOfState, namesOf } from './facts-of-state';
import { nestedFieldTerm } from './field-term';
import type { ModelFacts } from './model-facts';
import { type ModelOutline, outlineOf } from './outline';
import { relationsOf } from './relations';

/** What a project's classes say of the models of its own apps. */
export interface ModelSide extends Side {
  /** All models of the project, those of other apps included. */
  readonly keys: ReadonlySet<ModelKey>;
  /** Models that cannot be compared at all, and why. */
  readonly leftOut: readonly Uncompared[];
  /** Tables of models that no class was read for and that may exist all the same. */
  readonly doubtful: readonly { readonly table: TableRef; readonly why: string }[];
  readonly swappable: SwappableSettings;
  /** The models that the settings name, by setting. */
  readonly named: ReadonlyMap<string, ModelKey>;
  readonly version: DjangoVersion;
  /** The file of a makemigrations command of the project's own, which decides by itself what is missing; null for none. */
  readonly ownCommand: string | null;
  /** Is every module what it would be if only some had been read? */
  readonly isOrderFree: boolean;
}

/** The settings by the models that they name, and by those that they may name another for. */
export type SwappableSettings = ReadonlyMap<ModelKey, string>;

/** Models as migrations leave them, with what emitting them asks. */
export interface Migrated {
  readonly models: ReadonlyMap<ModelKey, ModelState>;
  readonly context: EmitContext;
}

/** Models of both sides that can be compared, and those that cannot. */
export interface ProjectSides {
  readonly from: ReadonlyMap<ModelKey, ModelOutline>;
  readonly to: ReadonlyMap<ModelKey, ModelOutline>;
  readonly uncompared: readonly Uncompared[];
}

/** Takes the models of a project apart as its classes say. */
export function modelSide(loaded: LoadedModels): ModelSide {
  const { apps, context, models, project } = loaded;
  const { registry } = context;
  const own = [...models.states].filter(([, { app }]) => apps.appLabelled(app)?.external !== true);
  const leftOut = own.flatMap(([model, state]): readonly Uncompared[] => {
    const why = whyNotCompared(state);
    if (why === null) return [];
    return [{ subject: `${state.app}.${state.name}`, why, place: state.place, model, isChange: false }];
  });
  const swappable = swappableSettings(loaded.all, loaded);
  const settingsKey = keyOfSettings(swappable);
  const names = namesOf(
    (key) => registry.model(key),
    (key) => swappable.get(key) ?? null,
    (state) => registry.primaryKey(state),
  );
  const reading = factReading(loaded);
  const takenApart = (state: ModelState): TakenApart => {
    const make = () => ({ settingsKey, ...outlined(factsOfState(state, 'model', names, reading)) });
    const stands = (kept: ReturnType<typeof make>) => kept.settingsKey === settingsKey;
    return registry.kept('facts of the model', state, reading.program, make, stands);
  };
  const compared = own.filter(([, state]) => whyNotCompared(state) === null);
  return {
    ...sideOf(compared, takenApart),
    relations: relationsOf(loaded.all),
    leftOut,
    doubtful: models.unread.flatMap(({ table, why }) => (table === null ? [] : [{ table, why }])),
    swappable,
    named: namedBySettings(swappable, context),
    version: project.version,
    keys: new Set(loaded.all.keys()),
    ownCommand: ownCommand(loaded),
    isOrderFree: project.program.isOrderFree,
  };
}

function ownCommand({ apps, fields }: LoadedModels): string | null {
  const commands = apps.apps.flatMap(({ name, external }) =>
    external ? [] : (fields.program.moduleNamed(`${name}.management.commands.makemigrations`) ?? []),
  );
  return commands[0]?.path ?? null;
}

function whyNotCompared({ isHistorical, condition }: ModelState): string | null {
  if (condition !== null) return `it depends on the condition ${condition}`;
  return isHistorical === true ? 'HistoricalRecords makes it of the model at run time' : null;
}

/** Takes the models of some apps apart as migrations leave them. */
export function migrationSide(
  loaded: LoadedModels,
  { models, context }: Migrated,
  apps: ReadonlySet<string>,
  swappable: SwappableSettings,
): Side {
  const { registry } = context;
  const settingsKey = keyOfSettings(swappable);
  const names = namesOf(
    (key) => models.get(key) ?? null,
    (key) => swappable.get(key) ?? null,
    (state) => registry.primaryKey(state),
  );
  const reading = factReading(loaded, context);
  const takenApart = (state: ModelState): TakenApart => {
    // The models that migrations leave are one object for as long as no migration changes.
    const make = () => ({ models, settingsKey, ...outlined(factsOfState(state, 'migration', names, reading)) });
    const stands = (kept: ReturnType<typeof make>) => kept.models === models && kept.settingsKey === settingsKey;
    return loaded.context.registry.kept('facts of the migration', state, reading.program, make, stands);
  };
  const asked = [...models].filter(([, { app }]) => apps.has(app));
  return { ...sideOf(asked, takenApart), relations: relationsOf(models) };
}

interface TakenApart {
  readonly facts: ModelFacts;
  readonly outline: ModelOutline;
}

function outlined(facts: ModelFacts): TakenApart {
  return { facts, outline: outlineOf(facts) };
}

function sideOf(
  states: readonly (readonly [ModelKey, ModelState])[],
  takenApart: (state: ModelState) => TakenApart,
): Pick<Side, 'models' | 'factsOf'> {
  const known = new Map(states.map(([key, state]) => [key, takenApart(state)]));
  return {
    models: new Map([...known].map(([key, { outline }]) => [key, outline])),
    factsOf: (key) => {
      const model = known.get(key);
      if (model === undefined) throw new Error(`There is no model ${key}.`);
      return model.facts;
    },
  };
}

/** What can be compared of the apps that are asked. */
export function projectSides(models: ModelSide, migrations: Side, apps: ReadonlySet<string>): ProjectSides {
  const uncompared = models.leftOut.filter(({ model }) => apps.has(appOfKey(model)));
  const leftOut = new Set(uncompared.map(({ model }) => model));
  const to = new Map([...models.models].filter(([, { app }]) => apps.has(app)));
  const from = new Map([...migrations.models].filter(([key, { app }]) => apps.has(app) && !leftOut.has(key)));
  for (const [model, { app, name, place, table }] of [...from]) {
    const doubt = to.has(model) ? undefined : models.doubtful.find((each) => isSameTable(each.table, table));
    if (doubt === undefined) continue;
    uncompared.push({ subject: `${app}.${name}`, why: doubt.why, place, model, isChange: false });
    from.delete(model);
  }
  return { from, to, uncompared };
}

/** Some models of both sides, taken apart. */
export function sidesOf(
  models: ModelSide,
  migrations: Side,
  { from, to }: { readonly from: Iterable<ModelKey>; readonly to: Iterable<ModelKey> },
): Sides {
  return {
    from: new Map(Array.from(from, (key) => [key, migrations.factsOf(key)])),
    to: new Map(Array.from(to, (key) => [key, models.factsOf(key)])),
    relationsFrom: migrations.relations,
    relationsTo: models.relations,
    named: models.named,
    version: models.version,
  };
}

/** What taking the models of a project apart asks of it; `context` is that of the models in question. */
export function factReading(loaded: LoadedModels, context: EmitContext = loaded.context): FactReading {
  const { fields, project } = loaded;
  const classes = new Map<string, ModelKey>();
  for (const [key, state] of loaded.all) if (state.class !== undefined) classes.set(idOf(state.class), key);
  const reading: FactReading = {
    ...fields,
    version: project.version,
    nestedField: (call) => nestedFieldTerm(call, reading),
    modelOfClass: (value) => {
      const key = classes.get(idOf(value)) ?? null;
      // Who keeps the answer is told when another class is that model.
      if (key !== null) loaded.context.registry.model(key);
      return key;
    },
    fieldsOf: (state) => context.registry.fields(state),
    tableOf: (state) => tableOf(state, context),
    indexName: (state, position) => indexNameAt(state, position, context),
  };
  return reading;
}

function idOf({ module, qualifiedName }: ClassValue): string {
  return `${module}:${qualifiedName}`;
}

function tableOf(state: ModelState, { registry, backend }: EmitContext): TableRef | null {
  const dbTable = registry.dbTable(state);
  return isUnreadable(dbTable) ? null : backend.names.tableRef(dbTable);
}

function isSameTable(a: TableRef, b: TableRef | null): boolean {
  return a.name === b?.name && a.schema === b.schema;
}

/** Source: `get_swappable_settings_name`. */
export function swappableSettings(
  models: ReadonlyMap<ModelKey, ModelState>,
  { apps, context }: Pick<LoadedModels, 'apps' | 'context'>,
): SwappableSettings {
  const settings = new Map<ModelKey, string>();
  for (const [key, { app, options }] of models) {
    const { swappable } = options;
    const isInstalled = apps.appLabelled(app) !== null || !apps.complete;
    if (swappable === null || !isInstalled) continue;
    const named = swappedIn(swappable, context);
    if (named !== null && !settings.has(named)) settings.set(named, swappable);
    if (!settings.has(key)) settings.set(key, swappable);
  }
  return settings;
}

function namedBySettings(swappable: SwappableSettings, context: EmitContext): ReadonlyMap<string, ModelKey> {
  const settings = new Set(['AUTH_USER_MODEL', ...swappable.values()]);
  return new Map(
    [...settings].flatMap((setting): [string, ModelKey][] => {
      const key = swappedIn(setting, context);
      return key === null ? [] : [[setting, key]];
    }),
  );
}

/** The model that a setting names. */
function swappedIn(setting: string, context: EmitContext): ModelKey | null {
  return context.swappedIn(setting) ?? (setting === 'AUTH_USER_MODEL' ? 'auth.user' : null);
}

/** Equal for settings that say the same. */
export function keyOfSettings(settings: SwappableSettings): string {
  return JSON.stringify([...settings].sort());
}

/** The name that Django gives an index of a model that has none. */
function indexNameAt(state: ModelState, position: number, context: EmitContext): string | null {
  const declared = state.options.indexes[position];
  const dbTable = context.registry.dbTable(state);
  if (declared === undefined || isUnreadable(dbTable)) return null;
  const alone = { ...state, options: { ...state.options, indexes: [declared] } };
  return metaIndexes(alone, dbTable, context).objects[0]?.name ?? null;
}
