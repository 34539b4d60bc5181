import { type Reading, type Remark, type Table, tableLabel, type Unread } from '@canonical-schema/schema';
import { tableKey } from './alignment';

/**
 * The SQL with what its broken statements may say: a table that only one of them names may be there all the same, and
 * a table that stands elsewhere may have anything more. What seems to be lacking then is no finding beside the
 * `syntax-error`.
 */
export function withBrokenStatements(canonical: Reading): Reading {
  const broken = brokenTables(canonical);
  if (broken.size === 0) return canonical;
  const tables = canonical.schema.tables.map((table) => {
    const entry = broken.get(tableKey(table));
    return entry === undefined ? table : withAnything(table, entry);
  });
  return { ...canonical, schema: { ...canonical.schema, tables }, unread: [...canonical.unread, ...broken.values()] };
}

/** The tables that statements name which do not parse, by key. */
export function brokenTables({ remarks }: Reading): ReadonlyMap<string, Unread> {
  return new Map(
    remarks.flatMap((remark) => {
      const entry = entryOf(remark);
      return entry?.table ? [[tableKey(entry.table), entry] as const] : [];
    }),
  );
}

function entryOf({ code, message, subject, places: [place] }: Remark): Unread | null {
  const { schema, table } = subject;
  if (code !== 'syntax-error' || schema === undefined || table === undefined || place === undefined) return null;
  const name = { schema, name: table };
  return { extent: 'whole', why: message, subject: tableLabel(name), table: name, place };
}

function withAnything(table: Table, { why, place }: Unread): Table {
  return { ...table, unread: [...table.unread, { kind: 'anything', name: null, columns: null, why, place }] };
}
