import type { Change } from '@canonical-schema/schema';
import type { TableDescription } from '../description';
import { ColumnCall } from './column-call';
import { flagsOfIndex, isKeyFlag, isUniqueFlag } from './own-keys';
import { renderForeignKey } from './render-foreign-key';
import { plainReference } from './render-sqlmodel-field';
import { calleeName, type SourceColumn } from './source-column';
import type { TableTarget } from './table-target';

type Addition = Extract<Change, { kind: 'add-index' | 'add-constraint' }>;

/** Writes an index or constraint at its one column, where that says the same; false where it has to stand elsewhere. */
export function flagColumn(change: Addition, target: TableTarget, referenced: TableDescription | null = null): boolean {
  const columns =
    change.kind === 'add-index'
      ? change.index.keys.map(({ of }) => (of.kind === 'column' ? of.column : null))
      : change.constraint.columns;
  const [name, ...others] = columns;
  const source = others.length > 0 ? undefined : target.columns.find((column) => column.column.name === name);
  if (source === undefined || name === undefined || name === null) return false;
  const call = ColumnCall.ofFlags(source);
  const flag = `${change.kind === 'add-index' ? 'unique' : change.constraint.kind} ${name}`;
  if (call === null || target.flagged.has(flag)) return false;
  const isWritten = writeFlag(change, name, call, source, target, referenced);
  if (isWritten) target.flagged.add(flag);
  return isWritten;
}

function writeFlag(
  change: Addition,
  name: string,
  call: ColumnCall,
  source: SourceColumn,
  target: TableTarget,
  referenced: TableDescription | null,
): boolean {
  return change.kind === 'add-index'
    ? flagIndex(change.index, name, call, source, target)
    : flagConstraint(change.constraint, name, call, source, target, referenced);
}

function flagIndex(
  index: Extract<Change, { kind: 'add-index' }>['index'],
  name: string,
  call: ColumnCall,
  { column }: SourceColumn,
  { table }: TableTarget,
): boolean {
  const flags = flagsOfIndex(index, name, table);
  if (flags === null || column.unique === true || column.index === true) return false;
  if (flags === 'unique-index') call.setKeyword('unique', 'True');
  call.setKeyword('index', 'True');
  return true;
}

function flagConstraint(
  constraint: Extract<Change, { kind: 'add-constraint' }>['constraint'],
  name: string,
  call: ColumnCall,
  source: SourceColumn,
  { table, scribe }: TableTarget,
  referenced: TableDescription | null,
): boolean {
  const { column } = source;
  switch (constraint.kind) {
    case 'unique':
      if (!isUniqueFlag(constraint, name, table) || column.unique === true || column.index === true) return false;
      call.setKeyword('unique', 'True');
      return true;
    case 'foreign-key':
      if (column.foreignKeys.length > 0) return false;
      return addReference(renderForeignKey(constraint, table, referenced, scribe), call, source);
    case 'primary-key':
      if (!isKeyFlag(constraint, table)) return false;
      call.setKeyword('primary_key', 'True');
      return true;
    default:
      return false;
  }
}

/** `ForeignKey(...)` among the arguments; a Field says the plain ones by keywords, and no others. */
function addReference(written: string, call: ColumnCall, { form }: SourceColumn): boolean {
  if (form !== 'sqlmodel' || calleeName(call.call) !== 'Field') {
    call.addItem(written);
    return true;
  }
  const plain = plainReference(written);
  if (plain === null) return false;
  call.setKeyword('foreign_key', plain.target);
  if (plain.ondelete !== null) call.setKeyword('ondelete', plain.ondelete, ['foreign_key']);
  return true;
}
