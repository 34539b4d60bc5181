import {
  type Check,
  type ForeignKey,
  isUnreadable,
  type PrimaryKey,
  type Unique,
  type UnreadPart,
} from '@canonical-schema/schema';
import { dottedName } from '../constants';
import { argument, flag, isSet } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import type { ModelState } from '../model-state';
import { foreignKeySuffix, schemaEditorName } from '../names';
import type { EmitContext } from './context';
import { ModelExpressions } from './expression-model';
import { columnName, hasColumn, isKeyed } from './field-columns';
import { doubtOfPatternTwin } from './field-indexes';

/** `PRIMARY KEY` behind the key's column, or over the columns of a composite key; null where the key is not known. */
export function primaryKeyOf(state: ModelState, dbTable: string, context: EmitContext): PrimaryKey | null {
  const fields = context.registry.fields(state);
  const composite = fields.find((field) => field.kind.form === 'composite-key');
  const keys =
    composite === undefined
      ? fields.filter((field) => isSet(field, 'primary_key'))
      : compositeKeys(state, composite, context);
  if (keys.length === 0) return null;
  const { names, serverNames } = context.backend;
  const name = serverNames.primaryKey(names.tableRef(dbTable).name, () => false);
  const columns = keys.map((field) => names.stored(columnName(field)));
  return { name, nameGiven: false, columns, place: (composite ?? keys[0])?.place ?? null };
}

function compositeKeys(state: ModelState, composite: FieldState, context: EmitContext): readonly FieldState[] {
  const names = argument(composite, 'field_names');
  if (names?.kind !== 'tuple') return [];
  return names.items.flatMap((name) => {
    const found = name.kind === 'str' ? context.registry.fieldNamed(state, name.value) : null;
    return found === null ? [] : [found.field];
  });
}

/** `UNIQUE` behind the columns of unique fields; the server names them. */
export function fieldUniques(
  fields: readonly FieldState[],
  dbTable: string,
  { backend: { names, serverNames } }: EmitContext,
): readonly Unique[] {
  const taken = new Set<string | null>();
  return fields.filter(isUniqueColumn).map((field) => {
    const column = names.stored(columnName(field));
    const name = serverNames.unique(names.tableRef(dbTable).name, column, (each) => taken.has(each));
    taken.add(name);
    return plainUnique(name, false, [column], field.place);
  });
}

function isUniqueColumn(field: FieldState): boolean {
  return hasColumn(field) && isSet(field, 'unique') && !isSet(field, 'primary_key');
}

/** A uniqueness rule without any option. */
export function plainUnique(
  name: string | null,
  nameGiven: boolean,
  columns: readonly string[],
  place: Unique['place'],
): Unique {
  const options = { nullsNotDistinct: false, deferrable: false, initiallyDeferred: false, include: [] };
  return { name, nameGiven, columns, ...options, place };
}

/** `CHECK (c >= 0)` behind the columns of positive fields, and what else a backend has there; the server names them. */
export function fieldChecks(state: ModelState, dbTable: string, context: EmitContext): readonly Check[] {
  const expressions = new ModelExpressions(state, context.registry);
  const fields = context.registry.fields(state);
  const { names, serverNames, types, literals } = context.backend;
  const taken = new Set<string>();
  return fields.filter(hasColumn).flatMap((field): Check[] => {
    const column = names.stored(columnName(field));
    const condition = types.check(field.kind, literals.name(column));
    if (condition === null) return [];
    const clearOf = { has: (each: string) => taken.has(each), ofTable: [...taken] };
    const name = serverNames.check(names.tableRef(dbTable).name, column, clearOf);
    if (name !== null) taken.add(name);
    const expression = expressions.normalized(condition, true);
    return [{ name, nameGiven: false, expression, columns: [column], origin: 'field', place: field.place }];
  });
}

/** The foreign keys of a table. Django defers them all where it can, and leaves ON DELETE to itself. Source: `_create_fk_sql`. */
export function foreignKeysOf(state: ModelState, dbTable: string, context: EmitContext): readonly ForeignKey[] {
  return context.registry
    .fields(state)
    .filter((field) => isKeyed(field) && flag(field, 'db_constraint') === true)
    .flatMap((field) => foreignKeyOf(field, dbTable, context) ?? []);
}

function foreignKeyOf(field: FieldState, dbTable: string, context: EmitContext): ForeignKey | null {
  const target = context.registry.target(field);
  if (isUnreadable(target)) return null;
  const toTable = context.registry.dbTable(target.model);
  if (isUnreadable(toTable)) return null;
  const column = columnName(field);
  const toColumn = columnName(target.field);
  const { names, features, sql } = context.backend;
  const to = names.tableRef(toTable);
  const name = schemaEditorName(dbTable, [column], foreignKeySuffix(toTable, toColumn), names);
  return {
    name: features.hasInlineForeignKeys ? null : names.stored(name),
    nameGiven: false,
    columns: [names.stored(column)],
    references: { schema: to.schema, table: to.name, columns: [names.stored(toColumn)] },
    onDelete: 'no action',
    onUpdate: 'no action',
    deferrable: sql.traits.hasDeferrableConstraints,
    initiallyDeferred: sql.traits.hasDeferrableConstraints,
    match: 'simple',
    pythonOnDelete: onDeleteName(field),
    place: field.place,
  };
}

/** `CASCADE`, `SET_NULL`; `SET` for the call `SET(x)`; null where it is not known. */
function onDeleteName(field: FieldState): string | null {
  const value = argument(field, 'on_delete');
  if (value === undefined) return field.arguments.incomplete === null ? 'CASCADE' : null;
  const name = dottedName(value.kind === 'call' ? value.callee : value);
  return name === null ? null : name.slice(name.lastIndexOf('.') + 1);
}

/** What a field may add to its table besides what is emitted, because an argument could not be read. */
export function unreadOfField(field: FieldState, context: EmitContext): readonly UnreadPart[] {
  if (!hasColumn(field)) return [];
  const columns = [context.backend.names.stored(columnName(field))];
  const parts: UnreadPart[] = [];
  const add = (kind: UnreadPart['kind'], why: string): void => {
    parts.push({ kind, name: null, columns, why, place: field.place });
  };
  for (const [name, kind] of flagsWithObjects) {
    const fact = flag(field, name);
    if (isUnreadable(fact)) add(kind, fact.unreadable);
  }
  const type = context.registry.typeOf(field);
  const isIndexed = ['unique', 'primary_key', 'db_index'].some((name) => isSet(field, name));
  // A text column would have a pattern twin.
  const doubt = isUnreadable(type) ? type.unreadable : doubtOfPatternTwin(field, context);
  // What a geometry and its index are is known of PostGIS alone.
  const isSpatial = field.kind.form === 'spatial' && !context.backend.sql.traits.hasIndexOptions;
  if ((isIndexed || isSpatial) && doubt !== null) add('index', doubt);
  if (isKeyed(field) && flag(field, 'db_constraint') === true) {
    const target = context.registry.target(field);
    if (isUnreadable(target)) add('foreign-key', target.unreadable);
  }
  return parts;
}

/** Flags that make an object, and which. */
const flagsWithObjects: readonly (readonly [string, UnreadPart['kind']])[] = [
  ['primary_key', 'primary-key'],
  ['unique', 'unique'],
  ['db_index', 'index'],
];
