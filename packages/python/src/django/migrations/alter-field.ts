import { type ColumnAlteration, isUnreadable, type TableRef } from '@canonical-schema/schema';
import { columnOf } from '../emit/column';
import { columnName, hasColumn, isKeyed } from '../emit/field-columns';
import { fieldIndex } from '../emit/field-indexes';
import { isSet } from '../fields/arguments';
import { schemaEditorName } from '../names';
import { createdColumn } from './created-table';
import { deconstructed, equalArguments } from './field-deconstruction';
import { type FieldFacts, factsOf } from './field-facts';
import { objectsOver } from './introspection';
import type { ModelField } from './model-field';
import { addOwnedSequence, dropOwnedSequence } from './owned-sequence';
import { type RelatedField, relatedTo } from './related-fields';
import { remakeForField, remakeTable } from './remade-table';
import { type Model, namesOfMeta, type SchemaEditor, throughOf } from './schema-editor';

/** Attributes that make no difference to a column. Source: `Field.non_db_attrs`. */
const otherAttributes = new Set([
  'blank',
  'choices',
  'db_column',
  'editable',
  'error_messages',
  'help_text',
  'limit_choices_to',
  'on_delete',
  'related_name',
  'related_query_name',
  'validators',
  'verbose_name',
]);

/** Makes a field's column that of another field. Source: `alter_field`, `_alter_field`, in their order. */
export function alterField(editor: SchemaEditor, before: ModelField, after: ModelField): void {
  if (before.field.kind.form === 'many-to-many' || after.field.kind.form === 'many-to-many') {
    alterManyToMany(editor, before, after);
    return;
  }
  if (!hasColumn(before.field) || !hasColumn(after.field) || !shouldBeAltered(before, after)) return;
  if (editor.backend.features.remakesTables) remakeForField(editor, before, after);
  else new FieldAlteration(editor, before, after).run();
}

/** Repoints the join table of a many-to-many field. Source: `_alter_many_to_many`. */
export function alterManyToMany(editor: SchemaEditor, before: ModelField, after: ModelField): void {
  const [from, to] = [throughOf(before, before.field), throughOf(after, after.field)];
  if (from === null || to === null) return;
  if (editor.backend.features.remakesTables) {
    remakeJoinTable(editor, from, to);
    return;
  }
  editor.renameTable(editor.dbTable(from), editor.dbTable(to));
  const ends = [1, 0].map((end) => [from.state.fields[end], to.state.fields[end]] as const);
  for (const [old, next] of ends) {
    if (old === undefined || next === undefined) continue;
    alterField(editor, { ...from, field: old }, { ...to, field: next });
  }
}

/** A join table of another name is another table. Source: `_alter_many_to_many` of SQLite's schema editor. */
function remakeJoinTable(editor: SchemaEditor, from: Model, to: Model): void {
  if (editor.dbTable(from) === editor.dbTable(to)) {
    remakeTable(editor, to);
    return;
  }
  editor.createModel(to);
  editor.deleteModel(from);
}

/** Source: `_field_should_be_altered`. What is not known to be the same counts as different. */
function shouldBeAltered(before: ModelField, after: ModelField, ignored: ReadonlySet<string> = new Set()): boolean {
  if (columnName(before.field) !== columnName(after.field)) return true;
  const [old, next] = [deconstructed(before.field), deconstructed(after.field)];
  if (old.path !== next.path || targetTable(before) !== targetTable(after)) return true;
  const names = new Set([...old.arguments.keys(), ...next.arguments.keys()]);
  return [...names].some(
    (name) =>
      !otherAttributes.has(name) &&
      !ignored.has(name) &&
      equalArguments(old.arguments.get(name), next.arguments.get(name)) !== true,
  );
}

function targetTable({ field, context }: ModelField): string | null {
  if (!isKeyed(field)) return null;
  const target = context.registry.target(field);
  if (isUnreadable(target)) return null;
  const dbTable = context.registry.dbTable(target.model);
  return isUnreadable(dbTable) ? null : dbTable;
}

class FieldAlteration {
  private readonly old: FieldFacts;
  private readonly next: FieldFacts;
  private readonly table: TableRef;

  constructor(
    private readonly editor: SchemaEditor,
    private readonly before: ModelField,
    private readonly after: ModelField,
  ) {
    this.old = factsOf(before);
    this.next = factsOf(after);
    this.table = editor.refOf(after);
  }

  run(): void {
    const { old, next } = this;
    const isForeignKeyDropped = this.dropForeignKeys();
    const becameKey = !old.isKey && next.isKey;
    if (old.isUnique && (!next.isUnique || becameKey)) this.dropAll('unique');
    const related = this.changesReferencedType() ? relatedTo(this.after) : [];
    for (const rel of related) this.dropRelatedKey(rel);
    if (old.isIndexed && !old.isUnique && (!next.isIndexed || next.isUnique)) this.dropAll('index');
    const isCheckRemade = old.column !== next.column && this.editor.backend.features.remakesChecksOfRenamed;
    if (old.isPositive && (!next.isPositive || isCheckRemade)) this.dropAll('check');
    this.renameColumn();
    this.dropTextIndex();
    this.alterColumn();
    if (old.isKey && !next.isKey) this.dropPrimaryKey();
    this.addUniqueAndIndex();
    if (becameKey) this.addPrimaryKey();
    for (const rel of [...related, ...(becameKey ? relatedTo(this.after) : [])]) this.alterRelated(rel);
    if ((isForeignKeyDropped || !old.hasForeignKey) && next.hasForeignKey) this.addForeignKey(this.after, null);
    for (const rel of related) if (isSet(rel.field, 'db_constraint')) this.addForeignKey(rel, '_fk');
    if (next.isPositive && (!old.isPositive || isCheckRemade)) this.addCheck();
    this.alterTextIndex();
  }

  private dropForeignKeys(): boolean {
    if (!this.old.hasForeignKey || !shouldBeAltered(this.before, this.after, new Set(['db_comment']))) return false;
    const keys = objectsOver(this.editor.table(this.after), { kind: 'foreign-key', columns: [this.old.column] });
    for (const key of keys) this.editor.drop(this.table, key);
    return keys.length > 0;
  }

  private dropAll(kind: 'unique' | 'index' | 'check'): void {
    const exclude = namesOfMeta(this.before.state, this.editor.backend.names);
    const found = objectsOver(this.editor.table(this.after), { kind, columns: [this.old.column], exclude });
    for (const object of found) this.editor.drop(this.table, object);
  }

  private changesReferencedType(): boolean {
    const { old, next } = this;
    const staysReferenced = (old.isKey && next.isKey) || (old.isUnique && next.isUnique);
    return staysReferenced && (old.type !== next.type || old.collation !== next.collation);
  }

  private dropRelatedKey(rel: RelatedField): void {
    const table = this.editor.catalog.table(this.editor.refOf(rel));
    if (table === null) return;
    const columns = [this.stored(columnName(rel.field))];
    for (const key of objectsOver(table, { kind: 'foreign-key', columns })) this.editor.drop(table, key);
  }

  private renameColumn(): void {
    const [from, to] = [this.old.column, this.next.column];
    if (from === to) return;
    this.editor.apply({ kind: 'rename-column', table: this.table, column: from, to });
    this.editor.deferred.renameColumn(this.editor.dbTable(this.after), from, to);
  }

  /** An indexed text column that gets another type loses its pattern twin first. */
  private dropTextIndex(): void {
    if (this.leavesText())
      this.editor.dropIndexIfThere(this.after, this.nameOver(columnName(this.before.field), '_like'));
  }

  private leavesText(): boolean {
    const { old, next } = this;
    if (!old.isIndexed && !old.isUnique) return false;
    return textTypes.some((text) => old.type?.startsWith(text) === true && next.type?.startsWith(text) !== true);
  }

  private alterColumn(): void {
    const { old, next } = this;
    const made = columnOf(this.after.state, this.after.field, this.after.context);
    const column = this.editor.table(this.after).columns.find(({ name }) => name === next.column);
    const set: Mutable<ColumnAlteration> = {};
    const hasOwnType = old.type !== next.type || old.type === null || old.collation !== next.collation;
    if (hasOwnType || old.isAuto !== next.isAuto) Object.assign(set, { type: made.type, collation: made.collation });
    if (old.isAuto !== next.isAuto) set.identity = made.identity;
    if (column !== undefined && column.comment !== made.comment) set.comment = made.comment;
    if (this.before.field.arguments.values.has('db_default') || this.after.field.arguments.values.has('db_default')) {
      set.default = made.default;
    }
    if (old.isNullable !== next.isNullable) set.nullable = made.nullable;
    this.modify(set);
    if (Object.keys(set).length > 0) {
      this.editor.apply({ kind: 'alter-column', table: this.table, column: next.column, set });
    }
    if (old.isAuto && !next.isAuto) dropOwnedSequence(this.editor.catalog, this.table, next.column);
    if (!old.isAuto && next.isAuto) addOwnedSequence(this.editor.catalog, this.table, made);
  }

  /** MODIFY says the whole column: what Django does not repeat in it goes. */
  private modify(set: Mutable<ColumnAlteration>): void {
    const { modifiesColumns, modifyDropsColumnChecks } = this.editor.backend.features;
    const isModified = set.type !== undefined || set.comment !== undefined || set.nullable !== undefined;
    if (!modifiesColumns || !isModified) return;
    if (set.nullable !== undefined) Object.assign(set, { comment: null, collation: null });
    const ofColumn = this.editor.table(this.after).checks.find(({ name }) => name === this.next.column);
    if (!modifyDropsColumnChecks || ofColumn === undefined || ofColumn.name === null) return;
    this.editor.dropConstraint(this.table, { kind: 'check', name: ofColumn.name });
  }

  private dropPrimaryKey(): void {
    const name = this.editor.table(this.after).primaryKey?.name;
    if (name != null) this.editor.dropConstraint(this.table, { kind: 'primary-key', name });
  }

  private addPrimaryKey(): void {
    const name = this.editor.backend.serverNames.addedPrimaryKey(this.nameOver(columnName(this.after.field), '_pk'));
    const { place } = this.after.field;
    const constraint = { kind: 'primary-key' as const, name, nameGiven: false, columns: [this.next.column], place };
    this.editor.apply({ kind: 'add-constraint', table: this.table, constraint });
  }

  private addUniqueAndIndex(): void {
    const { old, next } = this;
    if (!next.isKey && next.isUnique && (!old.isUnique || old.isKey)) {
      this.editor.addUnique(this.after, [columnName(this.after.field)], this.after.field.place);
    }
    if ((!old.isIndexed || old.isUnique) && next.isIndexed && !next.isUnique) this.addIndexes(false);
  }

  /** The field's plain index, or its pattern twin. */
  private addIndexes(isPattern: boolean): void {
    const { state, field, context } = this.after;
    const made = createdColumn(state, field, this.editor.dbTable(this.after), context, this.editor.catalog);
    const wanted = made.indexes.filter(({ origin }) => (origin === 'pattern') === isPattern);
    // Here Django does not ask whether the foreign key, which is made later, brings its index.
    const dbTable = this.editor.dbTable(this.after);
    const indexes = wanted.length > 0 || isPattern ? wanted : [fieldIndex(field, dbTable, context)];
    for (const index of indexes) this.editor.apply({ kind: 'add-index', table: this.table, index });
  }

  /** The referencing column takes the new type. */
  private alterRelated(rel: RelatedField): void {
    const table = this.editor.refOf(rel);
    if (this.editor.catalog.table(table) === null) return;
    const made = columnOf(rel.state, rel.field, rel.context);
    const set = { type: made.type, collation: made.collation };
    this.editor.apply({ kind: 'alter-column', table, column: made.name, set });
  }

  private addForeignKey(of: ModelField, suffix: string | null): void {
    const dbTable = this.editor.dbTable(of);
    const made = createdColumn(of.state, of.field, dbTable, of.context, this.editor.catalog);
    const table = this.editor.refOf(of);
    if (this.editor.catalog.table(table) === null) return;
    for (const key of made.foreignKeys) {
      const name =
        suffix === null
          ? key.name
          : this.stored(schemaEditorName(dbTable, [columnName(of.field)], suffix, this.editor.backend.names));
      this.editor.apply({ kind: 'add-constraint', table, constraint: { ...key, kind: 'foreign-key', name } });
    }
  }

  private addCheck(): void {
    const { state, field, context } = this.after;
    const made = createdColumn(state, field, this.editor.dbTable(this.after), context, this.editor.catalog);
    const name = this.nameOver(columnName(field), '_check');
    for (const check of made.checks) {
      this.editor.apply({ kind: 'add-constraint', table: this.table, constraint: { ...check, kind: 'check', name } });
    }
  }

  /** PostgreSQL's own part. Source: `_alter_field` of its schema editor. */
  private alterTextIndex(): void {
    const { old, next } = this;
    const wasPlain = !old.isIndexed && !old.isUnique;
    if ((wasPlain && next.isIndexed) || (!old.isUnique && next.isUnique) || this.leavesText()) this.addIndexes(true);
    if (old.isUnique && !next.isIndexed && !next.isUnique) {
      this.editor.dropIndexIfThere(this.after, this.nameOver(columnName(this.before.field), '_like'));
    }
  }

  private stored(name: string): string {
    return this.editor.backend.names.stored(name);
  }

  private nameOver(column: string, suffix: string): string {
    const { names } = this.editor.backend;
    return names.stored(schemaEditorName(this.editor.dbTable(this.after), [column], suffix, names));
  }
}

/** Types that have pattern twins, and citext, which Django treats like them. */
const textTypes = ['character varying', 'text', 'citext'];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
