import type { Fact } from '@canonical-schema/schema';
import { isUnreadable } from '@canonical-schema/schema';
import type { ColumnDescription, TableDescription } from '../description';

/**
 * The column of the primary key that counts up by itself: a lone integer without default and foreign key, or the one
 * that says `autoincrement=True`. Source: `_autoincrement_column` in `schema.py`.
 */
export function autoincrementColumn(
  key: readonly ColumnDescription[],
  table: TableDescription,
  typeOf: (column: ColumnDescription) => Fact<string>,
  isInteger: (type: string) => boolean,
): ColumnDescription | null {
  const explicit = key.find((column) => column.autoincrement === true);
  const [only, ...others] = key;
  if (only === undefined || others.length > 0 || explicit !== undefined) return explicit ?? null;
  const type = typeOf(only);
  return !isUnreadable(type) && isInteger(type) && countsUp(only, table) ? only : null;
}

function countsUp(column: ColumnDescription, table: TableDescription): boolean {
  if (isUnreadable(column.autoincrement)) return false;
  if (column.autoincrement !== 'auto' && column.autoincrement !== 'ignore_fk') return false;
  const hasServerDefault = column.serverDefault.kind !== 'none' && column.serverDefault.kind !== 'identity';
  if (column.pythonDefault !== null || hasServerDefault) return false;
  return column.autoincrement === 'ignore_fk' || !isReference(column, table);
}

/** Is the column part of a foreign key, its own or one of the table? */
export function isReference(column: ColumnDescription, table: TableDescription): boolean {
  if (column.foreignKeys.length > 0) return true;
  return table.constraints.some(
    (constraint) =>
      constraint.kind === 'foreign-key' &&
      constraint.keys.some(
        ({ value }) => value.kind === 'str' && (value.value === column.key || value.value === column.name),
      ),
  );
}
