import {
  isUnreadable,
  parseColumnType,
  type Schema,
  type Table,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { typeText } from '../fold/sql-text';
import { tableKey } from './table-key';
import { unreadLabels } from './types-text';

/** Why columns cannot be written. What is made of such a column cannot be written either. */
export interface Unwritable {
  /** A phrase for a note, "its type could not be read: …"; null where the column can be written. */
  whyNot(table: TableRef, column: string): string | null;
  /** The same for the first of several columns that has one, with the column's name before it. */
  whyNotAll(table: TableRef, columns: readonly string[]): string | null;
}

/** What stands in the way of writing the columns of these tables. */
export function unwritableColumns(schema: Schema, tables: readonly Table[]): Unwritable {
  const labels = new Map(
    schema.enums.flatMap((type) =>
      isUnreadable(type.labels) ? [[typeText(type), unreadLabels(type.labels.unreadable)] as const] : [],
    ),
  );
  const whys = new Map<string, ReadonlyMap<string, string | null>>();
  for (const table of tables) {
    const columns = table.columns.map(({ name, type }) => [name, whyOfType(type, labels)] as const);
    whys.set(tableKey(table), new Map(columns));
  }
  const whyNot: Unwritable['whyNot'] = (table, column) => {
    const why = whys.get(tableKey(table))?.get(column);
    return why === undefined ? 'it is not described here' : why;
  };
  return {
    whyNot,
    whyNotAll(table, columns) {
      const [first] = columns.flatMap((column) => {
        const why = whyNot(table, column);
        return why === null ? [] : [`${tableLabel(table)}.${column}: ${why}`];
      });
      return first ?? null;
    },
  };
}

function whyOfType(type: Table['columns'][number]['type'], labels: ReadonlyMap<string, string>): string | null {
  if (isUnreadable(type)) return `its type could not be read: ${type.unreadable}`;
  const unread = labels.get(parseColumnType(type).base);
  return unread === undefined ? null : `it is of type ${type}, and ${unread}`;
}
