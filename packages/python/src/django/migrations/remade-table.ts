import type { Table } from '@canonical-schema/schema';
import { dottedName, truthFact } from '../constants';
import { columnName, isKeyed } from '../emit/field-columns';
import { argument, flag, hasArgument, isSet } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import type { DeclaredConstraint, ModelState } from '../model-state';
import { createdColumn, refOf } from './created-table';
import type { ModelField } from './model-field';
import { withoutArgument } from './project-state';
import { keysTo } from './related-fields';
import type { Model, SchemaEditor } from './schema-editor';

/**
 * Makes a model's table anew in the place of the one that is there: what only the database knew of it goes, and its
 * indexes have today's names. Foreign keys that point to it stay. Source: `_remake_table` of SQLite's schema editor.
 */
export function remakeTable(editor: SchemaEditor, model: Model, newKey: FieldState | null = null): void {
  const before = editor.table(model);
  const incoming = keysToTable(editor, before);
  const state = newKey === null ? model.state : withoutOtherKeys(model.state, newKey);
  editor.apply({ kind: 'drop-table', table: refOf(before) });
  editor.deferred.dropTable(editor.dbTable(model));
  editor.createTable({ ...model, state });
  for (const { table, key } of incoming) {
    editor.apply({ kind: 'add-constraint', table, constraint: { ...key, kind: 'foreign-key' } });
  }
  editor.finish();
}

function keysToTable(editor: SchemaEditor, target: Table) {
  return editor.catalog
    .schema()
    .tables.flatMap((table) =>
      table.name === target.name
        ? []
        : table.foreignKeys
            .filter(({ references }) => references.table === target.name)
            .map((key) => ({ table: refOf(table), key })),
    );
}

/** A field that becomes the key takes that from the others; one that Django made goes. */
function withoutOtherKeys(state: ModelState, newKey: FieldState): ModelState {
  const fields = state.fields.flatMap((field) => {
    if (field.name === newKey.name || !isSet(field, 'primary_key')) return [field];
    return field.autoCreated ? [] : [withoutArgument(field, 'primary_key')];
  });
  return { ...state, fields };
}

/** Can a field be added to a table by ALTER TABLE? Source: `add_field` of SQLite's schema editor. */
export function isAddedInPlace(field: FieldState): boolean {
  if (isSet(field, 'primary_key') || isSet(field, 'unique') || flag(field, 'null') !== true) return false;
  if (hasArgument(field, 'default') || isSet(field, 'auto_now') || isSet(field, 'auto_now_add')) return false;
  const value = argument(field, 'db_default');
  return value === undefined || (value.kind !== 'call' && value.kind !== 'operation') || isValue(value);
}

function isValue(value: NonNullable<ReturnType<typeof argument>>): boolean {
  const name = value.kind === 'call' ? dottedName(value.callee) : null;
  return name !== null && /(^|\.)(Value|Decimal|date|time|datetime|timedelta|UUID)$/.test(name);
}

/** Can a field be dropped by ALTER TABLE? Source: `remove_field`. */
export function isDroppedInPlace(field: FieldState): boolean {
  const flags = ['primary_key', 'unique', 'db_index'].some((name) => isSet(field, name));
  return !flags && !hasForeignKey(field);
}

/** Is a constraint added and dropped as an index, without the table being made anew? Source: `add_constraint`. */
export function isIndexConstraint(declared: DeclaredConstraint): boolean {
  const isGiven = (name: string): boolean => {
    const value = declared.arguments.get(name);
    return value !== undefined && truthFact(value) !== false;
  };
  if (declared.kind !== 'unique') return false;
  return declared.expressions.length > 0 || ['condition', 'include', 'deferrable'].some(isGiven);
}

/** Makes a field's column that of another by making its table anew. Source: `_alter_field` of SQLite's schema editor. */
export function remakeForField(editor: SchemaEditor, before: ModelField, after: ModelField): void {
  const [old, next] = [columnSql(editor, before), columnSql(editor, after)];
  const [from, to] = [columnName(before.field), columnName(after.field)];
  if (from !== to && old.text === next.text && !hasForeignKey(before.field) && !hasForeignKey(after.field)) {
    editor.apply({ kind: 'rename-column', table: editor.refOf(after), column: from, to });
    editor.deferred.renameColumn(editor.dbTable(after), from, to);
    return;
  }
  remakeTable(editor, after, isSet(after.field, 'primary_key') ? after.field : null);
  const isKey = isSet(after.field, 'primary_key') || isSet(after.field, 'unique');
  if (!isKey || (old.type === next.type && old.collation === next.collation)) return;
  const remade = new Set([editor.dbTable(after)]);
  for (const related of keysTo(after)) {
    const dbTable = editor.dbTable(related);
    if (!remade.has(dbTable) && editor.catalog.table(editor.refOf(related)) !== null) remakeTable(editor, related);
    remade.add(dbTable);
  }
}

function hasForeignKey(field: FieldState): boolean {
  return isKeyed(field) && flag(field, 'db_constraint') !== false;
}

/** What `column_sql` writes, as a text to compare. */
function columnSql(editor: SchemaEditor, { state, field, context }: ModelField) {
  const { column } = createdColumn(state, field, editor.dbTable({ state, context }), context, editor.catalog);
  const { type, nullable, collation, generated } = column;
  const flags = [isSet(field, 'primary_key'), isSet(field, 'unique')];
  return { type, collation, text: JSON.stringify([type, nullable, collation, generated, column.default, ...flags]) };
}
