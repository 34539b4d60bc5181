import { type Change, type Schema, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { Rename } from './renames';

/** What goes with its data when the changes are made: `stocks.symbol`, or `stocks` for all of a table. */
export function lossesIn(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'drop-table') return [tableLabel(change.table)];
    return change.kind === 'drop-column' ? [columnLabel(change.table, change.column)] : [];
  });
}

/** What a later state of a database lacks of an earlier one, but for what has another name by then. */
export function lossesBetween(before: Schema, after: Schema, renames: readonly Rename[]): readonly string[] {
  const left = new Map(after.tables.map((table) => [tableLabel(table), table]));
  return before.tables.flatMap((table): readonly string[] => {
    const label = tableLabel(table);
    const successor = left.get(label) ?? left.get(newNameOf(table, renames));
    if (successor === undefined) return [label];
    const columns = new Set(successor.columns.map(({ name }) => name));
    const newNames = renames.flatMap((rename) =>
      rename.kind === 'rename-column' && tableLabel(rename.table) === label
        ? [[rename.column, rename.to] as const]
        : [],
    );
    const isThere = (name: string) => columns.has(name) || columns.has(new Map(newNames).get(name) ?? name);
    return table.columns.filter(({ name }) => !isThere(name)).map(({ name }) => columnLabel(table, name));
  });
}

/** Are these the name of one table? */
export function isSameTable(a: TableRef, b: TableRef): boolean {
  return a.name === b.name && a.schema === b.schema;
}

/** `stocks.symbol`. */
export function columnLabel(table: TableRef, column: string): string {
  return `${tableLabel(table)}.${column}`;
}

function newNameOf(table: TableRef, renames: readonly Rename[]): string {
  const rename = renames.find(
    ({ kind, table: old }) => kind === 'rename-table' && tableLabel(old) === tableLabel(table),
  );
  return rename?.kind === 'rename-table' ? tableLabel(rename.to) : tableLabel(table);
}
