import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { PythonProgram } from '../syntax/program';
import type { ClassValue, Value } from '../syntax/value';
import type { DjangoApp } from './apps';
import type { Backend } from './backends';
import { describe, dottedName, whyNot } from './constants';
import { type ContribModel, contribFields, contribModelNamed, contribModels } from './contrib-models';
import type { RawField } from './fields/field-of-value';
import type { FieldState, Relation } from './fields/field-state';
import { migratedManagers } from './migrated-managers';
import type { ModelClass, ParentModel } from './model-class';
import { type AutoFieldName, type ModelKey, type ModelState, modelKey } from './model-state';
import { defaultOptions, optionsOf } from './options';
import { type Settings, settingName } from './settings';
import { withTreeIndex } from './third-party/tree-index';

/** What binding models to their apps asks. */
export interface StateReading {
  readonly program: PythonProgram;
  readonly settings: Settings;
  readonly backend: Backend;
  /** The app that a module belongs to; null for none that is installed. */
  appOf(module: string): DjangoApp | null;
  appLabelled(label: string): DjangoApp | null;
  /** The class of implicit keys where an app says nothing. */
  readonly autoField: Fact<AutoFieldName>;
}

/** The app label of a model class: its Meta's, else that of the app that its module belongs to; null where neither is known. */
export function appLabelOf(model: ModelClass, reading: StateReading): string | null {
  const written = model.meta.value('app_label');
  if (written?.kind === 'str') return written.value;
  return reading.appOf(model.value.module)?.label ?? null;
}

/** A model class of an app as a state. */
export function stateOfClass(
  model: ModelClass,
  app: string,
  condition: string | null,
  reading: StateReading,
): ModelState {
  const { value } = model;
  const scope: Scope = { app, key: modelKey(app, value.name), reading };
  const options = optionsOf(model.meta, reading, value.place);
  return {
    app,
    name: value.name,
    fields: model.fields.map((field) => withRelation(field, scope)),
    options: { ...options, indexes: withTreeIndex(options.indexes, model, app, reading.program) },
    parents: model.parents.map((parent) => keyOfParent(parent, scope)),
    autoField: autoFieldIn(app, reading),
    external: reading.appOf(value.module)?.external ?? false,
    condition,
    unread: model.unread,
    place: value.place,
    meta: model.meta,
    managers: migratedManagers(value, reading.program),
    class: value,
  };
}

/** The models of Django's own apps, from what is known of them without an installed Django. */
export function contribStates(reading: StateReading): ReadonlyMap<ModelKey, ModelState> {
  const states = contribModels.filter((each) => !each.abstract).map((each) => stateOfContrib(each, reading));
  return new Map(states.map((state) => [modelKey(state.app, state.name), state]));
}

function stateOfContrib(model: ContribModel, reading: StateReading): ModelState {
  const scope: Scope = { app: model.app, key: modelKey(model.app, model.name), reading };
  return {
    app: model.app,
    name: model.name,
    fields: contribFields(model, null).map((field) => withRelation(field, scope)),
    options: {
      ...defaultOptions,
      dbTable: model.dbTable,
      swappable: model.swappable,
      uniqueTogether: model.uniqueTogether,
    },
    parents: [],
    // Every app of django.contrib says so in its AppConfig.
    autoField: 'AutoField',
    external: true,
    condition: null,
    unread: [],
    place: null,
  };
}

/** A model whose relations are resolved. */
export interface Scope {
  readonly app: string;
  readonly key: ModelKey;
  readonly reading: StateReading;
}

/** The class of implicit keys in an app. */
export function autoFieldIn(app: string, reading: StateReading): Fact<AutoFieldName> {
  return reading.appLabelled(app)?.autoField ?? reading.autoField;
}

/** A field with the models at its other end resolved. */
export function withRelation(field: RawField, scope: Scope): FieldState {
  const { to, through, ...rest } = field;
  return { ...rest, relation: relationOf(rest, to, through, scope) };
}

function relationOf(
  field: Omit<RawField, 'to' | 'through'>,
  to: Value | undefined,
  through: Value | undefined,
  scope: Scope,
): Relation | null {
  const form = field.kind.form;
  if (form !== 'foreign-key' && form !== 'one-to-one' && form !== 'many-to-many') return null;
  const incomplete = field.arguments.incomplete;
  return {
    to: to === undefined ? unreadable(incomplete ?? 'it says no target') : modelReferenced(to, scope),
    through: throughOf(through, incomplete, scope),
  };
}

function throughOf(through: Value | undefined, incomplete: string | null, scope: Scope): Fact<ModelKey | null> {
  if (through === undefined) return incomplete === null ? null : unreadable(incomplete);
  return through.kind === 'none' ? null : modelReferenced(through, scope);
}

/** The model that a relation names. Strings without a dot are looked up in the app of the model that has the field. */
function modelReferenced(to: Value, scope: Scope): Fact<ModelKey> {
  switch (to.kind) {
    case 'str':
      return keyNamed(to.value, scope);
    case 'class':
      return keyOfClass(to, scope);
    case 'call':
      return isGetUserModel(to.callee) ? swappedIn('AUTH_USER_MODEL', scope) : unreadable(whyNot(to, 'a model'));
    default:
      return referencedByName(to, scope);
  }
}

function referencedByName(to: Value, scope: Scope): Fact<ModelKey> {
  const setting = settingName(to);
  if (setting !== null) return swappedIn(setting, scope);
  const dotted = dottedName(to);
  const contrib = dotted === null ? null : contribModelNamed(dotted);
  if (contrib !== null) return modelKey(contrib.app, contrib.name);
  return unreadable(to.kind === 'unknown' ? to.why : `its target ${describe(to)} could not be followed`);
}

function keyNamed(name: string, scope: Scope): Fact<ModelKey> {
  if (name === 'self') return scope.key;
  if (name === 'AUTH_USER_MODEL') return swappedIn(name, scope);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? modelKey(scope.app, name) : modelKey(name.slice(0, dot), name.slice(dot + 1));
}

/** The model that a swappable setting names; `auth.User` where nothing else is set. */
function swappedIn(setting: string, scope: Scope): Fact<ModelKey> {
  const value = scope.reading.settings.value(setting);
  if (value === null) {
    return setting === 'AUTH_USER_MODEL' ? 'auth.user' : unreadable(`the setting ${setting} was not found`);
  }
  return value.kind === 'str' ? keyNamed(value.value, scope) : unreadable(whyNot(value, 'a constant text'));
}

function isGetUserModel(callee: Value): boolean {
  return dottedName(callee)?.endsWith('.get_user_model') === true;
}

function keyOfClass(value: ClassValue, scope: Scope): Fact<ModelKey> {
  const label = labelOfClass(value, scope);
  return label === null
    ? unreadable(`its target ${value.name} belongs to no installed app`)
    : modelKey(label, value.name);
}

function labelOfClass(value: ClassValue, scope: Scope): string | null {
  const meta = value.body.bindings.get('Meta')?.value;
  const written = meta?.kind === 'class' ? meta.body.bindings.get('app_label')?.value : undefined;
  if (written?.kind === 'str') return written.value;
  return scope.reading.appOf(value.module)?.label ?? null;
}

function keyOfParent(parent: ParentModel, scope: Scope): ModelKey {
  if (parent.kind === 'contrib') return modelKey(parent.model.app, parent.model.name);
  const key = keyOfClass(parent.class.value, scope);
  return isUnreadable(key) ? modelKey(scope.app, parent.class.value.name) : key;
}
