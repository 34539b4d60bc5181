import type { Change, Column, TableRef } from '@canonical-schema/schema';
import type { Around, HazardRules, Said } from '../said';

const none = (): readonly Said[] => [];

/** Changes that touch no row. */
export const quietRules: HazardRules = {
  ...{ 'add-table': none, 'drop-table': none, 'rename-table': none, 'add-column': none, 'drop-column': none },
  ...{ 'rename-column': none, 'alter-column': none, 'add-constraint': none, 'drop-constraint': none },
  ...{ 'rename-constraint': none, 'add-index': none, 'drop-index': none, 'rename-index': none },
  ...{ 'set-table-comment': none, 'add-enum': none, 'drop-enum': none, 'rename-enum': none, 'add-enum-label': none },
  ...{ 'rename-enum-label': none, 'add-domain': none, 'alter-domain': none, 'drop-domain': none },
  ...{ 'add-sequence': none, 'alter-sequence': none, 'drop-sequence': none, 'add-other': none, 'drop-other': none },
};

/** A hazard as its parts. */
export function said(kind: Said['kind'], message: string, safer: string | null): Said {
  return { kind, message, safer };
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
