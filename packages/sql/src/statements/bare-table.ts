import type { Column, Place, Table, TableRef } from '@canonical-schema/schema';

/** A table of these columns that has no constraint and no index yet. */
export function bareTable(
  { schema, name }: TableRef,
  columns: readonly Column[],
  { comment, place }: { readonly comment: string | null; readonly place: Place },
): Table {
  return {
    schema,
    name,
    columns,
    primaryKey: null,
    uniques: [],
    foreignKeys: [],
    checks: [],
    exclusions: [],
    indexes: [],
    comment,
    managed: true,
    unread: [],
    place,
  };
}
