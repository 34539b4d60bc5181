import type { SqlJsStatic } from 'sql.js';
import { optionalPackage } from '../running/optional-package';
import { ServerFault } from '../running/server-fault';
import type { ServerLimits, ServerSession } from '../running/session';
import { databaseBytes } from './read-file';

/** Opens a copy of an SQLite database, made in memory: whatever is asked of it, the file stays as it is. Throws `ServerFault`. */
export async function openSqliteFile(path: string, limits: ServerLimits): Promise<ServerSession> {
  const { Database } = await loadSqlite();
  const bytes = await databaseBytes(path, limits);
  const database = new Database(bytes);
  return {
    query: async (sql) => {
      try {
        return database.exec(sql).flatMap(({ columns, values }) => values.map((row) => rowOf(columns, row)));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new ServerFault(
          `${path} could not be read: ${why.replace(/\.$/, '')}. Check it with "PRAGMA integrity_check".`,
        );
      }
    },
    close: async () => database.close(),
  };
}

let loading: Promise<SqlJsStatic> | undefined;

/** SQLite itself, as WebAssembly. Throws `ServerFault` where it is not installed. */
export async function loadSqlite(): Promise<SqlJsStatic> {
  const { default: initialize } = await optionalPackage('sql.js', 'SQLite', () => import('sql.js'));
  loading ??= initialize();
  return loading;
}

function rowOf(columns: readonly string[], values: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.map((column, at) => [column, values[at]]));
}
