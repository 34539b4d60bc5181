import { type Reading, type Schema, SourceFile, type Table } from '@canonical-schema/schema';
import { sqlDialect } from '@canonical-schema/sql';
import type { Query } from '../running/session';
import { shadowTables } from './shadow-tables';

/** A row of `sqlite_master`. Indexes that constraints made have no text. */
interface MasterRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** Names that begin with `sqlite_` are SQLite's own. */
const statements = `SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`;

/**
 * The schema that an SQLite database holds. SQLite keeps no other catalog than the texts of the CREATE statements:
 * ALTER TABLE edits them, opening the file parses them again, and every PRAGMA answers from that. So the reader of
 * canonical files reads them, which sees what no PRAGMA tells: checks, collations, AUTOINCREMENT, names of constraints.
 * Whatever PRAGMAs do tell, tests hold against it.
 */
export async function readSqliteCatalog(query: Query): Promise<Reading> {
  const dialect = sqlDialect('sqlite');
  await dialect.load();
  const [server] = await query('SELECT sqlite_version() AS version');
  const rows = (await query(statements)).map(rowOf);
  const text = rows.filter(isRead(rows)).map(({ sql }) => `${sql}\n;\n`);
  const reading = dialect.readCanonical([new SourceFile('sqlite_master', text.join(''))]);
  return {
    ...reading,
    source: 'database',
    schema: withoutPlaces(reading.schema),
    assumed: { sqlite: `${server?.version} (the library that read it)` },
  };
}

function rowOf({ type, name, sql }: Readonly<Record<string, unknown>>): MasterRow {
  return { type: String(type), name: String(name), sql: sql === null ? null : String(sql) };
}

/** Everything with a text of its own, without what a virtual table made for itself. */
function isRead(rows: readonly MasterRow[]): (row: MasterRow) => boolean {
  const virtual = rows.flatMap(({ name, sql }) =>
    /^CREATE\s+VIRTUAL\b/i.test(sql ?? '') ? [{ name, sql: sql ?? '' }] : [],
  );
  const shadows = shadowTables(virtual);
  return ({ name, sql }) => sql !== null && !shadows.has(name.toLowerCase());
}

/** A database has no lines: what it holds stands nowhere. */
function withoutPlaces({ tables, others, ...schema }: Schema): Schema {
  return { ...schema, tables: tables.map(tableWithoutPlaces), others: others.map(placeless) };
}

function tableWithoutPlaces(table: Table): Table {
  return {
    ...placeless(table),
    columns: table.columns.map(placeless),
    primaryKey: table.primaryKey && placeless(table.primaryKey),
    uniques: table.uniques.map(placeless),
    foreignKeys: table.foreignKeys.map(placeless),
    checks: table.checks.map(placeless),
    indexes: table.indexes.map(placeless),
    unread: table.unread.map(placeless),
  };
}

function placeless<T extends { readonly place: unknown }>(object: T): T & { readonly place: null } {
  return { ...object, place: null };
}
