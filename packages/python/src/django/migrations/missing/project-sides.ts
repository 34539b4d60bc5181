import { isUnreadable, type Unread } from '@canonical-schema/schema';
import type { ClassValue } from '../../../syntax/value';
import type { EmitContext } from '../../emit/context';
import { metaIndexes } from '../../emit/meta-indexes';
import type { LoadedModels } from '../../loaded-models';
import type { ModelKey, ModelState } from '../../model-state';
import type { Sides, Uncompared } from './detection';
import { type FactReading, factsOfState, namesOf } from './facts-of-state';
import { nestedFieldTerm } from './field-term';
import type { ModelFacts } from './model-facts';

/** The models of the apps that are asked on both sides, and those that cannot be compared at all. */
export interface ProjectSides {
  readonly sides: Sides;
  readonly uncompared: readonly Uncompared[];
}

/** Takes the models of a project apart, as its classes and as its migrations say. */
export function projectSides(
  loaded: LoadedModels,
  migrated: ReadonlyMap<ModelKey, ModelState>,
  apps: ReadonlySet<string>,
): ProjectSides {
  const { context, project } = loaded;
  const uncompared: Uncompared[] = [];
  const isAsked = ({ app }: ModelState): boolean => apps.has(app);
  const models = new Map([...loaded.models.states].filter(([, state]) => isAsked(state)));
  const known = new Map([...migrated].filter(([, state]) => isAsked(state)));
  const leaveOut = (key: ModelKey, state: ModelState, why: string): void => {
    uncompared.push({ subject: `${state.app}.${state.name}`, why, place: state.place, model: key, isChange: false });
    models.delete(key);
    known.delete(key);
  };
  for (const [key, state] of [...models]) {
    if (state.isHistorical === true) leaveOut(key, state, 'HistoricalRecords makes it of the model at run time');
    if (state.condition !== null) leaveOut(key, state, `it depends on the condition ${state.condition}`);
  }
  for (const [key, state] of [...known]) {
    const doubt = models.has(key) ? null : whyItMayExist(state, loaded);
    if (doubt !== null) leaveOut(key, state, doubt);
  }
  const reading = factReading(loaded);
  const swappedIn = (setting: string): ModelKey | null =>
    context.swappedIn(setting) ?? (setting === 'AUTH_USER_MODEL' ? 'auth.user' : null);
  const settings = swappableSettings(loaded, swappedIn);
  const settingsKey = JSON.stringify([...settings]);
  const { registry } = context;
  const facts = (
    states: ReadonlyMap<ModelKey, ModelState>,
    side: 'model' | 'migration',
  ): ReadonlyMap<ModelKey, ModelFacts> => {
    const isMigrated = side === 'migration';
    const modelOf = (key: ModelKey) => (isMigrated ? (migrated.get(key) ?? null) : registry.model(key));
    const names = namesOf(
      modelOf,
      (key) => settings.get(key) ?? null,
      (state) => registry.primaryKey(state),
    );
    // The models that migrations leave are one object for as long as no migration changes.
    const all = isMigrated ? migrated : null;
    const factsOf = (state: ModelState): ModelFacts => {
      const make = () => ({ all, settingsKey, facts: factsOfState(state, side, names, reading) });
      const stands = (kept: ReturnType<typeof make>) => kept.all === all && kept.settingsKey === settingsKey;
      return registry.kept(`facts of the ${side}`, state, reading.program, make, stands).facts;
    };
    return new Map([...states].map(([key, state]) => [key, factsOf(state)]));
  };
  const sides: Sides = {
    from: facts(known, 'migration'),
    to: facts(models, 'model'),
    allFrom: migrated,
    allTo: loaded.all,
    swappedIn,
    version: project.version,
    program: loaded.fields.program,
  };
  return { sides, uncompared };
}

/** What taking the models of a project apart asks of it. */
export function factReading(loaded: LoadedModels): FactReading {
  const { context, fields, project } = loaded;
  const classes = new Map<string, ModelKey>();
  for (const [key, state] of loaded.all) if (state.class !== undefined) classes.set(idOf(state.class), key);
  const reading: FactReading = {
    ...fields,
    version: project.version,
    nestedField: (call) => nestedFieldTerm(call, reading),
    modelOfClass: (value) => {
      const key = classes.get(idOf(value)) ?? null;
      // Who keeps the answer is told when another class is that model.
      if (key !== null) context.registry.model(key);
      return key;
    },
    fieldsOf: (state) => context.registry.fields(state),
    indexName: (state, position) => indexNameAt(state, position, context),
  };
  return reading;
}

function idOf({ module, qualifiedName }: ClassValue): string {
  return `${module}:${qualifiedName}`;
}

/** Why a model that no class was read for may exist all the same; null where it does not. */
function whyItMayExist(state: ModelState, { context, models }: LoadedModels): string | null {
  const dbTable = context.registry.dbTable(state);
  const ref = isUnreadable(dbTable) ? null : context.backend.names.tableRef(dbTable);
  const isTable = (table: Unread['table']): boolean => table?.name === ref?.name && table?.schema === ref?.schema;
  return models.unread.find(({ table }) => table !== null && isTable(table))?.why ?? null;
}

/** The settings by the models that they name, and by those that they may name another for. Source: `get_swappable_settings_name`. */
function swappableSettings(
  { all, apps }: LoadedModels,
  swappedIn: (setting: string) => ModelKey | null,
): ReadonlyMap<ModelKey, string> {
  const settings = new Map<ModelKey, string>();
  for (const [key, { app, options }] of all) {
    const { swappable } = options;
    const isInstalled = apps.appLabelled(app) !== null || !apps.complete;
    if (swappable === null || !isInstalled) continue;
    const named = swappedIn(swappable);
    if (named !== null && !settings.has(named)) settings.set(named, swappable);
    if (!settings.has(key)) settings.set(key, swappable);
  }
  return settings;
}

/** The name that Django gives an index of a model that has none. */
function indexNameAt(state: ModelState, position: number, context: EmitContext): string | null {
  const declared = state.options.indexes[position];
  const dbTable = context.registry.dbTable(state);
  if (declared === undefined || isUnreadable(dbTable)) return null;
  const alone = { ...state, options: { ...state.options, indexes: [declared] } };
  return metaIndexes(alone, dbTable, context).objects[0]?.name ?? null;
}
