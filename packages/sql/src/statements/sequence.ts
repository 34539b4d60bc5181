import { isUnreadable, type Sequence, type TableRef, tableLabel } from '@canonical-schema/schema';
import { normalizeDefaultText } from '../expressions/text';
import { type Context, StatementError, tableRefOf } from '../fold/fold';
import { nextvalText } from '../fold/sql-text';
import { optionOf, rangeVarOf, stringsOf } from '../fold/tree';
import type { AlterSeqStmt, CreateSeqStmt, Node } from '../parser/postgres';
import { sequenceNamed } from './column';

type Owner = NonNullable<Sequence['ownedBy']>;

/** CREATE SEQUENCE; its numbers (START, INCREMENT, …) do not shape a schema. */
export function createSequence(statement: CreateSeqStmt, context: Context): void {
  const { fold, catalog, text } = context;
  const { sequence: relation } = statement;
  if (relation?.relpersistence === 't') return;
  const ref = { schema: relation?.schemaname ?? fold.currentSchema, name: relation?.relname ?? '' };
  if (catalog.sequence(ref) !== null && statement.if_not_exists) return;
  catalog.apply({ kind: 'add-sequence', sequence: { ...ref, ownedBy: null, place: text.place } });
  setOwner(context, ref, statement.options);
}

/** ALTER SEQUENCE … OWNED BY. */
export function alterSequence(statement: AlterSeqStmt, context: Context): void {
  const { fold, catalog } = context;
  const { sequence: relation } = statement;
  const exists = (ref: TableRef): boolean => catalog.sequence(ref) !== null;
  const ref = fold.resolve(relation?.schemaname, relation?.relname ?? '', exists);
  if (exists(ref)) setOwner(context, ref, statement.options);
  else if (!statement.missing_ok)
    throw new StatementError(`alters the sequence ${tableLabel(ref)}, which does not exist`);
}

function setOwner(context: Context, ref: TableRef, options: readonly Node[] | undefined): void {
  const written = optionOf(options, 'owned_by');
  if (written === undefined || !('List' in written)) return;
  const { catalog } = context;
  const sequence = catalog.sequence(ref);
  if (sequence === null) return;
  const ownedBy = ownerOf(context, stringsOf(written.List.items));
  catalog.apply({ kind: 'alter-sequence', sequence: ref, to: { ...sequence, ownedBy } });
  if (sequence.ownedBy !== null) disown(context, sequence, sequence.ownedBy);
  if (ownedBy !== null) own(context, ref, ownedBy);
}

/** Null for `OWNED BY NONE`, and for a column of a table that is only listed. */
function ownerOf(context: Context, names: readonly string[]): Owner | null {
  if (names.length < 2) return null;
  const table = tableRefOf(context, rangeVarOf(names.slice(0, -1)));
  const column = names.at(-1) ?? '';
  const found = context.catalog.table(table);
  if (found === null) return null;
  if (!found.columns.some(({ name }) => name === column)) {
    throw new StatementError(`is owned by ${tableLabel(table)}.${column}, which does not exist`, table);
  }
  return { schema: table.schema, table: table.name, column };
}

/** A column whose DEFAULT draws from a sequence of its own counts up by itself, in whatever order these were said. */
function own(context: Context, ref: TableRef, { schema, table: name, column: columnName }: Owner): void {
  const { catalog } = context;
  const table = { schema, name };
  const column = catalog.table(table)?.columns.find((candidate) => candidate.name === columnName);
  if (column === undefined || column.default === null || isUnreadable(column.default)) return;
  const value = normalizeDefaultText(column.default, '');
  if (isUnreadable(value) || value.kind !== 'nextval') return;
  const drawn = sequenceNamed(context, value.sequence);
  if (drawn.schema !== ref.schema || drawn.name !== ref.name) return;
  catalog.apply({ kind: 'alter-column', table, column: columnName, set: { default: null, identity: 'serial' } });
}

/** The column draws from it still, as from any sequence. */
function disown({ catalog }: Context, sequence: TableRef, { schema, table: name, column }: Owner): void {
  const table = { schema, name };
  const found = catalog.table(table)?.columns.find((candidate) => candidate.name === column);
  if (found?.identity !== 'serial') return;
  const sql = nextvalText(sequence);
  catalog.apply({ kind: 'alter-column', table, column, set: { default: sql, identity: null } });
}
