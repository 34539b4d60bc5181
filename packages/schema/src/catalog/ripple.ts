import { parseColumnType } from '../column-type';
import { isUnreadable } from '../fact';
import type { Column } from '../model/column';
import type { ForeignKey } from '../model/constraint';
import type { Table, TableRef } from '../model/table';

/** Does this foreign key reference that table? */
export function references({ references: target }: ForeignKey, { schema, name }: TableRef): boolean {
  return target.table === name && target.schema === schema;
}

/** The table with its foreign keys following a table that was renamed; the same table where none does. */
export function followingTable(table: Table, from: TableRef, to: TableRef): Table {
  return withForeignKeys(table, from, (key) => ({
    ...key,
    references: { ...key.references, schema: to.schema, table: to.name },
  }));
}

/** The table with its foreign keys following a column that was renamed in the table they reference. */
export function followingColumn(table: Table, target: TableRef, from: string, to: string): Table {
  return withForeignKeys(table, target, (key) => ({
    ...key,
    references: { ...key.references, columns: key.references.columns.map((column) => (column === from ? to : column)) },
  }));
}

/** The table without its foreign keys to a table; with `columns`, only of those to exactly these columns. */
export function withoutReferences(
  table: Table,
  target: TableRef,
  lost: (columns: readonly string[]) => boolean,
): Table {
  const isLost = (key: ForeignKey): boolean => references(key, target) && lost(key.references.columns);
  if (!table.foreignKeys.some(isLost)) return table;
  return { ...table, foreignKeys: table.foreignKeys.filter((key) => !isLost(key)) };
}

function withForeignKeys(table: Table, target: TableRef, follow: (key: ForeignKey) => ForeignKey): Table {
  if (!table.foreignKeys.some((key) => references(key, target))) return table;
  return { ...table, foreignKeys: table.foreignKeys.map((key) => (references(key, target) ? follow(key) : key)) };
}

/** Is this column of that type, or an array of it? */
export function hasType({ type }: Column, name: string): boolean {
  return !isUnreadable(type) && parseColumnType(type).base === name;
}

/** The table with the columns of a renamed type, their arrays included; the same table where it has none. */
export function followingType(table: Table, from: string, to: string): Table {
  if (!table.columns.some((column) => hasType(column, from))) return table;
  const follow = (column: Column): Column =>
    hasType(column, from) && !isUnreadable(column.type)
      ? { ...column, type: to + column.type.slice(from.length) }
      : column;
  return { ...table, columns: table.columns.map(follow) };
}
