import { type Catalog, type Column, freeObjectName, type TableRef } from '@canonical-schema/schema';

/** The sequence behind an identity or serial column: SQL of later migrations may name it. */
export function addOwnedSequence(
  catalog: Catalog,
  { schema, name }: TableRef,
  { name: column, identity, place }: Column,
): void {
  if (identity === null) return;
  const sequence = freeObjectName(name, column, 'seq', (each) => catalog.isNameTaken(schema, each));
  const ownedBy = { schema, table: name, column };
  catalog.apply({ kind: 'add-sequence', sequence: { schema, name: sequence, ownedBy, place } });
}

/** A column that no longer counts up has no sequence. */
export function dropOwnedSequence(catalog: Catalog, table: TableRef, column: string): void {
  const sequence = catalog.sequenceOf(table, column);
  if (sequence !== null) catalog.apply({ kind: 'drop-sequence', sequence });
}
