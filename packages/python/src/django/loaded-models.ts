import type { Dialect, Fact, FileTree } from '@canonical-schema/schema';
import type { SyntaxStore } from '../syntax/kept-syntax';
import type { Value } from '../syntax/value';
import { type AppRegistry, appRegistry } from './app-registry';
import { autoFieldOf } from './apps';
import type { EmitContext } from './emit/context';
import { ModelRegistry } from './emit/registry';
import { expressionProject } from './expressions/expression-project';
import { type FieldReading, fieldOfValue } from './fields/field-of-value';
import type { FieldState } from './fields/field-state';
import { type CollectedModels, collectModels } from './model-collection';
import { type AutoFieldName, type ModelKey, type ModelState, modelKey } from './model-state';
import { contribStates, type StateReading } from './model-states';
import { textValue } from './nowhere';
import { type LoadedProject, loadProject } from './project-program';
import { registryAnswers } from './registry-questions';
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
  /** The server that the tables are made in; PostgreSQL where not given. */
  readonly dialect?: Dialect;
  /** The version of a server that is not PostgreSQL, `10.11`; the newest where not given. */
  readonly serverVersion?: string;
  /** `django.db.models.BigAutoField`, for projects whose settings cannot be read. */
  readonly defaultAutoField?: string;
  /** What earlier runs know of files' syntax. */
  readonly syntaxes?: SyntaxStore;
}

/** A project with the models of all its apps. */
export interface LoadedModels {
  readonly project: LoadedProject;
  readonly apps: AppRegistry;
  readonly fields: FieldReading;
  readonly states: StateReading;
  readonly models: CollectedModels;
  /** The project's models, and Django's own. */
  readonly all: ReadonlyMap<ModelKey, ModelState>;
  /** What emitting all of them asks. */
  readonly context: EmitContext;
}

/** Finds a project and reads its model classes. */
export function loadModels(options: DjangoModelsOptions): LoadedModels {
  return modelsOf(openProject(options, options.files, options.files));
}

/** What is known of a project before its models are read, and stays for as long as none of it changes. */
export interface OpenProject extends Pick<LoadedModels, 'project' | 'apps' | 'fields' | 'states' | 'context'> {
  readonly files: FileTree;
  /** Django's own models. */
  readonly contrib: ReadonlyMap<ModelKey, ModelState>;
}

/** Finds a project, its settings and apps. Its models' modules are read from `modules`, everything else from `files`. */
export function openProject(options: DjangoModelsOptions, files: FileTree, modules: FileTree): OpenProject {
  const project = loadProject({ ...options, files }, modules);
  const apps = appRegistry(project);
  project.answerWith(registryAnswers(apps, project.settings, project.program));
  const autoField = implicitKeyClass(options, project.settings.value('DEFAULT_AUTO_FIELD'), project.version);
  const fields: FieldReading = { program: project.program, settings: project.settings, backend: project.backend };
  const states: StateReading = { ...fields, appOf: apps.appOf, appLabelled: apps.appLabelled, autoField };
  const contrib = contribStates(states);
  const context = emitContext(contrib, fields, project.version);
  project.program.layGround();
  return { project, apps, fields, states, files, contrib, context };
}

/** The models of an open project, as its files say now. */
export function modelsOf({ project, apps, fields, states, files, contrib, context }: OpenProject): LoadedModels {
  const models = collectModels(apps, files, fields, states);
  const all = new Map([...contrib, ...models.states]);
  context.registry.renew(all);
  return { project, apps, fields, states, models, all, context };
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

/** What emitting these models asks. */
export function emitContext(
  states: ReadonlyMap<ModelKey, ModelState>,
  reading: FieldReading,
  version: DjangoVersion,
): EmitContext {
  const fieldOf = (value: Value): FieldState | null => {
    const answer = fieldOfValue('', value, value.place, reading);
    return answer.kind === 'field' ? { ...answer.field, relation: null } : null;
  };
  const registry = new ModelRegistry(states, fieldOf, reading.backend, expressionProject(reading, version));
  return {
    registry,
    version,
    backend: reading.backend,
    program: reading.program,
    swappedIn(setting) {
      const [app, name] = reading.settings.text(setting)?.split('.') ?? [];
      return app === undefined || name === undefined ? null : modelKey(app, name);
    },
  };
}

/** The project's models, and those of installed apps whose tables `migrate` would create beside them. */
export function wantedModels(
  states: ReadonlyMap<ModelKey, ModelState>,
  apps: AppRegistry,
): ReadonlyMap<ModelKey, ModelState> {
  const isWanted = (state: ModelState): boolean =>
    state.condition === null && (!state.external || apps.appLabelled(state.app) !== null);
  return new Map([...states].filter(([, state]) => isWanted(state)));
}
