import type { Fact, FileTree, Place, Reading, Table, Unread } from '@canonical-schema/schema';
import type { Value } from '../syntax/value';
import { type AppRegistry, appRegistry } from './app-registry';
import { autoFieldOf } from './apps';
import type { EmitContext } from './emit/context';
import { emitModels } from './emit/emit';
import { ModelRegistry } from './emit/registry';
import { unreadOfTable } from './emit/unread-facts';
import { expressionProject } from './expressions/expression-project';
import { type FieldReading, fieldOfValue } from './fields/field-of-value';
import type { FieldState } from './fields/field-state';
import { collectModels } from './model-collection';
import { type AutoFieldName, type ModelKey, type ModelState, modelKey } from './model-state';
import { contribStates, type StateReading } from './model-states';
import { textValue } from './nowhere';
import { loadProject } from './project-program';
import { type DjangoVersion, isAtLeast } from './version';

/** What `readDjangoModels` is asked. */
export interface DjangoModelsOptions {
  readonly files: FileTree;
  /** The Django project's directory: `manage.py` stands in it, below or above it, or nowhere. */
  readonly root: string;
  /** `site-packages` directories, for bases and fields of installed packages. */
  readonly installed: readonly string[];
  /** Django's version: `5.2`; found in lock files or the installed package where absent. */
  readonly version?: string;
  /** Dotted name of the settings module; found through `manage.py` or by name where absent. */
  readonly settings?: string;
  /** `django.db.models.BigAutoField`, for projects whose settings cannot be read. */
  readonly defaultAutoField?: string;
}

/** The schema that `migrate` creates from a Django project's models, read from their text. */
export function readDjangoModels(options: DjangoModelsOptions): Reading {
  const project = loadProject(options);
  const apps = appRegistry(project);
  const autoField = implicitKeyClass(options, project.settings.value('DEFAULT_AUTO_FIELD'), project.version);
  const fields: FieldReading = { program: project.program, settings: project.settings };
  const states: StateReading = { ...fields, appOf: apps.appOf, appLabelled: apps.appLabelled, autoField };
  const models = collectModels(apps, options.files, fields, states);
  const all = new Map([...contribStates(states), ...models.states]);
  const context = emitContext(all, fields, project.version);
  const emitted = emitModels(wanted(all, apps), context);
  const tables = emitted.schema.tables;
  const unread: readonly Unread[] = [
    ...project.program.unread.filter((each) => !project.isInstalled(each.place.path)),
    ...models.unread,
    ...emitted.uncertain.flatMap(({ table, condition }) => uncertainTable(table, condition)),
    ...emitted.nameless.map(({ state, why }) => namelessModel(state, why)),
    ...tables.filter((table) => table.orm?.external !== true).flatMap(unreadOfTable),
  ];
  return {
    source: 'django-models',
    dialect: 'postgresql',
    schema: emitted.schema,
    unread: [...unread].sort(inSourceOrder),
    remarks: [],
    assumed: { django: project.version.from },
  };
}

/** `DEFAULT_AUTO_FIELD`, or what it is where nobody sets it. */
function implicitKeyClass(
  options: DjangoModelsOptions,
  setting: Value | null,
  version: DjangoVersion,
): Fact<AutoFieldName> {
  if (options.defaultAutoField !== undefined) return autoFieldOf(textValue(options.defaultAutoField));
  if (setting !== null) return autoFieldOf(setting);
  return isAtLeast(version, 6, 0) ? 'BigAutoField' : 'AutoField';
}

function emitContext(
  states: ReadonlyMap<ModelKey, ModelState>,
  reading: FieldReading,
  version: DjangoVersion,
): EmitContext {
  const fieldOf = (value: Value): FieldState | null => {
    const answer = fieldOfValue('', value, value.place, reading);
    return answer.kind === 'field' ? { ...answer.field, relation: null } : null;
  };
  const registry = new ModelRegistry(states, fieldOf, expressionProject(reading, version));
  return {
    registry,
    version,
    swappedIn(setting) {
      const [app, name] = reading.settings.text(setting)?.split('.') ?? [];
      return app === undefined || name === undefined ? null : modelKey(app, name);
    },
  };
}

/** The project's models, and those of installed apps whose tables `migrate` would create beside them. */
function wanted(states: ReadonlyMap<ModelKey, ModelState>, apps: AppRegistry): ReadonlyMap<ModelKey, ModelState> {
  const isWanted = (state: ModelState): boolean =>
    state.condition === null && (!state.external || apps.appLabelled(state.app) !== null);
  return new Map([...states].filter(([, state]) => isWanted(state)));
}

function uncertainTable(table: Table, condition: string): readonly Unread[] {
  if (table.place === null || table.orm?.external === true) return [];
  const why = `the field depends on the condition ${condition}`;
  const ref = { schema: table.schema, name: table.name };
  return [{ extent: 'whole', why, subject: table.orm?.model ?? table.name, table: ref, place: table.place }];
}

function namelessModel(state: ModelState, why: string): Unread {
  const place: Place = state.place ?? { path: '', line: 1, column: 1, span: { start: 0, end: 0 } };
  return { extent: 'whole', why: `its db_table: ${why}`, subject: `${state.app}.${state.name}`, table: null, place };
}

function inSourceOrder(a: Unread, b: Unread): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
  return a.place.span.start - b.place.span.start || (a.why < b.why ? -1 : 1);
}
