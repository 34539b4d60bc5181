import { isUnreadable, type Place } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import { dottedName } from '../constants';
import { fieldOfValue } from '../fields/field-of-value';
import type { FieldState } from '../fields/field-state';
import { djangoKind } from '../fields/field-table';
import type { LoadedModels } from '../loaded-models';
import { type ModelKey, type ModelState, modelKey } from '../model-state';
import { type Scope, withRelation } from '../model-states';
import { nowhere } from '../nowhere';
import { optionsOf } from '../options';
import { settingName } from '../settings';
import { unreadField } from '../unread-parts';
import { MetaValues } from './meta-values';
import { OperationError } from './operation';

/** The models as migrations have made them so far. Source: `ProjectState`. */
export class ProjectState {
  /** Models that changed since they were last asked for. */
  private readonly touched = new Set<ModelKey>();

  constructor(
    readonly models: Map<ModelKey, ModelState>,
    private readonly loaded: LoadedModels,
  ) {}

  /** A copy that goes its own way. */
  clone(): ProjectState {
    return new ProjectState(new Map(this.models), this.loaded);
  }

  /** Takes over what changed in another state that was the same as this one. */
  follow(other: ProjectState): void {
    for (const key of other.touched) {
      const state = other.models.get(key);
      if (state === undefined) this.models.delete(key);
      else this.models.set(key, state);
    }
    other.touched.clear();
  }

  model(app: string, name: string): ModelState {
    const state = this.models.get(modelKey(app, name));
    if (state === undefined) throw new OperationError(`the model ${app}.${name} does not exist`);
    return state;
  }

  put(state: ModelState): void {
    const key = modelKey(state.app, state.name);
    this.models.set(key, state);
    this.touched.add(key);
  }

  remove(app: string, name: string): void {
    this.model(app, name);
    this.models.delete(modelKey(app, name));
    this.touched.add(modelKey(app, name));
  }

  /** Changes the options of a model. */
  alterMeta(app: string, name: string, change: (meta: MetaValues) => MetaValues): void {
    const state = this.model(app, name);
    const before = state.meta instanceof MetaValues ? state.meta : new MetaValues(new Map());
    this.put(this.withMeta(state, change(before)));
  }

  withMeta(state: ModelState, meta: MetaValues): ModelState {
    return { ...state, meta, options: optionsOf(meta, this.loaded.fields, state.place ?? nowhere) };
  }

  /** The field that a value in an operation is, on a model; parts that are not read where it is none that can be. */
  field(
    app: string,
    model: string,
    name: string,
    value: Value,
  ): Partial<Pick<ModelState, 'unread'>> & {
    readonly field: FieldState | null;
  } {
    const made = this.withImportedClass(value);
    const answer = fieldOfValue(name, made, value.place, this.loaded.fields);
    if (answer.kind === 'field') return { field: this.bound(app, model, { ...answer.field, name }) };
    const isNamed = made.kind === 'call' && dottedName(made.callee) !== null;
    if (answer.kind === 'no-field' && isNamed) return { field: columnless(name, made) };
    const why = answer.kind === 'unread' ? answer.why : 'it is no field that is known';
    return { field: null, unread: unreadField(name, why, value.place) };
  }

  /** `import_string(settings.DEFAULT_AUTO_FIELD)(…)`: the class that the setting names. */
  private withImportedClass(value: Value): Value {
    const importing = value.kind === 'call' ? value.callee : null;
    if (value.kind !== 'call' || importing?.kind !== 'call') return value;
    if (dottedName(importing.callee) !== 'django.utils.module_loading.import_string') return value;
    const [argument] = importing.positional;
    const { program, settings } = this.loaded.fields;
    const path = argument === undefined ? null : settings.settled(argument);
    const { autoField } = this.loaded.states;
    const isAutoField = argument !== undefined && settingName(argument) === 'DEFAULT_AUTO_FIELD';
    if (path?.kind === 'str') return { ...value, callee: program.valueAt(path.value) };
    return isAutoField && !isUnreadable(autoField)
      ? { ...value, callee: program.valueAt(`django.db.models.${autoField}`) }
      : value;
  }

  private bound(app: string, model: string, raw: Parameters<typeof withRelation>[0]): FieldState {
    const scope: Scope = { app, key: modelKey(app, model), reading: this.loaded.states };
    const field = withRelation(raw, scope);
    const made = field.arguments.values.get('auto_created');
    return { ...field, autoCreated: made?.kind === 'bool' && made.value };
  }

  /** Adds a field, or puts it in the place of the one of that name. */
  setField(app: string, model: string, name: string, value: Value, keepsDefault: boolean): void {
    const state = this.model(app, model);
    const { field, unread = [] } = this.field(app, model, name, value);
    const fields = state.fields.filter((each) => each.name !== name || field !== null);
    const next = field === null || keepsDefault ? field : withoutArgument(field, 'default');
    const isThere = fields.some((each) => each.name === name);
    this.put({
      ...state,
      fields:
        next === null ? fields : isThere ? fields.map((each) => (each.name === name ? next : each)) : [...fields, next],
      unread: [...unreadWithout(state, name), ...unread],
    });
  }

  removeField(app: string, model: string, name: string): void {
    const state = this.model(app, model);
    const fields = state.fields.filter((each) => each.name.toLowerCase() !== name.toLowerCase());
    this.put({ ...state, fields, unread: unreadWithout(state, name) });
  }

  /** Renames a field, and what names it: options, composite keys, `to_field` of relations. */
  renameField(app: string, model: string, from: string, to: string): void {
    const state = this.model(app, model);
    const meta = state.meta instanceof MetaValues ? state.meta : new MetaValues(new Map());
    const rename = (name: string): string => (name === from ? to : name);
    const changes = Object.fromEntries(
      namingOptions.map((option) => [option, renamedTexts(meta.value(option), rename)]),
    );
    const fields = state.fields.map((field) => {
      const renamed = withArgumentRenamed(field, 'field_names', rename);
      return field.name === from ? { ...renamed, name: to } : renamed;
    });
    this.put(this.withMeta({ ...state, fields }, meta.with(changes)));
    this.everyField((field) =>
      field.relation?.to === modelKey(app, model) ? withArgumentRenamed(field, 'to_field', rename) : field,
    );
  }

  renameModel(app: string, from: string, to: string, place: Place): void {
    const state = this.model(app, from);
    const [before, after] = [modelKey(app, from), modelKey(app, to)];
    this.models.delete(before);
    this.touched.add(before);
    this.put({ ...state, name: to, place });
    this.everyField((field) => withRenamedTarget(field, before, after));
    for (const other of this.models.values()) {
      if (!other.parents.includes(before)) continue;
      this.put({ ...other, parents: other.parents.map((parent) => (parent === before ? after : parent)) });
    }
  }

  private everyField(change: (field: FieldState) => FieldState): void {
    for (const state of this.models.values()) {
      const fields = state.fields.map(change);
      if (fields.some((field, index) => field !== state.fields[index])) this.put({ ...state, fields });
    }
  }
}

/** What migrations list among the fields and yet makes no column: a manager of tags, a generic relation. */
function columnless(name: string, call: CallValue): FieldState {
  return {
    name,
    kind: djangoKind('GenericRelation'),
    arguments: { values: call.keywords, incomplete: null },
    dbType: undefined,
    relation: null,
    autoCreated: false,
    condition: null,
    place: call.place,
    call,
  };
}

/** Options that name fields and follow a rename. */
const namingOptions = ['unique_together', 'index_together'];

function renamedTexts(value: Value | undefined, rename: (name: string) => string): Value | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'str') return { ...value, value: rename(value.value) };
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'set') return value;
  return { ...value, items: value.items.map((item) => renamedTexts(item, rename) ?? item) };
}

function withArgumentRenamed(field: FieldState, name: string, rename: (name: string) => string): FieldState {
  const value = field.arguments.values.get(name);
  const renamed = renamedTexts(value, rename);
  if (value === undefined || renamed === undefined || JSON.stringify(texts(value)) === JSON.stringify(texts(renamed))) {
    return field;
  }
  const values = new Map([...field.arguments.values, [name, renamed] as const]);
  return { ...field, arguments: { ...field.arguments, values } };
}

function texts(value: Value): readonly string[] {
  if (value.kind === 'str') return [value.value];
  return value.kind === 'list' || value.kind === 'tuple' ? value.items.flatMap(texts) : [];
}

function withRenamedTarget(field: FieldState, from: ModelKey, to: ModelKey): FieldState {
  const { relation } = field;
  if (relation === null) return field;
  const follow = <T>(key: T): T | ModelKey => (key === from ? to : key);
  if (relation.to !== from && relation.through !== from) return field;
  const through = isUnreadable(relation.through) ? relation.through : follow(relation.through);
  return { ...field, relation: { to: follow(relation.to), through } };
}

/** A field without one of its arguments. */
export function withoutArgument(field: FieldState, name: string): FieldState {
  if (!field.arguments.values.has(name)) return field;
  const values = new Map(field.arguments.values);
  values.delete(name);
  return { ...field, arguments: { ...field.arguments, values } };
}

function unreadWithout(state: ModelState, field: string): ModelState['unread'] {
  return state.unread.filter(({ columns }) => columns?.[0] !== field && columns?.[0] !== `${field}_id`);
}
