import type { Place, Unread } from '@canonical-schema/schema';
import { isUnreadable } from '@canonical-schema/schema';
import type { PythonProgram } from '../../syntax/program';
import type { CallValue, ClassValue, Value } from '../../syntax/value';
import { externalValue } from '../../syntax/values';
import { dottedName, stringsFact } from '../constants';
import { type FieldReading, fieldOfValue } from '../fields/field-of-value';
import type { FieldState } from '../fields/field-state';
import { djangoKind } from '../fields/field-table';
import { type ModelState, modelKey } from '../model-state';
import { type StateReading, withRelation } from '../model-states';
import { constantArguments, falseValue, textValue, trueValue } from '../nowhere';
import { defaultOptions } from '../options';

/** The class of django-simple-history that makes a second table of a model, which keeps its earlier rows. */
const recorder = 'simple_history.models.HistoricalRecords';

/** What a model's `HistoricalRecords` makes when the model is made: a model, or the table that could not be read. */
export interface HistoricalModel {
  readonly state: ModelState | null;
  readonly unread: readonly Unread[];
}

const none: HistoricalModel = { state: null, unread: [] };

/** The model behind the historical table of a model. Source: `HistoricalRecords.create_history_model` of version 3.13. */
export function historicalModel(
  value: ClassValue,
  state: ModelState,
  reading: StateReading,
  fields: FieldReading,
): HistoricalModel {
  const records = recordsOf(value, reading.program);
  if (records === null) return none;
  const named = namesOf(records, state, value);
  if (typeof named !== 'string' && whyUnread(records, state) === null) {
    const made = fieldsOf(records, state, named.app, reading, fields);
    if (typeof made !== 'string') {
      return {
        state: historicalState(records, state, named, made),
        unread: joinTables(records, state, named, reading),
      };
    }
  }
  const table = {
    schema: 'public',
    name: reading.backend.names.stored(
      typeof named === 'string' ? named : (named.table ?? `${named.app}_${named.name.toLowerCase()}`),
    ),
  };
  const why = 'HistoricalRecords makes it of the model at run time';
  const subject = `${state.app}.Historical${state.name}`;
  return { state: null, unread: [{ extent: 'whole', why, subject, table, place: records.place }] };
}

/** The histories of many-to-many tables, which may be there for any that `m2m_fields` names. */
function joinTables(
  { keywords, place }: CallValue,
  state: ModelState,
  { app }: Names,
  { backend }: StateReading,
): readonly Unread[] {
  if (!keywords.has('m2m_fields')) return [];
  const joined = state.fields.filter(({ kind }) => kind.form === 'many-to-many');
  return joined.map(({ name }) => ({
    extent: 'whole',
    why: 'HistoricalRecords makes it of the table of a many-to-many field at run time',
    subject: `${app}.Historical${state.name}_${name}`,
    table: { schema: 'public', name: backend.names.stored(`${app}_historical${state.name.toLowerCase()}_${name}`) },
    place,
  }));
}

interface Names {
  readonly app: string;
  readonly name: string;
  /** As written; null for Django's own. */
  readonly table: string | null;
}

/** The app and the name of the historical model; only its probable table where they are not known. */
function namesOf(records: CallValue, state: ModelState, value: ClassValue): Names | string {
  const given = (name: string): Value | undefined => records.keywords.get(name);
  const [app, custom, written] = [given('app'), given('custom_model_name'), given('table_name')];
  const isOwn = [...value.body.bindings.values()].some((bound) => bound.place === records.place);
  const label = app === undefined || app.kind === 'none' ? state.app : app.kind === 'str' ? app.value : null;
  const name =
    custom === undefined || custom.kind === 'none'
      ? `Historical${state.name}`
      : textOf(custom.kind === 'function' ? custom.call([textValue(state.name)], new Map()) : custom);
  const isNamed = written === undefined || written.kind === 'none' || written.kind === 'str';
  if (label === null || name === null || !isNamed || !records.complete) {
    return written?.kind === 'str' ? written.value : `${state.app}_historical${state.name.toLowerCase()}`;
  }
  return { app: label, name, table: isOwn && written?.kind === 'str' ? written.value : null };
}

const textOf = (value: Value): string | null => (value.kind === 'str' ? value.value : null);

/** What changes the table in ways that are not followed. */
const notFollowed = ['bases', 'excluded_field_kwargs', 'history_user_id_field'];

function whyUnread(records: CallValue, state: ModelState): string | null {
  const option = notFollowed.find((name) => records.keywords.has(name));
  if (option !== undefined) return option;
  if (dottedName(records.callee) !== recorder) return 'a class of its own';
  return state.parents.length > 0 || state.options.orderWithRespectTo !== null ? 'fields of another model' : null;
}

function historicalState(
  { place }: CallValue,
  state: ModelState,
  { app, name, table }: Names,
  fields: readonly FieldState[],
): ModelState {
  return {
    app,
    name,
    fields,
    options: { ...defaultOptions, dbTable: table },
    parents: [],
    autoField: 'AutoField',
    external: state.external,
    condition: state.condition,
    unread: state.unread,
    place,
    isHistorical: true,
  };
}

/** The copies of a model's fields, and those that say when, why and by whom; a text says why they are not known. */
function fieldsOf(
  records: CallValue,
  state: ModelState,
  app: string,
  reading: StateReading,
  fields: FieldReading,
): readonly FieldState[] | string {
  const listed = (name: string): readonly string[] | null => {
    const value = records.keywords.get(name);
    if (value === undefined || value.kind === 'none') return [];
    if (value.kind === 'str') return [value.value];
    const texts = stringsFact(value);
    return isUnreadable(texts) ? null : texts;
  };
  const [excluded, unindexed] = [listed('excluded_fields'), listed('no_db_index')];
  if (excluded === null || unindexed === null) return 'its options';
  const key = state.fields.some((field) => isSet(field, 'primary_key')) ? [] : [implicitKey(state)];
  const copies = [...key, ...state.fields]
    .filter(({ name, kind }) => !excluded.includes(name) && kind.form !== 'many-to-many' && kind.form !== 'none')
    .map((field) => copyOf(field, reading))
    .map((field) => (unindexed.includes(field.name) ? withValues(field, { db_index: false }) : field));
  const extra = extraFields(records, state, app, reading, fields);
  return extra === null ? 'its own fields' : [...copies, ...extra];
}

const isSet = ({ arguments: { values } }: FieldState, name: string): boolean => {
  const value = values.get(name);
  return value?.kind === 'bool' && value.value;
};

function implicitKey(state: ModelState): FieldState {
  const { autoField, place } = state;
  return {
    name: 'id',
    kind: djangoKind(isUnreadable(autoField) ? 'AutoField' : autoField),
    arguments: { values: constantArguments({ primary_key: true }), incomplete: null },
    dbType: isUnreadable(autoField) ? autoField : undefined,
    relation: null,
    autoCreated: false,
    condition: null,
    place,
  };
}

/** Source: `copy_fields` and `transform_field`. */
function copyOf(field: FieldState, reading: StateReading): FieldState {
  const { form, name } = field.kind;
  if (form === 'foreign-key' || form === 'one-to-one') {
    const key = name === 'OneToOneField' ? { ...field, kind: djangoKind('ForeignKey') } : field;
    return withValues(key, { db_constraint: false, null: true, primary_key: false, db_index: true, unique: false });
  }
  const plain = withoutCounting(field, reading);
  const values = new Map(plain.arguments.values);
  values.delete('db_collation');
  const copy = { ...plain, arguments: { ...plain.arguments, values } };
  const isKeyed = isSet(field, 'primary_key') || isSet(field, 'unique');
  return isKeyed ? withValues(copy, { primary_key: false, unique: false, db_index: true }) : copy;
}

function withoutCounting(field: FieldState, { settings }: StateReading): FieldState {
  const { form, name } = field.kind;
  if (form === 'auto') {
    return { ...field, kind: djangoKind(name === 'BigAutoField' ? 'BigIntegerField' : 'IntegerField') };
  }
  if (name !== 'FileField' && name !== 'ImageField') return field;
  const asText = settings.value('SIMPLE_HISTORY_FILEFIELD_TO_CHARFIELD');
  const kind = djangoKind(asText?.kind === 'bool' && asText.value ? 'CharField' : 'TextField');
  const values = new Map([...constantArguments({ max_length: 100 }), ...field.arguments.values]);
  return { ...field, kind, dbType: undefined, arguments: { ...field.arguments, values } };
}

function withValues(field: FieldState, given: Readonly<Record<string, boolean>>): FieldState {
  const values = new Map([...field.arguments.values, ...constantArguments(given)]);
  return { ...field, arguments: { ...field.arguments, values } };
}

/** Source: `get_extra_fields`. Null where an option could not be read. */
function extraFields(
  records: CallValue,
  state: ModelState,
  app: string,
  reading: StateReading,
  fields: FieldReading,
): readonly FieldState[] | null {
  const { place } = records;
  const { settings } = reading;
  const isOn = (name: string): boolean => {
    const value = settings.value(name);
    return value?.kind === 'bool' && value.value;
  };
  const given = (name: string): Value | undefined => {
    const value = records.keywords.get(name);
    return value?.kind === 'none' ? undefined : value;
  };
  const indexing = settings.value('SIMPLE_HISTORY_DATE_INDEX');
  if (indexing !== null && indexing.kind !== 'bool') return null;
  const isIndexed = indexing === null || indexing.value;
  const reason = isOn('SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD')
    ? called('TextField', { null: trueValue }, place)
    : called('CharField', { max_length: { kind: 'int', value: 100n, place }, null: trueValue }, place);
  const uuid = isOn('SIMPLE_HISTORY_HISTORY_ID_USE_UUID');
  const id = given('history_id_field') ?? called(uuid ? 'UUIDField' : 'AutoField', {}, place);
  const user = given('user_model') ?? settings.value('AUTH_USER_MODEL') ?? textValue('auth.User');
  const isUserHeld = given('user_db_constraint') ?? trueValue;
  const relation = given('related_name');
  const all: readonly (readonly [string, Value])[] = [
    ['history_id', id],
    ['history_date', called('DateTimeField', { db_index: isIndexed ? trueValue : falseValue }, place)],
    ['history_change_reason', given('history_change_reason_field') ?? reason],
    ['history_type', called('CharField', { max_length: { kind: 'int', value: 1n, place } }, place)],
    ...(relation === undefined
      ? []
      : [['history_relation', keyTo(textValue(`${state.app}.${state.name}`), falseValue, {}, place)] as const]),
    ['history_user', keyTo(user, isUserHeld, { null: trueValue }, place)],
  ];
  const scope = { app, key: modelKey(app, `Historical${state.name}`), reading };
  const made = all.flatMap(([name, value]) => {
    const answer = fieldOfValue(name, value, place, fields);
    return answer.kind === 'field' ? [withRelation(answer.field, scope)] : [];
  });
  if (made.length < all.length) return null;
  return made.map((field) => (field.name === 'history_id' ? withValues(field, { primary_key: true }) : field));
}

function keyTo(to: Value, constraint: Value, more: Readonly<Record<string, Value>>, place: Place): CallValue {
  const doNothing = externalValue('django.db.models.DO_NOTHING', place);
  return called('ForeignKey', { to, on_delete: doNothing, db_constraint: constraint, ...more }, place);
}

function called(field: string, keywords: Readonly<Record<string, Value>>, place: Place): CallValue {
  return {
    kind: 'call',
    callee: externalValue(`django.db.models.${field}`, place),
    positional: [],
    keywords: new Map(Object.entries(keywords)),
    complete: true,
    place,
  };
}

/** The records that a class declares itself, or that a base declares with `inherit=True`. */
function recordsOf(value: ClassValue, program: PythonProgram): CallValue | null {
  for (const each of program.mro(value)) {
    if (each.kind !== 'class') continue;
    for (const binding of each.body.bindings.values()) {
      if (!isRecords(binding.value, program)) continue;
      const inherit = binding.value.keywords.get('inherit');
      const isInherited = inherit?.kind === 'bool' && inherit.value;
      if (each === value || isInherited) return { ...binding.value, place: binding.place };
    }
  }
  return null;
}

function isRecords(value: Value, program: PythonProgram): value is CallValue {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind !== 'class') return dottedName(callee) === recorder;
  return program.mro(callee).some((each) => dottedName(each) === recorder);
}
