import { type Change, type Column, isUnreadable, type Place, tableLabel } from '@canonical-schema/schema';
import { pythonConstant } from '../../edits/python-text';
import type { Call } from '../../syntax/ast';
import { columnSite } from './add-column';
import { alterField, alterNewField, alterNoneDefault } from './alter-field';
import { alterAnnotation, alterType } from './alter-type';
import { type Altering, has } from './altering';
import type { Batch } from './batch';
import { type CallArguments, ColumnCall, NewCall } from './column-call';
import { type ColumnIntent, keyOf } from './column-intent';
import { autoincrementKeyword, identityItem, nullableKeyword, renderComputed } from './column-parts';
import { ofOrm } from './imported-name';
import { renderServerDefault } from './render-default';
import { isSchemaItem } from './render-type';
import { calleeName, type SourceColumn } from './source-column';
import type { TableTarget } from './table-target';

type AlterColumn = Extract<Change, { kind: 'alter-column' }>;

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
  const altering = { change, source, target, batch, column, refuse };
  if (call !== null) alterCall({ ...altering, call }, call);
  else if (source.call !== null) refuse('its arguments are unpacked');
  else if (source.form === 'sqlmodel') alterNewField(altering);
  else alterBareAnnotation(altering);
}

/** The text of a table's column, where no other table has it too; else the change is refused. */
export function ownColumn(change: Change, name: string, target: TableTarget, batch: Batch): SourceColumn | null {
  const own = target.columns.find(({ column }) => column.name === name);
  const source = own ?? batch.targets.lentColumn(target, name);
  if (source !== null) return source;
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

function alterCall(altering: Altering, call: ColumnCall): void {
  const { change, source } = altering;
  if (source.form !== 'sqlmodel') {
    alterArguments(altering);
    return;
  }
  const inner = sqlModelColumn(call.call);
  const within = inner === null ? null : ColumnCall.of({ call: inner, file: source.file });
  if (inner === null) alterField(altering);
  else if (within === null) altering.refuse('its sa_column has arguments that are unpacked');
  else {
    alterArguments({ ...altering, call: within });
    if (change.set.nullable !== undefined) alterNoneDefault(altering);
    alterAnnotation(altering, null);
  }
}

/** `name: Mapped[str]` gets a call where the annotation does not say it all. */
function alterBareAnnotation(bare: Omit<Altering, 'call'>): void {
  const { source, target, refuse } = bare;
  const { statement } = source;
  if (statement.kind !== 'annotated' || statement.value !== null) {
    refuse('its value is not a call of SQLAlchemy');
    return;
  }
  const call = new NewCall();
  alterArguments({ ...bare, call });
  if (call.isEmpty) return;
  const { end } = statement.annotation;
  const code = call.code(` = ${target.scribe.name(ofOrm('mapped_column'))}`);
  source.file.draft.replace({ start: end, end }, code);
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
  const at = itemAt(call, 'Identity');
  const item = identityItem(column, key, target.scribe);
  const argument = call.args[at];
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
  const keyword = isUnreadable(column.type) ? null : autoincrementKeyword(intent, column.type, target.scribe);
  if (keyword === null) call.removeKeyword('autoincrement');
  else call.setKeyword('autoincrement', keyword, ['primary_key']);
}

function alterGenerated({ target, column, call, refuse }: Altering): void {
  if (isUnreadable(column.generated)) {
    refuse('its expression could not be read');
    return;
  }
  const at = itemAt(call, 'Computed');
  const argument = call.args[at];
  if (column.generated === null) {
    if (argument !== undefined) call.removeAt(at);
    return;
  }
  const item = renderComputed(column.generated, target.scribe);
  if (argument !== undefined) target.file.draft.replace(argument.value, item);
  else call.addItem(item);
}

/** The position of `Identity(...)` and its kin among the arguments; -1 where it is none of them. */
function itemAt({ args }: CallArguments, name: string): number {
  return args.findIndex(
    ({ form, value }) =>
      form === 'positional' && value.kind === 'call' && isSchemaItem(value) && calleeName(value) === name,
  );
}

function alterComment({ target, column, call }: Altering): void {
  if (column.comment === null) call.removeKeyword('comment');
  else call.setKeyword('comment', target.scribe.quoted(column.comment));
}
