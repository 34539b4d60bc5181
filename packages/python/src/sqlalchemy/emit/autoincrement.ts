import type { Fact } from '@canonical-schema/schema';
import { isUnreadable } from '@canonical-schema/schema';
import type { ColumnDescription, TableDescription } from '../description';

const integers = new Set(['smallint', 'integer', 'bigint']);

/**
 * The column of the primary key that counts up by itself: a lone integer without default and foreign key, or the one
 * that says `autoincrement=True`. Source: `_autoincrement_column` in `schema.py`.
 */
export function autoincrementColumn(
  key: readonly ColumnDescription[],
  table: TableDescription,
  typeOf: (column: ColumnDescription) => Fact<string>,
): ColumnDescription | null {
  const explicit = key.find((column) => column.autoincrement === true);
  const [only, ...others] = key;
  if (only === undefined || others.length > 0 || explicit !== undefined) return explicit ?? null;
  return countsUp(only, table, typeOf(only)) ? only : null;
}

function countsUp(column: ColumnDescription, table: TableDescription, type: Fact<string>): boolean {
  if (isUnreadable(type) || !integers.has(type) || isUnreadable(column.autoincrement)) return false;
  if (column.autoincrement !== 'auto' && column.autoincrement !== 'ignore_fk') return false;
  const hasServerDefault = column.serverDefault.kind !== 'none' && column.serverDefault.kind !== 'identity';
  if (column.pythonDefault !== null || hasServerDefault) return false;
  return column.autoincrement === 'ignore_fk' || !hasForeignKey(column, table);
}

function hasForeignKey(column: ColumnDescription, table: TableDescription): boolean {
  if (column.foreignKeys.length > 0) return true;
  return table.constraints.some(
    (constraint) =>
      constraint.kind === 'foreign-key' &&
      constraint.keys.some(
        ({ value }) => value.kind === 'str' && (value.value === column.key || value.value === column.name),
      ),
  );
}

/** Is the column made as SERIAL? Not with an identity of its own, nor with a sequence that is not optional. */
export function isSerial(column: ColumnDescription, autoincrement: ColumnDescription | null): boolean {
  if (column !== autoincrement || column.serverDefault.kind === 'identity') return false;
  return column.pythonDefault === null && (column.sequence === null || column.sequence.optional);
}
