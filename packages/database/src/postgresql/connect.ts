import type { ReachableServer } from '../running/reachable';
import { ServerFault, serverFault } from '../running/server-fault';
import type { ServerLimits, ServerSession } from '../running/session';
import { postgresFaults } from './faults';

/**
 * Opens a session with a running PostgreSQL: a repeatable-read, read-only transaction with a time limit for every
 * statement. What the URL leaves out comes from the `PG…` environment variables and the password file, as for every
 * client. Throws `ServerFault` here and from `query`; nothing it says holds the password.
 */
export async function connectToPostgres(url: string, { timeout }: ServerLimits): Promise<ServerSession> {
  const server = serverAddress(url);
  const { Client } = await import('pg');
  const client = new Client({
    connectionString: asLibpq(url),
    application_name: 'canonical-schema',
    connectionTimeoutMillis: timeout,
    statement_timeout: timeout,
    // The server keeps the limit; this one is for a server that has gone silent.
    query_timeout: timeout + 1_000,
  });
  // A connection that breaks between two statements fails the next one, which says so.
  client.on('error', () => undefined);
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw serverFault(error, server, postgresFaults);
    }
  };
  try {
    await told(client.connect());
    await told(client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY'));
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    query: async (sql) => (await told(client.query<Record<string, unknown>>(sql))).rows,
    close: () => client.end().catch(() => undefined),
  };
}

/** `db.example.com:5432`: a server as messages name it, without user, password and parameters. */
export function serverAddress(url: string): string {
  const { hostname, port, searchParams } = parsed(url);
  const host = decodeURIComponent(hostname) || searchParams.get('host') || 'localhost';
  return port === '' ? host : `${host}:${port}`;
}

/** The parts of a URL that another client needs to reach the same database. */
export function reachableAt(url: string): ReachableServer {
  const { hostname, port, pathname, username, password, searchParams } = parsed(url);
  return {
    dialect: 'postgresql',
    host: decodeURIComponent(hostname) || searchParams.get('host') || 'localhost',
    port: port === '' ? 5432 : Number(port),
    socket: '',
    name: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    sslmode: searchParams.get('sslmode') ?? '',
  };
}

/** `sslmode` means what it means to psql: the driver's own reading of `require` is stricter, and about to change. */
function asLibpq(url: string): string {
  const asked = parsed(url);
  if (!asked.searchParams.has('sslmode') || asked.searchParams.has('uselibpqcompat')) return url;
  asked.searchParams.set('uselibpqcompat', 'true');
  return asked.href;
}

function parsed(url: string): URL {
  let parsedUrl: URL | null = null;
  try {
    parsedUrl = new URL(url);
  } catch {
    // Falls through to the refusal below, which must not repeat a text that may hold a password.
  }
  if (parsedUrl !== null && /^postgres(ql)?:$/.test(parsedUrl.protocol)) return parsedUrl;
  throw new ServerFault('The database URL is none; give it as postgresql://user@host:5432/name.');
}
