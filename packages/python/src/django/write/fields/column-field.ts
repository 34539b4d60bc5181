import { type Column, isUnreadable } from '@canonical-schema/schema';
import { autoFieldIn } from '../../model-states';
import { isAtLeast } from '../../version';
import { argumentOrder } from './argument-order';
import { type Base, baseOf } from './base-column';
import { type DefaultAnswer, defaultArguments } from './default-arguments';
import { type FieldName, fieldName } from './field-name';
import type { DeclaredField, FieldHome, FieldProblem, FieldWriting } from './field-writing';
import { generatedField, type Neighbours } from './generated-field';
import { type ArgumentCode, imported, keyword, type PythonCode, plain, string } from './python-code';
import { relationArguments } from './relation-code';
import { fieldRows } from './rows';
import { type ColumnObjects, objectsOf, type TableObjects } from './table-objects';
import { type FieldOfType, modelsModule } from './type-fields';

/** A column that is to become a field. */
export interface ColumnQuestion {
  readonly column: Column;
  /** What its table says about it. */
  readonly table: TableObjects;
  readonly home: FieldHome;
  /** Is the whole model new? Then all of several relations to one model name their reverse sides. */
  readonly isNewModel: boolean;
  /** The name that the field has and keeps; null for one that is to be found. */
  readonly name: string | null;
  /** What an expression asks of the other columns. */
  readonly neighbours: Neighbours;
  /** Does something of the model have that name already? */
  isTaken(name: string): boolean;
}

/** The field of a column, with the objects of the table that it brings along; `implicit` is the `id` of Django's own. */
export type ColumnAnswer =
  | { readonly kind: 'field'; readonly field: DeclaredField; readonly covered: readonly object[] }
  | { readonly kind: 'implicit'; readonly name: string }
  | ({ readonly kind: 'none' } & FieldProblem);

/** The arguments in the order in which people write them. */
function inOrder(args: readonly ArgumentCode[]): readonly ArgumentCode[] {
  return [...args].sort((a, b) => argumentOrder(a.name) - argumentOrder(b.name));
}

/** The field of a column; or why Django has none. */
export function columnField(question: ColumnQuestion, writing: FieldWriting): ColumnAnswer {
  const { column, table, home } = question;
  const { backend } = writing.loaded.project;
  const objects = objectsOf(column, table, backend.sql);
  const problem = problemOf(column, objects);
  if (problem !== null) return problem;
  const base = baseOf(column, objects.positive !== null, writing);
  if (base.kind === 'none') return base;
  if (isImplicit(column, objects, base.field, home, writing)) return { kind: 'implicit', name: column.name };
  const isRelation = objects.foreignKeys.length > 0;
  const { isTaken } = question;
  const found = fieldName({ column: column.name, isRelation, isKey: objects.isKey, isTaken });
  const { name, dbColumn } = question.name === null ? found : { name: question.name, dbColumn: null };
  if (column.generated !== null) return ofGenerated(question, { name, dbColumn }, base, objects, writing);
  const filled = defaultOf(column, base, writing);
  if (filled?.kind === 'none') return filled;
  const parts: Parts = { question, objects, base, name, filled, writing };
  const target = targetArguments(parts);
  if (target.kind === 'none') return target;
  const args = [
    ...target.args,
    ...choicesOf(base),
    ...keyArguments(parts),
    ...(filled === null ? [] : [filled.argument]),
    ...nullArguments(base.column, objects, filled),
    ...(dbColumn === null ? [] : [keyword('db_column', string(dbColumn))]),
    ...textArguments(column, target.callee, writing),
  ];
  const code = { kind: 'call', callee: target.callee, args: inOrder(args) } as const;
  return { kind: 'field', field: { name, code, column: column.name }, covered: coveredBy(objects, base.field) };
}

/** A generated column has no default and takes no NULL of its own. */
function ofGenerated(
  { column, neighbours }: ColumnQuestion,
  { name, dbColumn }: FieldName,
  base: Base,
  objects: ColumnObjects,
  writing: FieldWriting,
): ColumnAnswer {
  const made = generatedField(column, base.field, neighbours, writing);
  if (made.kind === 'none') return made;
  const args = [
    ...made.code.args,
    ...(objects.unique === null ? [] : [keyword('unique', plain('True'))]),
    ...(dbColumn === null ? [] : [keyword('db_column', string(dbColumn))]),
    ...textArguments(column, made.code.callee, writing),
  ];
  const code = { ...made.code, args: inOrder(args) };
  return {
    kind: 'field',
    field: { name, code, column: column.name },
    covered: objects.unique === null ? [] : [objects.unique],
  };
}

interface Parts {
  readonly question: ColumnQuestion;
  readonly objects: ColumnObjects;
  readonly base: Base;
  readonly name: string;
  readonly filled: Exclude<DefaultAnswer, { readonly kind: 'none' }> | null;
  readonly writing: FieldWriting;
}

function none(why: string, remedy: string): { readonly kind: 'none' } & FieldProblem {
  return { kind: 'none', why, remedy };
}

function problemOf(column: Column, objects: ColumnObjects): ReturnType<typeof none> | null {
  const { name, identity } = column;
  if (identity === 'always') {
    return none(
      `${name} is GENERATED ALWAYS AS IDENTITY, and Django only makes GENERATED BY DEFAULT.`,
      'Say GENERATED BY DEFAULT AS IDENTITY in the SQL.',
    );
  }
  if (identity !== null && !objects.isKey) {
    return none(
      `${name} counts up by itself and is not the primary key; an AutoField has to be.`,
      'Make it the primary key in the SQL, or drop its identity.',
    );
  }
  if (objects.foreignKeys.length > 1) {
    return none(
      `${name} has ${objects.foreignKeys.length} foreign keys, and a field says one.`,
      'Drop all but one of them from the SQL.',
    );
  }
  return null;
}

/** Is it the `id` that Django makes where no field is the key? */
function isImplicit(
  { name, identity }: Column,
  { isKey, foreignKeys }: ColumnObjects,
  field: FieldOfType,
  { app }: FieldHome,
  { loaded }: FieldWriting,
): boolean {
  if (!isKey || name !== 'id' || identity === null || foreignKeys.length > 0) return false;
  const own = autoFieldIn(app, loaded.states);
  return own === field.name || (fieldRows(loaded.project.backend).autoFieldsAreOne && field.name.endsWith('AutoField'));
}

/** How the field says the column's default; null for none. */
export function defaultOf(
  { identity, name }: Column,
  { column, type, field }: Pick<Base, 'column' | 'type' | 'field'>,
  { loaded }: FieldWriting,
): DefaultAnswer | null {
  const { default: sql } = column;
  if (sql === null || identity !== null) return null;
  if (isUnreadable(sql)) {
    return none(`The DEFAULT of ${name} could not be read: ${sql.unreadable}.`, 'Write its field by hand.');
  }
  const { version, backend } = loaded.project;
  return defaultArguments({ sql, type, field: field.name, version, backend });
}

interface Target {
  readonly kind: 'target';
  readonly callee: PythonCode;
  readonly args: readonly ArgumentCode[];
}

/** The field's class with the arguments that belong to it: those of its type, or of the relation that it is. */
function targetArguments({ question, objects, base, name, filled, writing }: Parts): Target | ReturnType<typeof none> {
  const [key] = objects.foreignKeys;
  if (key === undefined) {
    return { kind: 'target', callee: imported(base.field.module, base.field.name), args: base.field.args };
  }
  const isOne = objects.isKey || objects.unique !== null;
  const others = question.table.foreignKeys.filter(
    ({ columns, references }) =>
      columns.length === 1 && references.table === key.references.table && references.schema === key.references.schema,
  );
  const hasDefault = filled?.kind === 'python';
  const { column, home } = question;
  const relation = relationArguments(
    {
      key,
      column: { ...column, nullable: base.column.nullable },
      name,
      isOne,
      isNamed: false,
      named: question.isNewModel && others.length > 1,
      hasDefault,
      home,
    },
    writing,
  );
  if (relation.kind === 'none') return relation;
  return {
    kind: 'target',
    callee: imported(modelsModule, isOne ? 'OneToOneField' : 'ForeignKey'),
    args: relation.args,
  };
}

/** Each label with the words that a person reads: `in_progress` is shown as `In progress`. */
export function choicesCode(labels: readonly string[]): PythonCode {
  return {
    kind: 'list',
    items: labels.map((label) => ({ kind: 'tuple', items: [string(label), string(wordsOf(label))] })),
  };
}

function choicesOf({ labels }: Base): readonly ArgumentCode[] {
  return labels === null ? [] : [keyword('choices', choicesCode(labels))];
}

function wordsOf(label: string): string {
  const words = label.replace(/[_-]+/g, ' ').trim();
  return words === '' ? label : words[0]?.toUpperCase() + words.slice(1);
}

function keyArguments({ objects, filled, writing }: Parts): readonly ArgumentCode[] {
  const yes = plain('True');
  const isRelation = objects.foreignKeys.length > 0;
  if (objects.isKey) {
    const isRandom = filled?.kind === 'python' && filled.argument.value.kind === 'name';
    return [keyword('primary_key', yes), ...(isRandom ? [keyword('editable', plain('False'))] : [])];
  }
  const { indexesForeignKeys } = writing.loaded.project.backend.sql.traits;
  if (isRelation && objects.unique === null && !objects.isServed && !indexesForeignKeys) {
    return [keyword('db_index', plain('False'))];
  }
  return objects.unique !== null && !isRelation ? [keyword('unique', yes)] : [];
}

/** `auto_now_add` makes a field blank by itself. */
function nullArguments(
  { nullable }: Column,
  { isKey, isPartOfKey }: ColumnObjects,
  filled: Parts['filled'],
): readonly ArgumentCode[] {
  if (nullable !== true || isKey || isPartOfKey) return [];
  const isAutomatic = filled?.argument.name === 'auto_now_add';
  return [keyword('null', plain('True')), ...(isAutomatic ? [] : [keyword('blank', plain('True'))])];
}

const collated: ReadonlySet<string> = new Set(['CharField', 'TextField']);

function textArguments(
  { collation, comment }: Column,
  callee: PythonCode,
  { loaded }: FieldWriting,
): readonly ArgumentCode[] {
  const { version } = loaded.project;
  const isCollated = callee.kind === 'name' && collated.has(callee.name);
  return [
    ...(collation !== null && !isUnreadable(collation) && isCollated && isAtLeast(version, 3, 2)
      ? [keyword('db_collation', string(collation))]
      : []),
    ...(comment !== null && isAtLeast(version, 4, 2) ? [keyword('db_comment', string(comment))] : []),
  ];
}

function coveredBy({ isKey, foreignKeys, unique, positive, index }: ColumnObjects, field: FieldOfType): object[] {
  const isRelation = foreignKeys.length > 0;
  return [
    ...foreignKeys,
    ...(unique !== null && !isKey ? [unique] : []),
    ...(positive !== null && !isRelation && field.name.startsWith('Positive') ? [positive] : []),
    ...(isRelation && index !== null && unique === null && !isKey ? [index] : []),
  ];
}
