import { type Change, type Column, isUnreadable, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { Around, Said } from '../said';

/** A hazard as its parts. */
export function said(kind: Said['kind'], message: string, safer: string | null): Said {
  return { kind, message, safer };
}

/** A table goes with its rows; `safer` is what keeps them. */
export function lostTable(table: TableRef, safer: string): readonly Said[] {
  return [said('loses-data', `The table ${tableLabel(table)} goes with all its rows.`, safer)];
}

/** A column goes with its values. */
export function lostColumn({ table, column }: { readonly table: TableRef; readonly column: string }): readonly Said[] {
  return [
    said(
      'loses-data',
      `The column ${tableLabel(table)}.${column} goes with all its values.`,
      'First release code that neither reads nor writes it, keep a copy of the values, then drop it.',
    ),
  ];
}

/** Is the column's value computed and kept in each row? */
export function isStored({ generated }: Column): boolean {
  return generated !== null && !isUnreadable(generated) && generated.kind === 'stored';
}

/** The column as it is before a change; undefined where it is not there. */
export function columnBefore({ catalog }: Around, table: TableRef, column: string): Column | undefined {
  return catalog.table(table)?.columns.find(({ name }) => name === column);
}

/** Do the same changes add the column, without a value? Then no row can break a rule of it. */
export function isEmpty({ made }: Around, table: TableRef, columns: readonly string[]): boolean {
  return made.some(
    (change: Change) =>
      change.kind === 'add-column' &&
      change.table.name === table.name &&
      columns.includes(change.column.name) &&
      change.column.default === null &&
      change.column.generated === null &&
      change.column.nullable === true,
  );
}
