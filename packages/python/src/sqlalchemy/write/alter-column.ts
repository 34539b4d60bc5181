import {
  type Change,
  type Column,
  type ColumnAlteration,
  isUnreadable,
  type Place,
  tableLabel,
} from '@canonical-schema/schema';
import { pythonConstant } from '../../edits/python-text';
import type { Call } from '../../syntax/ast';
import { columnSite } from './add-column';
import type { Batch } from './batch';
import { ColumnCall } from './column-call';
import { type ColumnIntent, keyOf } from './column-intent';
import { ofOrm } from './imported-name';
import { autoincrementKeyword, identityItem, nullableKeyword, renderComputed } from './render-column';
import { renderServerDefault } from './render-default';
import {
  isSchemaItem,
  nullableAnnotation,
  type RenderedType,
  renderType,
  typeExpression,
  withoutNone,
} from './render-type';
import { calleeName, type SourceColumn } from './source-column';
import type { TableTarget } from './table-target';

type AlterColumn = Extract<Change, { kind: 'alter-column' }>;

interface Altering {
  readonly change: AlterColumn;
  readonly source: SourceColumn;
  readonly target: TableTarget;
  readonly batch: Batch;
  /** The column as it shall be. */
  readonly column: Column;
  readonly call: ColumnCall;
  refuse(why: string): void;
}

/** Sets facts of a column: of its call and annotation only the arguments that say them. */
export function alterColumn(change: AlterColumn, batch: Batch): void {
  const target = batch.target(change, change.table);
  if (target === null) return;
  const label = `${tableLabel(change.table)}.${change.column}`;
  const source = ownColumn(change, change.column, target, batch);
  if (source === null) return;
  const refuse = (why: string): void =>
    batch.refuseAt(
      change,
      `Column ${label} cannot be changed: ${why}.`,
      `Change it in ${source.file.path} by hand.`,
      placeOf(source),
    );
  const column: Column = { ...source.emitted, ...change.set };
  const call = ColumnCall.of(source);
  if (call === null) alterBareAnnotation(change, source, target, batch, refuse);
  else alterCall({ change, source, target, batch, column, call, refuse });
}

/** The text of a table's column, where that is the table's own; else the change is refused. */
export function ownColumn(change: Change, name: string, target: TableTarget, batch: Batch): SourceColumn | null {
  const source = target.columns.find(({ column }) => column.name === name);
  if (source !== undefined) return source;
  const column = target.table.columns.find((each) => each.name === name);
  const label = `${target.table.name}.${name}`;
  const where = column?.place ?? target.table.place;
  const why =
    column === undefined
      ? `The SQLAlchemy models have no column ${label}.`
      : `Column ${label} comes from a mixin or base class, or is made by code, in ${where.path} line ${where.line}.`;
  batch.refuseAt(change, why, `Change ${label} there by hand; other tables may have the column too.`, where);
  return null;
}

/** Where a column's statement stands. */
export function placeOf({ file, call, statement }: SourceColumn): Place {
  return file.file.source.placeOf(call ?? statement);
}

function alterCall(altering: Altering): void {
  const { change, source, call } = altering;
  const { set } = change;
  if (source.form === 'sqlmodel') {
    const inner = sqlModelColumn(call.call);
    if (inner === null) {
      alterField(altering);
      return;
    }
    const within = ColumnCall.of({ call: inner, file: source.file });
    if (within === null) altering.refuse('its sa_column has arguments that are unpacked');
    else alterArguments({ ...altering, call: within });
    if (set.nullable !== undefined) alterAnnotation(altering, null);
    return;
  }
  alterArguments(altering);
}

function sqlModelColumn({ args }: Call): Call | null {
  const value = args.find(({ name }) => name === 'sa_column')?.value;
  return value?.kind === 'call' ? value : null;
}

function alterArguments(altering: Altering): void {
  const { set } = altering.change;
  if (has(set, 'type') || has(set, 'collation')) alterType(altering);
  if (has(set, 'nullable') && !has(set, 'type')) alterAnnotation(altering, null);
  if (has(set, 'nullable')) alterNullable(altering);
  if (has(set, 'default')) alterDefault(altering);
  if (has(set, 'identity')) alterIdentity(altering);
  if (has(set, 'generated')) alterGenerated(altering);
  if (has(set, 'comment')) alterComment(altering);
}

function has(set: ColumnAlteration, fact: keyof ColumnAlteration): boolean {
  return set[fact] !== undefined;
}

// --- The type.

function alterType(altering: Altering): void {
  const { source, target, batch, column, call, refuse } = altering;
  if (isUnreadable(column.type)) {
    refuse('its type could not be read');
    return;
  }
  const isSame = column.type === source.emitted.type && column.collation === source.emitted.collation;
  if (isSame) return;
  const type = renderType(column.type, column.collation, batch.canonical, target.scribe);
  if (type === null) {
    refuse(`SQLAlchemy has no type for ${column.type}`);
    return;
  }
  const expression = typeExpression({ call: call.call });
  const isImplied = source.form === 'mapped' && expression === null;
  const isPlain = isImplied && type.plain !== null && target.mapped(type.plain) === column.type;
  if (expression !== null) source.file.draft.replace(expression, type.sql());
  else if (!isPlain && !followsKey(altering)) call.insertItem(positionOfType(call.call), type.sql());
  if (source.form === 'mapped' && source.annotation !== null) alterAnnotation(altering, type);
}

/** A foreign key's column without a type of its own has that of the column that it references. */
function followsKey({ source, batch, column }: Altering): boolean {
  const [foreignKey] = source.column.foreignKeys;
  if (foreignKey === undefined || source.column.type.kind !== 'none') return false;
  const target = batch.targets.loaded.schema.tables
    .flatMap(({ foreignKeys }) => foreignKeys)
    .find(({ place }) => place?.path === foreignKey.place.path && place.span.start === foreignKey.place.span.start);
  const referenced = batch.canonical.tables
    .find(({ schema, name }) => schema === target?.references.schema && name === target.references.table)
    ?.columns.find(({ name }) => name === target?.references.columns[0]);
  return referenced?.type === column.type;
}

function positionOfType({ args }: Call): number {
  const [first] = args;
  return first?.form === 'positional' && first.value.kind === 'string' ? 1 : 0;
}

/** The annotation under another type (null: the one that it has) or another nullability. */
function alterAnnotation(altering: Altering, type: RenderedType | null): void {
  const { source, target, change } = altering;
  const { annotation, file } = source;
  if (annotation === null || (source.form !== 'mapped' && source.form !== 'sqlmodel')) return;
  const before = withoutNone(annotation, file);
  const python = type === null || isSamePython(source, type) ? before : type.python();
  const isNullable = saysNullable(altering);
  const wasNullable = file.textOf(annotation) !== before;
  if (python === before && (change.set.nullable === undefined || isNullable === wasNullable)) return;
  const now = change.set.nullable === undefined ? wasNullable : isNullable;
  file.draft.replace(annotation, now ? nullableAnnotation(python, target.scribe) : python);
}

/** Does the annotation fit the new type as it is, as `int` fits both `integer` and `bigint`? */
function isSamePython({ annotation, file }: SourceColumn, type: RenderedType): boolean {
  if (annotation === null) return false;
  const written = withoutNone(annotation, file).split('.').at(-1);
  return written === type.pythonName();
}

function saysNullable({ column, source }: Altering): boolean {
  return column.nullable !== false && source.column.primaryKey !== true;
}

// --- Nullability.

function alterNullable({ source, target, batch, column, call }: Altering): void {
  const site = columnSite({ ...target, form: source.form === 'sqlmodel' ? 'column' : source.form }, batch);
  const key = keyOf(column.name, target.emitted);
  const keyword = nullableKeyword({ column, key }, site);
  const isSaid = call.has('nullable');
  const isNullable = column.nullable !== false;
  if (isSaid) call.setKeyword('nullable', isNullable ? 'True' : 'False');
  else if (keyword !== null && (source.form !== 'mapped' || source.annotation === null))
    call.setKeyword('nullable', keyword, ['unique', 'index', 'primary_key']);
}

// --- The default.

function alterDefault(altering: Altering): void {
  const { source, target, column, call, refuse } = altering;
  const { default: wanted, type } = column;
  if (isUnreadable(wanted) || isUnreadable(type)) {
    refuse('its default could not be read');
    return;
  }
  const python = source.emitted.pythonDefault ?? null;
  const isOnlyPython = python !== null && !call.has('server_default');
  if (wanted === null) call.removeKeyword('server_default');
  else if (!isOnlyPython || isUnreadable(python) || python.kind !== 'value')
    call.setKeyword('server_default', renderServerDefault(wanted, type, target.scribe), [
      'nullable',
      'unique',
      'index',
    ]);
  if (wanted !== null && python !== null && !isUnreadable(python) && python.kind === 'value' && python.sql !== wanted)
    alterPythonDefault(altering, wanted);
}

/** Python's own constant goes along with the DEFAULT. */
function alterPythonDefault({ source, call, refuse }: Altering, wanted: string): void {
  const name = ['default', 'insert_default'].find((each) => call.has(each));
  const constant = constantOf(wanted, source);
  if (name === undefined || constant === null) {
    refuse(`its Python default is another one than ${wanted}`);
    return;
  }
  call.setKeyword(name, constant);
}

const number = /^-?\d+(\.\d+)?$/;
const stringLiteral = /^'((?:[^']|'')*)'$/;

/** A SQL constant as Python writes it, in the way of the default that it replaces; null for what is none. */
function constantOf(sql: string, { call, file }: SourceColumn): string | null {
  const before = call?.args.find(({ name }) => name === 'default' || name === 'insert_default')?.value;
  if (before?.kind === 'true' || before?.kind === 'false')
    return sql === 'true' ? 'True' : sql === 'false' ? 'False' : null;
  if (before?.kind === 'number' || before?.kind === 'unary') return number.test(sql) ? sql : null;
  const text = stringLiteral.exec(sql)?.[1];
  return before?.kind === 'string' && text !== undefined
    ? pythonConstant(text.replaceAll("''", "'"), file.file.style)
    : null;
}

// --- What counts up, and what is computed.

function alterIdentity(altering: Altering): void {
  const { target, column, call } = altering;
  const key = keyOf(column.name, target.emitted);
  const at = itemAt(call.call, 'Identity');
  const item = identityItem(column, key, target.scribe);
  const argument = call.call.args[at];
  if (argument !== undefined && item !== null) target.file.draft.replace(argument.value, item);
  else if (argument !== undefined) call.removeAt(at);
  else if (item !== null) call.addItem(item);
  const intent: ColumnIntent = {
    column,
    key,
    foreignKey: null,
    isInForeignKey: target.emitted.foreignKeys.some(({ columns }) => columns.includes(column.name)),
    unique: false,
    index: false,
  };
  const keyword = isUnreadable(column.type) ? null : autoincrementKeyword(intent, column.type);
  if (keyword === null) call.removeKeyword('autoincrement');
  else call.setKeyword('autoincrement', keyword, ['primary_key']);
}

function alterGenerated({ target, column, call, refuse }: Altering): void {
  if (isUnreadable(column.generated)) {
    refuse('its expression could not be read');
    return;
  }
  const at = itemAt(call.call, 'Computed');
  const argument = call.call.args[at];
  if (column.generated === null) {
    if (argument !== undefined) call.removeAt(at);
    return;
  }
  const item = renderComputed(column.generated, target.scribe);
  if (argument !== undefined) target.file.draft.replace(argument.value, item);
  else call.addItem(item);
}

/** The position of `Identity(...)` and its kin among the arguments; -1 where it is none of them. */
function itemAt({ args }: Call, name: string): number {
  return args.findIndex(
    ({ form, value }) =>
      form === 'positional' && value.kind === 'call' && isSchemaItem(value) && calleeName(value) === name,
  );
}

function alterComment({ target, column, call }: Altering): void {
  if (column.comment === null) call.removeKeyword('comment');
  else call.setKeyword('comment', target.scribe.quoted(column.comment));
}

// --- Annotations and fields without a call of SQLAlchemy's.

/** `name: Mapped[str]` gets a call where the annotation does not say it all. */
function alterBareAnnotation(
  change: AlterColumn,
  source: SourceColumn,
  target: TableTarget,
  batch: Batch,
  refuse: (why: string) => void,
): void {
  const { statement, annotation, file } = source;
  if (source.call !== null || statement.kind !== 'annotated' || annotation === null) {
    refuse('its arguments are unpacked');
    return;
  }
  if (statement.value !== null) {
    refuse('its value is not a call of SQLAlchemy');
    return;
  }
  const column: Column = { ...source.emitted, ...change.set };
  if (isUnreadable(column.type) || isUnreadable(column.default)) {
    refuse('a fact of it could not be read');
    return;
  }
  const type = renderType(column.type, column.collation, batch.canonical, target.scribe);
  if (type === null) {
    refuse(`SQLAlchemy has no type for ${column.type}`);
    return;
  }
  if (source.form === 'sqlmodel') {
    refuse('its field has no arguments');
    return;
  }
  const isPlain = type.plain !== null && target.mapped(type.plain) === column.type;
  const isChanged = column.type !== source.emitted.type;
  const args = [
    ...(isPlain || !isChanged ? [] : [type.sql()]),
    ...(column.default === null
      ? []
      : [`server_default=${renderServerDefault(column.default, column.type, target.scribe)}`]),
    ...(column.comment === null ? [] : [`comment=${target.scribe.quoted(column.comment)}`]),
  ];
  const python = isChanged && !isSamePython(source, type) ? type.python() : withoutNone(annotation, file);
  const nullable = column.nullable !== false ? nullableAnnotation(python, target.scribe) : python;
  const isNullabilityChanged = change.set.nullable !== undefined && column.nullable !== source.emitted.nullable;
  if (isNullabilityChanged || python !== withoutNone(annotation, file)) file.draft.replace(annotation, nullable);
  if (args.length > 0) {
    const end = { start: statement.annotation.end, end: statement.annotation.end };
    file.draft.replace(end, ` = ${target.scribe.name(ofOrm('mapped_column'))}(${args.join(', ')})`);
  }
}

/** SQLModel's `Field(...)`: its own arguments say length, digits and nullability. */
function alterField(altering: Altering): void {
  const { change, source, call, column, refuse } = altering;
  const { set } = change;
  const beyond = (['default', 'identity', 'generated', 'comment', 'collation'] as const).filter((fact) =>
    has(set, fact),
  );
  if (beyond.length > 0) {
    refuse(`a Field has no argument for its ${beyond.join(', ')}`);
    return;
  }
  if (has(set, 'type') && typeof column.type === 'string') {
    const length = /^character varying\((\d+)\)$/.exec(column.type)?.[1];
    const digits = /^numeric\((\d+),(\d+)\)$/.exec(column.type);
    const isText = /^character varying/.test(String(source.emitted.type));
    const isNumber = /^numeric/.test(String(source.emitted.type));
    if (isText && length !== undefined) call.setKeyword('max_length', length);
    else if (isText && column.type === 'character varying') call.removeKeyword('max_length');
    else if (isNumber && digits !== null) {
      call.setKeyword('max_digits', String(digits[1]));
      call.setKeyword('decimal_places', String(digits[2]));
    } else {
      alterFieldType(altering);
    }
  }
  if (has(set, 'nullable')) {
    alterAnnotation(altering, null);
    alterNoneDefault(altering);
    if (call.has('nullable')) call.setKeyword('nullable', column.nullable !== false ? 'True' : 'False');
  }
}

/** A field that may be NULL is None unless it is given; one that may not has to be given. */
function alterNoneDefault({ source, call, column }: Altering): void {
  const given = source.call?.args.find(({ name }) => name === 'default');
  if (column.nullable !== false && given === undefined) call.setKeyword('default', 'None');
  if (column.nullable === false && given?.value.kind === 'none') call.removeKeyword('default');
}

function alterFieldType({ call, column, target, batch, refuse, source }: Altering): void {
  const type = typeof column.type === 'string' ? renderType(column.type, null, batch.canonical, target.scribe) : null;
  if (type === null) {
    refuse(`SQLAlchemy has no type for ${String(column.type)}`);
    return;
  }
  if (!isSamePython(source, type) && source.annotation !== null) {
    const { annotation, file } = source;
    const python = type.python();
    file.draft.replace(annotation, column.nullable !== false ? nullableAnnotation(python, target.scribe) : python);
  }
  const isPlain = type.plain !== null && target.mapped(type.plain) === column.type;
  for (const keyword of ['max_length', 'max_digits', 'decimal_places']) call.removeKeyword(keyword);
  if (isPlain) call.removeKeyword('sa_type');
  else call.setKeyword('sa_type', type.sql());
}
