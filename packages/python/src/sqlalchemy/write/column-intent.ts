import type { Column, ForeignKey, Table } from '@canonical-schema/schema';
import type { TableDescription } from '../description';

/** A column that is to be written, with what of its table's keys and indexes stands at the column itself. */
export interface ColumnIntent {
  readonly column: Column;
  /** Is it in the primary key, and alone? */
  readonly key: 'none' | 'alone' | 'part';
  readonly foreignKey: ForeignKey | null;
  /** Has its table a foreign key over it and others? */
  readonly isInForeignKey: boolean;
  readonly unique: boolean;
  readonly index: boolean;
}

/** The table that names are made for: of the models, or one that is still to be written. */
export type WrittenTable = Pick<TableDescription, 'name' | 'schema' | 'metadata' | 'longestName'>;

/** How far a column is in the primary key of its table. */
export function keyOf(name: string, { primaryKey }: Pick<Table, 'primaryKey'>): ColumnIntent['key'] {
  if (primaryKey === null || !primaryKey.columns.includes(name)) return 'none';
  return primaryKey.columns.length === 1 ? 'alone' : 'part';
}
