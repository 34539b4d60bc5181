import type { PGlite } from '@electric-sql/pglite' with { 'resolution-mode': 'import' };
import type { Query } from '../running/session';
import { loadExtensions } from './extensions';
import { keepSnapshot, keptSnapshot, snapshotPath } from './snapshot';

/** A PostgreSQL inside this process: nothing is installed, nothing is left on the disk. */
export interface EmbeddedPostgres {
  readonly query: Query;
  /** Runs one or several statements; what they answer is dropped. */
  exec(sql: string): Promise<void>;
  /** Drops everything that users made, so that the next schema starts from nothing. */
  empty(): Promise<void>;
  /** Opens a loopback port for ordinary PostgreSQL clients: user and database `postgres`, no password, no TLS. */
  listen(): Promise<Listener>;
  close(): Promise<void>;
}

/** An open port. Statements of `query` and of clients take turns in one session. */
export interface Listener {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts the embedded server: in under a second where `cacheDirectory` holds a snapshot from an earlier start, in about
 * four where it has to be made. Needs the optional packages `@electric-sql/pglite` and, to listen, `…/pglite-socket`.
 */
export async function startEmbeddedPostgres(cacheDirectory: string | null): Promise<EmbeddedPostgres> {
  const { PGlite } = await import('@electric-sql/pglite');
  const extensions = await loadExtensions();
  const path = cacheDirectory === null ? null : snapshotPath(cacheDirectory);
  const loadDataDir = path === null ? undefined : await keptSnapshot(path);
  const server: PGlite = await PGlite.create(loadDataDir ? { extensions, loadDataDir } : { extensions });
  if (path !== null && loadDataDir === undefined) await keepSnapshot(server, path);
  return {
    query: async (sql) => (await server.query<Record<string, unknown>>(sql)).rows,
    exec: async (sql) => {
      await server.exec(sql);
    },
    empty: () => empty(server),
    listen: () => listen(server),
    close: () => server.close(),
  };
}

const userSchemas = `
  SELECT quote_ident(nspname) AS name FROM pg_catalog.pg_namespace
  WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'`;

/** A client that vanished may have left a transaction open, and settings of its own. */
async function empty(server: PGlite): Promise<void> {
  await server.exec('ROLLBACK');
  await server.exec('DISCARD ALL');
  const { rows } = await server.query<{ name: string }>(userSchemas);
  const drops = rows.map(({ name }) => `DROP SCHEMA ${name} CASCADE;`).join(' ');
  await server.exec(`${drops} CREATE SCHEMA public; COMMENT ON SCHEMA public IS 'standard public schema';`);
}

async function listen(server: PGlite): Promise<Listener> {
  const { PGLiteSocketServer } = await import('@electric-sql/pglite-socket');
  const socket = new PGLiteSocketServer({ db: server, host: '127.0.0.1', port: 0, maxConnections: 8 });
  await socket.start();
  return { port: Number(socket.getServerConn().split(':').at(-1)), stop: () => socket.stop() };
}
