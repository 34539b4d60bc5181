import { type Column, isUnreadable, type TableRef } from '@canonical-schema/schema';
import { columnOf } from '../../emit/column';
import { columnName, hasColumn } from '../../emit/field-columns';
import { fieldChecks, fieldUniques, foreignKeysOf, primaryKeyOf } from '../../emit/field-constraints';
import { fieldIndexes } from '../../emit/field-indexes';
import type { FieldState } from '../../fields/field-state';
import type { ModelState } from '../../model-state';
import type { FieldWriting } from './field-writing';
import { type KnownModel, KnownModels } from './known-models';

/** An object of the database that a field makes besides its column. */
export interface MadeObject {
  readonly kind: 'primary-key' | 'unique' | 'foreign-key' | 'check' | 'index';
  readonly name: string | null;
  /** The column whose field makes it. */
  readonly column: string;
  /** Is it the twin for searches by prefix? */
  readonly isTwin: boolean;
}

/** One model with its table, as changes address it. */
export interface ModelTable {
  readonly ref: TableRef;
  readonly model: KnownModel;
  readonly state: ModelState;
  /** The field that makes a column, the implicit `id` too; null for none. */
  fieldOf(column: string): FieldState | null;
  /** A column as the models make it now. */
  columnOf(field: FieldState): Column;
  /** What a field of the model makes under that name; null where Meta makes it, or nobody. */
  madeBy(kind: MadeObject['kind'], name: string): MadeObject | null;
}

/** The model of a table that is loaded; null where there is none. */
export function modelTable(ref: TableRef, writing: FieldWriting): ModelTable | null {
  const model = KnownModels.of(writing).modelOf(ref);
  const state = model?.state ?? null;
  if (model === null || state === null) return null;
  const { context } = writing.loaded;
  const fields = context.registry.fields(state);
  let made: readonly MadeObject[] | null = null;
  return {
    ref,
    model,
    state,
    fieldOf: (column) =>
      fields.find((each) => hasColumn(each) && context.backend.names.stored(columnName(each)) === column) ?? null,
    columnOf: (field) => columnOf(state, field, context),
    madeBy: (kind, name) => {
      made ??= objectsMade(state, fields, writing);
      return made.find((each) => each.kind === kind && each.name === name) ?? null;
    },
  };
}

function objectsMade(
  state: ModelState,
  fields: readonly FieldState[],
  { loaded: { context } }: FieldWriting,
): readonly MadeObject[] {
  const dbTable = context.registry.dbTable(state);
  if (isUnreadable(dbTable)) return [];
  const key = primaryKeyOf(state, dbTable, context);
  const made = (
    kind: MadeObject['kind'],
    { name, columns }: { readonly name: string | null; readonly columns: readonly string[] },
    isTwin = false,
  ): MadeObject => ({ kind, name, column: columns[0] ?? '', isTwin });
  const indexes = fieldIndexes(fields, dbTable, context).map(({ name, keys, origin }) => {
    const columns = keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
    return made('index', { name, columns }, origin === 'pattern');
  });
  return [
    ...(key === null ? [] : [made('primary-key', key)]),
    ...fieldUniques(fields, dbTable, context).map((each) => made('unique', each)),
    ...foreignKeysOf(state, dbTable, context).map((each) => made('foreign-key', each)),
    ...fieldChecks(state, dbTable, context).map((each) => made('check', each)),
    ...indexes,
  ];
}
