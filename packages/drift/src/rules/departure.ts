import {
  type Named,
  type Place,
  type SourcedPlace,
  type Subject,
  type Table,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import type { Side } from '../align/alignment';
import type { Pair } from '../align/pairing';

/** The places of both sides that have one, canonical first. */
export function placesOf(side: Side, canonical: Place | null, actual: Place | null): SourcedPlace[] {
  const places: SourcedPlace[] = [];
  if (canonical !== null) places.push({ source: 'canonical', place: canonical });
  if (actual !== null) places.push({ source: side.source, place: actual });
  return places;
}

/**
 * The places of a pair's objects. An object that a side lacks would stand at its column there, or in its table where
 * it is over several `columns` or none.
 */
export function placesIn(
  table: Pair<Table> & { readonly side: Side },
  canonical: { readonly place: Place | null } | null,
  actual: { readonly place: Place | null } | null,
  columns: readonly string[] = [],
): SourcedPlace[] {
  const placeOf = (object: typeof canonical, on: Table) => object?.place ?? columnPlace(on, columns) ?? on.place;
  return placesOf(table.side, placeOf(canonical, table.canonical), placeOf(actual, table.actual));
}

function columnPlace(table: Table, [name, ...others]: readonly string[]): Place | null {
  if (name === undefined || others.length > 0) return null;
  return table.columns.find((column) => column.name === name)?.place ?? null;
}

/** A table as the subject of a finding. */
export function tableSubject(table: TableRef): Subject {
  return { kind: 'table', schema: table.schema, table: table.name };
}

/** A column as the subject of a finding. */
export function columnSubject(table: TableRef, column: string): Subject {
  return { kind: 'column', schema: table.schema, table: table.name, column };
}

/** A constraint or index as the subject of a finding. */
export function objectSubject(
  kind: Subject['kind'],
  table: TableRef,
  object: Pick<Named, 'name'>,
  columns: readonly string[],
): Subject {
  return { kind, schema: table.schema, table: table.name, columns, name: object.name };
}

/** `stocks.symbol`, as messages name a column. */
export function columnLabel(table: TableRef, column: string): string {
  return `${tableLabel(table)}.${column}`;
}

/** `Change max_length to 10, or the SQL first.`: what mends one side, or what comes before it. */
export function orSqlFirst(remedy: string): string {
  return remedy.startsWith('Change ') ? `${remedy}, or the SQL first.` : `${remedy}, or change the SQL first.`;
}

/** `Add it to the SQL first, or remove the Index.`: for what only the other side has. */
export function addFirstOr(remedy: string, what = 'it'): string {
  const [first = '', second = ''] = remedy;
  const isWord = second === second.toLowerCase();
  return `Add ${what} to the SQL first, or ${isWord ? first.toLowerCase() : first}${remedy.slice(1)}.`;
}

/** Why `mirror: "subset"` makes nothing of what is missing. */
export const leftOut = 'A subset mirror may leave it out.';

/** `(symbol, created_at)`. */
export function columnsLabel(columns: readonly string[]): string {
  return `(${columns.join(', ')})`;
}
