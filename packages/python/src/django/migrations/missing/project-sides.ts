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
    if (state.condition !== null) leaveOut(key, state, `it depends on the condition ${state.condition}`);
  }
  for (const [key, state] of [...known]) {
    const doubt = models.has(key) ? null : whyItMayExist(state, loaded);
    if (doubt !== null) leaveOut(key, state, doubt);
  }
  const reading = factReading(loaded);
  const swappedIn = (setting: string): ModelKey | null =>
    context.swappedIn(setting) ?? (setting === 'AUTH_USER_MODEL' ? 'auth.user' : null);
  const settingOf = swappableSettings(loaded, swappedIn);
  const keyOf = (state: ModelState) => context.registry.primaryKey(state);
  const facts = (
    states: ReadonlyMap<ModelKey, ModelState>,
    side: 'model' | 'migration',
    all: ReadonlyMap<ModelKey, ModelState>,
  ): ReadonlyMap<ModelKey, ModelFacts> => {
    const names = namesOf(all, settingOf, keyOf);
    return new Map([...states].map(([key, state]) => [key, factsOfState(state, side, names, reading)]));
  };
  const sides: Sides = {
    from: facts(known, 'migration', migrated),
    to: facts(models, 'model', loaded.all),
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
    modelOfClass: (value) => classes.get(idOf(value)) ?? null,
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
): (key: ModelKey) => string | null {
  const settings = new Map<ModelKey, string>();
  for (const [key, { app, options }] of all) {
    const { swappable } = options;
    const isInstalled = apps.appLabelled(app) !== null || !apps.complete;
    if (swappable === null || !isInstalled) continue;
    const named = swappedIn(swappable);
    if (named !== null && !settings.has(named)) settings.set(named, swappable);
    if (!settings.has(key)) settings.set(key, swappable);
  }
  return (key) => settings.get(key) ?? null;
}

/** The name that Django gives an index of a model that has none. */
function indexNameAt(state: ModelState, position: number, context: EmitContext): string | null {
  const declared = state.options.indexes[position];
  const dbTable = context.registry.dbTable(state);
  if (declared === undefined || isUnreadable(dbTable)) return null;
  const alone = { ...state, options: { ...state.options, indexes: [declared] } };
  return metaIndexes(alone, dbTable, context).objects[0]?.name ?? null;
}
