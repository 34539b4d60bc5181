import { type Fact, type Index, type IndexKey, isUnreadable, mapFact, type UnreadPart } from '@canonical-schema/schema';
import { stringsFact } from '../constants';
import type { DeclaredIndex, ModelState } from '../model-state';
import { metaIndexName, schemaEditorName } from '../names';
import { constraintName } from './constraint-name';
import type { EmitContext } from './context';
import { ModelExpressions } from './expression-model';
import { columnName } from './field-columns';
import { columnKey } from './field-indexes';
import { expressionKey } from './index-keys';
import { writtenOpclass } from './opclass';

/** Objects that a table has, and those that it may have besides. */
export interface Emitted<T> {
  readonly objects: readonly T[];
  readonly unread: readonly UnreadPart[];
}

/** The indexes of `Meta.indexes`; Django leaves out those over expressions where the server has none. Source: `Index.create_sql`. */
export function metaIndexes(state: ModelState, dbTable: string, context: EmitContext): Emitted<Index> {
  const objects: Index[] = [];
  const unread: UnreadPart[] = [];
  for (const declared of state.options.indexes) {
    const isExpression = declared.kind !== 'unread' && declared.expressions.length > 0;
    if (isExpression && !context.backend.features.hasExpressionIndexes) continue;
    const index =
      declared.kind === 'unread' ? { unreadable: declared.why } : indexOf(declared, state, dbTable, context);
    if (!isUnreadable(index)) objects.push(index);
    else
      unread.push(
        unreadIndex(
          index.unreadable,
          causeOf(index.unreadable, state) ?? declared.place,
          nameOf(declared, state, context),
        ),
      );
  }
  return { objects, unread };
}

function unreadIndex(why: string, place: UnreadPart['place'], name: string | null = null): UnreadPart {
  return { kind: 'index', name, columns: null, why, place };
}

/** The name written for an entry of Meta that could not be read otherwise; null where that is not known either. */
export function nameOf(
  declared: ModelState['options']['indexes' | 'constraints'][number],
  state: ModelState,
  context: EmitContext,
): string | null {
  const name = declared.kind === 'unread' ? null : constraintName(declared.arguments, state);
  return name === null || isUnreadable(name) ? null : context.backend.names.stored(name);
}

/** Where the field or base stands that could not be read, and is why an index over it cannot be: said once, there. */
export function causeOf(why: string, state: ModelState): UnreadPart['place'] {
  return state.unread.find((part) => part.why === why)?.place ?? null;
}

function indexOf(declared: DeclaredIndex, state: ModelState, dbTable: string, context: EmitContext): Fact<Index> {
  const keys = keysOf(declared, state, context);
  if (isUnreadable(keys)) return keys;
  const include = fieldColumns(declared.arguments, 'include', state, context);
  if (isUnreadable(include)) return include;
  const written = constraintName(declared.arguments, state);
  if (isUnreadable(written)) return written;
  return {
    name: context.backend.names.stored(written ?? generatedName(declared, state, dbTable, context)),
    nameGiven: written !== null,
    unique: false,
    method: context.backend.sql.traits.hasIndexOptions ? declared.method : 'btree',
    keys,
    include: context.backend.sql.traits.hasIndexOptions ? include : [],
    where: context.backend.sql.traits.hasPartialIndexes ? conditionOf(declared.arguments, state, context) : null,
    nullsNotDistinct: false,
    origin: 'written',
    place: declared.place,
  };
}

/** Only indexes over fields go without a name. */
function generatedName(declared: DeclaredIndex, state: ModelState, dbTable: string, context: EmitContext): string {
  const fields = declared.arguments.get('fields');
  const names = fields === undefined ? [] : stringsFact(fields);
  if (isUnreadable(names)) return '';
  const columns = names.map((name) => {
    const column = columnOfField(name.replace(/^-/, ''), state, context);
    return (name.startsWith('-') ? '-' : '') + (isUnreadable(column) ? name : column);
  });
  return metaIndexName(dbTable, columns, declared.suffix);
}

function keysOf(declared: DeclaredIndex, state: ModelState, context: EmitContext): Fact<readonly IndexKey[]> {
  if (declared.expressions.length > 0) {
    const model = new ModelExpressions(state, context.registry);
    return declared.expressions.map((expression) => expressionKey(expression, model));
  }
  return fieldKeys(declared.arguments, declared.method, state, context);
}

/** Keys from `fields`, with `-` for descending, and `opclasses`. */
export function fieldKeys(
  declared: DeclaredIndex['arguments'],
  method: string,
  state: ModelState,
  context: EmitContext,
): Fact<readonly IndexKey[]> {
  const fields = declared.get('fields');
  const names = fields === undefined ? { unreadable: 'it names no fields' } : stringsFact(fields);
  if (isUnreadable(names)) return names;
  const classes = declared.get('opclasses');
  const opclasses = classes === undefined ? [] : stringsFact(classes);
  if (isUnreadable(opclasses)) return opclasses;
  const keys: IndexKey[] = [];
  for (const [position, name] of names.entries()) {
    const plain = name.replace(/^-/, '');
    const column = columnOfField(plain, state, context);
    if (isUnreadable(column)) return column;
    const field = context.registry.fieldNamed(state, plain)?.field ?? null;
    const descending = name.startsWith('-') && context.backend.features.hasIndexOrdering;
    const opclass = writtenOpclass(opclasses[position] ?? null, field, method, context);
    keys.push(columnKey(context.backend.names.stored(column), { opclass, descending }));
  }
  return keys;
}

/** The column of a field that Meta names, as Django names it. */
export function columnOfField(name: string, state: ModelState, context: EmitContext): Fact<string> {
  const found = context.registry.fieldNamed(state, name);
  if (found !== null) return columnName(found.field);
  const lost = state.unread.find((part) => part.kind === 'anything' || (part.kind === 'column' && part.name === name));
  return { unreadable: lost?.why ?? `it names the field ${name}, which was not found` };
}

/** The columns of the fields that an argument lists; none where it is absent. */
export function fieldColumns(
  declared: DeclaredIndex['arguments'],
  argument: string,
  state: ModelState,
  context: EmitContext,
): Fact<readonly string[]> {
  const value = declared.get(argument);
  const names = value === undefined ? [] : stringsFact(value);
  const columns = isUnreadable(names) ? names : columnsOfFields(names, state, context);
  return mapFact(columns, (known) => known.map((column) => context.backend.names.stored(column)));
}

/** The columns of fields by name, as Django names them: hashed names are made of these, before PostgreSQL truncates them. */
export function columnsOfFields(
  names: readonly string[],
  state: ModelState,
  context: EmitContext,
): Fact<readonly string[]> {
  const columns: string[] = [];
  for (const name of names) {
    const column = columnOfField(name, state, context);
    if (isUnreadable(column)) return column;
    columns.push(column);
  }
  return columns;
}

/** The predicate of `condition`, null for none. */
export function conditionOf(
  declared: DeclaredIndex['arguments'],
  state: ModelState,
  context: EmitContext,
): Fact<string | null> {
  const condition = declared.get('condition');
  if (condition === undefined || condition.kind === 'none') return null;
  return new ModelExpressions(state, context.registry).condition(condition, 'predicate');
}

/** The indexes of `index_together`, which Django had until 5.0. */
export function togetherIndexes(state: ModelState, dbTable: string, context: EmitContext): Emitted<Index> {
  const groups = state.options.indexTogether;
  if (isUnreadable(groups)) return { objects: [], unread: [unreadIndex(groups.unreadable, state.place)] };
  const objects: Index[] = [];
  const unread: UnreadPart[] = [];
  for (const group of groups) {
    const columns = columnsOfFields(group, state, context);
    if (isUnreadable(columns))
      unread.push(unreadIndex(columns.unreadable, causeOf(columns.unreadable, state) ?? state.place));
    else objects.push(togetherIndex(columns, dbTable, state.place, context));
  }
  return { objects, unread };
}

/** One index of `index_together`, over columns as Django names them. */
export function togetherIndex(
  columns: readonly string[],
  dbTable: string,
  place: Index['place'],
  { backend: { names } }: EmitContext,
): Index {
  return {
    name: names.stored(schemaEditorName(dbTable, columns, '_idx', names)),
    nameGiven: false,
    unique: false,
    method: 'btree',
    keys: columns.map((column) => columnKey(names.stored(column))),
    include: [],
    where: null,
    nullsNotDistinct: false,
    origin: 'written',
    place,
  };
}
