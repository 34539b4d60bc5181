import { isUnreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { dottedName, itemsFact } from '../constants';
import { contribModelNamed } from '../contrib-models';
import { ormOf, tableOf } from '../emit/emit';
import { isKeyed } from '../emit/field-columns';
import { columnsOfFields } from '../emit/meta-indexes';
import { knownText } from '../fields/arguments';
import { type ModelKey, type ModelState, modelKey } from '../model-state';
import { defaultOptions } from '../options';
import { unreadBase } from '../unread-parts';
import { alterField, alterManyToMany } from './alter-field';
import { knownTable } from './created-table';
import { MetaValues } from './meta-values';
import { autoFieldOfMigrations, parentOfClass } from './model-bases';
import { demandArgument, type Operation, OperationError, textArgument } from './operation';
import type { DatabaseStep, OperationKind } from './operation-kind';
import type { ProjectState } from './project-state';
import type { Replay } from './replay';
import { isMigrated, type Model, throughOf } from './schema-editor';

/** The model that an operation names in one of the states around it. */
export function modelAt(step: DatabaseStep, when: 'before' | 'after', operation: Operation, name: string): Model {
  const { project, context } = step[when];
  return { state: project.model(operation.app, textArgument(operation, name)), context };
}

/** Operations on whole models. Source: `django/db/migrations/operations/models.py`. */
export const modelOperations: Readonly<Record<string, OperationKind>> = {
  CreateModel: {
    parameters: ['name', 'fields', 'options', 'bases', 'managers'],
    state: createState,
    database: createTable,
  },
  DeleteModel: {
    parameters: ['name'],
    state: (project, operation) => project.remove(operation.app, textArgument(operation, 'name')),
    database(step, operation) {
      const model = modelAt(step, 'before', operation, 'name');
      if (isMigrated(model)) step.editor.deleteModel(model);
    },
  },
  RenameModel: {
    parameters: ['old_name', 'new_name'],
    state(project, operation) {
      const [from, to] = [textArgument(operation, 'old_name'), textArgument(operation, 'new_name')];
      project.renameModel(operation.app, from, to, operation.place);
    },
    database: renameTable,
  },
  AlterModelTable: {
    parameters: ['name', 'table'],
    state: setOption('db_table', 'table'),
    database: alterTable,
  },
  AlterModelTableComment: {
    parameters: ['name', 'table_comment'],
    state: setOption('db_table_comment', 'table_comment'),
    database(step, operation) {
      const model = modelAt(step, 'after', operation, 'name');
      const comment = model.state.options.dbTableComment;
      if (!isMigrated(model) || !step.editor.backend.sql.traits.hasComments) return;
      if (isUnreadable(comment)) throw new OperationError(`its comment: ${comment.unreadable}`);
      const written = comment === '' ? null : comment;
      step.editor.apply({ kind: 'set-table-comment', table: step.editor.refOf(model), comment: written });
    },
  },
  AlterUniqueTogether: {
    parameters: ['name', 'unique_together'],
    state: setOption('unique_together', 'unique_together'),
    database: alterTogether('uniqueTogether'),
  },
  AlterIndexTogether: {
    parameters: ['name', 'index_together'],
    state: setOption('index_together', 'index_together'),
    database: alterTogether('indexTogether'),
  },
  AlterOrderWithRespectTo: {
    parameters: ['name', 'order_with_respect_to'],
    state: setOption('order_with_respect_to', 'order_with_respect_to'),
    database: alterOrder,
  },
  AlterModelOptions: { parameters: ['name', 'options'], state: alterOptions },
  AlterModelManagers: {
    parameters: ['name', 'managers'],
    state(project, operation) {
      const state = project.model(operation.app, textArgument(operation, 'name'));
      project.put(withManagers(state, operation.arguments.get('managers')));
    },
  },
};

/** Options that `AlterModelOptions` takes away where it does not name them. */
export const alterableOptions: readonly string[] = [
  'base_manager_name',
  'default_manager_name',
  'default_related_name',
  'get_latest_by',
  'managed',
  'ordering',
  'permissions',
  'default_permissions',
  'select_on_save',
  'verbose_name',
  'verbose_name_plural',
];

function createState(project: ProjectState, operation: Operation, replay: Replay): void {
  const name = textArgument(operation, 'name');
  const { app, place } = operation;
  const parents = parentsOf(operation.arguments.get('bases'), operation, replay);
  const state: ModelState = {
    app,
    name,
    fields: [],
    options: defaultOptions,
    parents,
    autoField: autoFieldOfMigrations(replay),
    external: replay.isExternal(app),
    condition: null,
    unread: [],
    place,
  };
  project.put(withManagers(project.withMeta(state, metaOf(operation)), operation.arguments.get('managers')));
  const fields = itemsFact(demandArgument(operation, 'fields'));
  if (isUnreadable(fields)) {
    project.put({ ...project.model(app, name), unread: [unreadBase(fields.unreadable, place)] });
    return;
  }
  for (const field of fields) createField(project, operation, name, field);
}

function createField(project: ProjectState, { app, place }: Operation, model: string, pair: Value): void {
  const [name, value] = pair.kind === 'tuple' || pair.kind === 'list' ? pair.items : [];
  if (name?.kind === 'str' && value !== undefined) {
    project.setField(app, model, name.value, value, true);
    return;
  }
  const state = project.model(app, model);
  const why = pair.kind === 'unknown' ? pair.why : 'one of its fields is no name with a field';
  project.put({ ...state, unread: [...state.unread, unreadBase(why, place)] });
}

function metaOf(operation: Operation): MetaValues {
  const options = operation.arguments.get('options');
  if (options === undefined || options.kind === 'none') return new MetaValues(new Map());
  if (options.kind !== 'dict') throw new OperationError('its options are no constant dict');
  return new MetaValues(new Map(textEntries(options)));
}

function textEntries(value: Extract<Value, { kind: 'dict' }>): readonly (readonly [string, Value])[] {
  return value.entries.flatMap(([key, item]) => (key.kind === 'str' ? [[key.value, item] as const] : []));
}

function withManagers(state: ModelState, value: Value | undefined): ModelState {
  const items = value === undefined ? [] : itemsFact(value);
  if (isUnreadable(items)) return state;
  const managers = items.flatMap((item) => {
    const [name, manager] = item.kind === 'tuple' || item.kind === 'list' ? item.items : [];
    return name?.kind === 'str' && manager !== undefined ? [{ name: name.value, value: manager }] : [];
  });
  return { ...state, managers };
}

/** The concrete models among the bases: strings, or model classes. Mixins are classes too, and add no column. */
function parentsOf(bases: Value | undefined, { app }: Operation, replay: Replay): readonly ModelKey[] {
  const items = bases === undefined ? [] : itemsFact(bases);
  if (isUnreadable(items)) return [];
  return items.flatMap((base) => {
    if (base.kind === 'str') return [keyOfName(base.value, app)];
    const contrib = contribModelNamed(dottedName(base) ?? '');
    if (contrib !== null) return contrib.abstract ? [] : [modelKey(contrib.app, contrib.name)];
    return base.kind === 'class' ? parentOfClass(base, replay) : [];
  });
}

function keyOfName(name: string, app: string): ModelKey {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? modelKey(app, name) : modelKey(name.slice(0, dot), name.slice(dot + 1));
}

function createTable({ editor, after }: DatabaseStep, operation: Operation): void {
  const model = { state: after.project.model(operation.app, textArgument(operation, 'name')), context: after.context };
  if (isMigrated(model)) {
    editor.createModel(model);
    return;
  }
  const dbTable = knownTable(model.state, model.context);
  if (model.state.options.managed || model.state.options.proxy || dbTable === null) return;
  // Not made by Django, but there: SQL of later migrations may name it.
  const table = tableOf(model.state, dbTable, ormOf(model.state), model.context);
  if (editor.catalog.table(table) === null) editor.apply({ kind: 'add-table', table });
}

/** Sets a Meta option to an argument. */
function setOption(option: string, argument: string): NonNullable<OperationKind['state']> {
  return (project, operation) => {
    const value = operation.arguments.get(argument);
    const isUnset = value === undefined || (value.kind === 'none' && option !== 'db_table');
    project.alterMeta(operation.app, textArgument(operation, 'name'), (meta) =>
      meta.with({ [option]: isUnset ? undefined : value }),
    );
  };
}

function alterOptions(project: ProjectState, operation: Operation): void {
  const options = operation.arguments.get('options');
  if (options !== undefined && options.kind !== 'dict') throw new OperationError('its options are no constant dict');
  const set = new Map(options === undefined ? [] : textEntries(options));
  project.alterMeta(operation.app, textArgument(operation, 'name'), (meta) => {
    const gone = alterableOptions.filter((option) => !set.has(option)).map((option) => [option, undefined] as const);
    return meta.with(Object.fromEntries([...gone, ...set]));
  });
}

function renameTable(step: DatabaseStep, operation: Operation): void {
  const after = modelAt(step, 'after', operation, 'new_name');
  if (!isMigrated(after)) return;
  const before = modelAt(step, 'before', operation, 'old_name');
  step.editor.renameTable(step.editor.dbTable(before), step.editor.dbTable(after));
  alterRelations(step, before, after);
  for (const [index, field] of before.state.fields.entries()) {
    const next = after.state.fields[index];
    const isSelf = next?.relation?.to === modelKey(after.state.app, after.state.name);
    if (field.kind.form !== 'many-to-many' || next === undefined || isSelf) continue;
    alterManyToMany(step.editor, { ...before, field }, { ...after, field: next });
  }
}

/** The relations to a renamed model are made anew, hidden ones excepted. */
function alterRelations(step: DatabaseStep, before: Model, after: Model): void {
  const [from, to] = [before.state, after.state].map((state) => modelKey(state.app, state.name));
  for (const [key, state] of step.before.project.models) {
    const next = step.after.project.models.get(key === from ? (to ?? key) : key);
    if (next === undefined || !isMigrated({ state: next, context: after.context })) continue;
    for (const field of state.fields) {
      const isRelation = isKeyed(field) || field.kind.form === 'many-to-many';
      if (!isRelation || field.relation?.to !== from || isHidden(field)) continue;
      const renamed = next.fields.find((each) => each.name === field.name);
      if (renamed === undefined) continue;
      const old = { state, context: before.context, field };
      alterField(step.editor, old, { state: next, context: after.context, field: renamed });
    }
  }
}

function isHidden(field: ModelState['fields'][number]): boolean {
  return isKeyed(field) && knownText(field, 'related_name')?.endsWith('+') === true;
}

function alterTable(step: DatabaseStep, operation: Operation): void {
  const after = modelAt(step, 'after', operation, 'name');
  if (!isMigrated(after)) return;
  const before = modelAt(step, 'before', operation, 'name');
  step.editor.renameTable(step.editor.dbTable(before), step.editor.dbTable(after));
  for (const [index, field] of before.state.fields.entries()) {
    const next = after.state.fields[index];
    const [old, renamed] = [throughOf(before, field), next === undefined ? null : throughOf(after, next)];
    if (old !== null && renamed !== null)
      step.editor.renameTable(step.editor.dbTable(old), step.editor.dbTable(renamed));
  }
}

/** Groups that went are dropped, and those that came are made. */
function alterTogether(option: 'uniqueTogether' | 'indexTogether'): NonNullable<OperationKind['database']> {
  return (step, operation) => {
    const after = modelAt(step, 'after', operation, 'name');
    if (!isMigrated(after)) return;
    const before = modelAt(step, 'before', operation, 'name');
    const [old, next] = [before.state.options[option], after.state.options[option]];
    if (isUnreadable(old) || isUnreadable(next)) throw new OperationError(`its ${option} could not be read`);
    const isIn = (groups: typeof old, group: readonly string[]): boolean =>
      groups.some((each) => each.join() === group.join());
    for (const group of old) {
      if (isIn(next, group)) continue;
      step.editor.dropComposed(after, group, option === 'uniqueTogether' ? 'unique' : 'index');
    }
    for (const group of next) {
      if (isIn(old, group)) continue;
      addTogether(step, after, group, option, operation);
    }
  };
}

function addTogether(
  { editor }: DatabaseStep,
  model: Model,
  group: readonly string[],
  option: 'uniqueTogether' | 'indexTogether',
  { place }: Operation,
): void {
  const columns = columnsOfFields(group, model.state, model.context);
  // What cannot be read is said of the table in the end, if the group is still there.
  if (isUnreadable(columns)) return;
  if (option === 'uniqueTogether') editor.addUnique(model, columns, place);
  else editor.addTogetherIndex(model, columns, place);
}

/** The `_order` column comes and goes with the option. */
function alterOrder(step: DatabaseStep, operation: Operation): void {
  const after = modelAt(step, 'after', operation, 'name');
  if (!isMigrated(after)) return;
  const before = modelAt(step, 'before', operation, 'name');
  const orderOf = ({ state, context }: Model): ModelState['fields'][number] | undefined =>
    context.registry.fields(state).find((field) => field.name === '_order');
  const [old, next] = [orderOf(before), orderOf(after)];
  if (old !== undefined && next === undefined) step.editor.removeField(before, old, after);
  if (old === undefined && next !== undefined) step.editor.addField(after, next);
}
