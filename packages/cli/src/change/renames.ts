import type { Rename } from '@canonical-schema/drift';
import { type Change, type Schema, type TableRef, tableLabel } from '@canonical-schema/schema';
import { Refusal } from '../host/refusal';

/** The renames among changes. */
export function renamesIn(changes: readonly Change[]): readonly Rename[] {
  return changes.filter(
    (change): change is Rename => change.kind === 'rename-table' || change.kind === 'rename-column',
  );
}

/** `stocks.symbol=ticker`, `stocks=shares`; with the schema in front where it is not `public`. */
export function renameText(rename: Rename): string {
  return rename.kind === 'rename-table'
    ? `${tableLabel(rename.table)}=${tableLabel(rename.to)}`
    : `${tableLabel(rename.table)}.${rename.column}=${rename.to}`;
}

/** Which renames of a schema such texts are; those that are about nothing in it are left out. */
export function renamesNamed(texts: readonly string[], { tables }: Schema): readonly Rename[] {
  return texts.flatMap((text): Rename[] => {
    const [from, to] = halvesOf(text);
    const table = tables.find((candidate) => tableLabel(candidate) === from);
    if (table !== undefined) return [{ kind: 'rename-table', table: refOf(table), to: refNamed(to, table) }];
    const cut = from.lastIndexOf('.');
    const owner = tables.find((candidate) => tableLabel(candidate) === from.slice(0, cut));
    const column = owner?.columns.find(({ name }) => name === from.slice(cut + 1));
    if (owner === undefined || column === undefined) return [];
    return [{ kind: 'rename-column', table: refOf(owner), column: column.name, to }];
  });
}

function halvesOf(text: string): readonly [from: string, to: string] {
  const [from = '', to = '', ...more] = text.split('=').map((part) => part.trim());
  if (from !== '' && to !== '' && more.length === 0) return [from, to];
  throw new Refusal(
    `"${text}" is no rename; write the name in the models and the one in the SQL, as stocks.symbol=ticker.`,
  );
}

function refOf({ schema, name }: TableRef): TableRef {
  return { schema, name };
}

function refNamed(text: string, { schema }: TableRef): TableRef {
  const cut = text.lastIndexOf('.');
  return cut < 0 ? { schema, name: text } : { schema: text.slice(0, cut), name: text.slice(cut + 1) };
}

export type { Rename };
