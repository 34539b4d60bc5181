import { type Column, type ColumnAlteration, type Identity, type TableRef, tableLabel } from '@canonical-schema/schema';
import { normalizeExpression } from '../expressions/normalize';
import { resolvedType } from '../fold/column-type';
import { normalized, StatementError } from '../fold/fold';
import { optionOf, stringsOf } from '../fold/tree';
import type { ColumnDef } from '../parser/postgres';
import { type Action, tableOf } from './action';
import { defaultValue, identityKind, ownedSequence, readColumn } from './column';
import { addConstraints } from './create-table';
import { columnsOfTable } from './index-key';
import { shadowedColumn } from './shadowed';

function definitionOf({ command, ref }: Action): ColumnDef {
  if (command.def && 'ColumnDef' in command.def) return command.def.ColumnDef;
  throw new StatementError('has no column definition', ref);
}

function columnOf(action: Action): Column {
  const { command, ref } = action;
  const column = tableOf(action).columns.find(({ name }) => name === command.name);
  if (column === undefined)
    throw new StatementError(`alters ${tableLabel(ref)}.${command.name}, which does not exist`, ref);
  return column;
}

/** The table itself and, unless the action says ONLY, the tables below it that have the column. */
function family(action: Action, column: string): readonly TableRef[] {
  const { context, ref, only } = action;
  const below = only ? [] : context.fold.inheritance.descendantsOf(ref);
  return [ref, ...below.filter((child) => context.catalog.table(child)?.columns.some(({ name }) => name === column))];
}

function set(action: Action, alteration: ColumnAlteration): void {
  const { name } = columnOf(action);
  for (const table of family(action, name)) {
    action.context.catalog.apply({ kind: 'alter-column', table, column: name, set: alteration });
  }
}

/** ADD COLUMN, with the constraints behind it. */
export function addColumn(action: Action): void {
  const { context, ref, command, only } = action;
  const table = tableOf(action);
  const definition = definitionOf(action);
  const types = columnsOfTable(table);
  const own = resolvedType(context, definition.typeName);
  const columnType = (name: string): string | undefined =>
    name === definition.colname ? (own.baseType ?? own.type) : types.columnType(name);
  const read = readColumn(context, ref, definition, { columnType });
  const existing = table.columns.find(({ name }) => name === definition.colname);
  if (existing !== undefined && command.missing_ok) {
    shadowedColumn(context, table, existing, read.column);
    return;
  }
  context.catalog.apply({ kind: 'add-column', table: ref, column: read.column });
  if (read.sequence !== null && context.catalog.sequence(read.sequence) === null) {
    context.catalog.apply({ kind: 'add-sequence', sequence: read.sequence });
  }
  addConstraints(context, ref, read.constraints);
  for (const child of only ? [] : context.fold.inheritance.descendantsOf(ref)) {
    const has = context.catalog.table(child)?.columns.some(({ name }) => name === read.column.name) ?? true;
    if (!has) context.catalog.apply({ kind: 'add-column', table: child, column: read.column });
  }
}

export function dropColumn(action: Action): void {
  const { context, command, ref } = action;
  const name = command.name ?? '';
  if (!tableOf(action).columns.some((column) => column.name === name)) {
    if (command.missing_ok) return;
    throw new StatementError(`drops ${tableLabel(ref)}.${name}, which does not exist`, ref);
  }
  for (const table of family(action, name)) context.catalog.apply({ kind: 'drop-column', table, column: name });
}

/** `ALTER COLUMN … TYPE`: the column's place stays its definition. */
export function alterType(action: Action): void {
  columnOf(action);
  const definition = definitionOf(action);
  const { type, baseType } = resolvedType(action.context, definition.typeName);
  const collation = stringsOf(definition.collClause?.collname).at(-1) ?? null;
  set(action, { type, baseType, collation });
}

export function setDefault(action: Action): void {
  const { context, ref, command } = action;
  const column = columnOf(action);
  const type = typeof column.type === 'string' ? column.type : '';
  const at = { table: ref, column: column.name, place: context.text.place };
  const value = defaultValue(context, at, command.def, { type, baseType: column.baseType ?? null });
  // A serial's counting is its default: another default, or none, ends it. An identity has no default.
  const identity = value.identity ?? (column.identity === 'serial' ? null : column.identity);
  set(action, { default: value.sql, identity });
}

export function setNullable(action: Action, nullable: boolean): void {
  set(action, { nullable });
}

/** ADD, SET GENERATED and DROP IDENTITY. */
export function setIdentity(action: Action): void {
  const { context, ref, command } = action;
  const column = columnOf(action);
  if (command.subtype === 'AT_DropIdentity') {
    dropIdentity(action, column);
    return;
  }
  const kind = writtenIdentity(action);
  if (kind === null) return;
  const node = command.def && 'Constraint' in command.def ? command.def.Constraint : undefined;
  if (command.subtype === 'AT_AddIdentity') {
    const sequence = ownedSequence(context, ref, column.name, node, context.text.place);
    if (context.catalog.sequence(sequence) === null) context.catalog.apply({ kind: 'add-sequence', sequence });
  }
  set(action, { identity: kind, nullable: false });
}

/** The identity's sequence goes with it. */
function dropIdentity(action: Action, column: Column): void {
  const { context, ref } = action;
  if (column.identity === null || column.identity === 'serial') return;
  const owned = context.catalog.sequenceOf(ref, column.name);
  if (owned !== null) context.catalog.apply({ kind: 'drop-sequence', sequence: owned });
  set(action, { identity: null });
}

/** Null where only the sequence's options are set. `SET GENERATED` gives the letter as a character code. */
function writtenIdentity({ command }: Action): Identity | null {
  if (command.def && 'Constraint' in command.def) return identityKind(command.def.Constraint);
  const options = command.def && 'List' in command.def ? command.def.List.items : undefined;
  const generated = optionOf(options, 'generated');
  if (generated === undefined || !('Integer' in generated)) return null;
  return generated.Integer.ival === 'a'.charCodeAt(0) ? 'always' : 'by default';
}

/** `SET EXPRESSION AS (…)` and `DROP EXPRESSION`. */
export function setGenerated(action: Action): void {
  const { context, ref, command } = action;
  const column = columnOf(action);
  const expression = command.def;
  if (command.subtype === 'AT_DropExpression' || expression === undefined) {
    set(action, { generated: null });
    return;
  }
  const kind = column.generated !== null && 'kind' in column.generated ? column.generated.kind : 'stored';
  const at = { table: ref, column: column.name, place: context.text.place };
  const types = columnsOfTable(tableOf(action));
  set(action, {
    generated: normalized(context, at, () => ({ expression: normalizeExpression(expression, types), kind })),
  });
}
