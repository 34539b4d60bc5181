import { type Column, isUnreadable, type Table } from '@canonical-schema/schema';
import type { Statement } from '../statement';

/**
 * What of a table keeps a column of MySQL or MariaDB from being dropped; null for nothing. `gone` are names, in lower case,
 * of what the same statement drops. What is over the column alone goes with it.
 */
export function holderOf(
  { grammar, sql }: Statement,
  table: Table,
  { name }: Column,
  gone: ReadonlySet<string>,
): string | null {
  const { holdsKeysOfDroppedColumns } = grammar.rules;
  if (holdsKeysOfDroppedColumns === null) return null;
  const isNamed = (text: string): boolean => sql.columnsInText(text).some((column) => isSame(column, name));
  const isShared = (columns: readonly string[]): boolean =>
    columns.length > 1 && columns.some((column) => isSame(column, name));
  const stays = (held: string | null): boolean => held === null || !gone.has(held.toLowerCase());

  const generated = table.columns.find(
    (column) =>
      stays(column.name) &&
      column.generated !== null &&
      !isUnreadable(column.generated) &&
      isNamed(column.generated.expression),
  );
  if (generated !== undefined) return `the generated column ${generated.name}`;
  const check = table.checks.find((each) => stays(each.name) && isShared(each.columns));
  if (check !== undefined) return `the check ${check.name}`;
  const key = table.foreignKeys.find((each) => stays(each.name) && each.columns.some((column) => isSame(column, name)));
  if (key !== undefined) return `the foreign key ${key.name}`;
  const index = table.indexes.find(
    (each) =>
      stays(each.name) &&
      each.keys.some(({ of }) => of.kind === 'expression' && !isUnreadable(of.expression) && isNamed(of.expression)),
  );
  if (index !== undefined) return `the index ${index.name}`;
  if (!holdsKeysOfDroppedColumns) return null;
  if (table.primaryKey !== null && stays('primary') && isShared(table.primaryKey.columns)) return 'the primary key';
  const unique = table.uniques.find((each) => stays(each.name) && isShared(each.columns));
  return unique === undefined ? null : `the unique constraint ${unique.name}`;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
