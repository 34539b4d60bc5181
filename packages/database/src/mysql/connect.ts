import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { ConnectionOptions, SslOptions } from 'mysql2/promise';
import { optionalPackage } from '../running/optional-package';
import type { ReachableServer } from '../running/reachable';
import { ServerFault, serverFault } from '../running/server-fault';
import type { ServerLimits, ServerSession } from '../running/session';
import { mysqlFaults } from './faults';
import type { ServerKind } from './server-kinds';

/** A connection that may write. What goes wrong in it is a `ServerFault`. */
export interface MysqlConnection extends ServerSession {
  /** What `VERSION()` says. */
  readonly version: string;
  /** Runs one statement. What the server says against it is thrown as the server says it. */
  run(statement: string): Promise<void>;
}

/** Connects to a running MySQL or MariaDB. Throws `ServerFault` here and from `query`; nothing it says holds the password. */
export async function openMysql(url: string, { timeout }: ServerLimits): Promise<MysqlConnection> {
  const server = mysqlAddress(url);
  const options = connectionOptions(url, timeout);
  const { createConnection } = await optionalPackage('mysql2', 'MySQL and MariaDB', () => import('mysql2/promise'));
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw serverFault(error, server, mysqlFaults);
    }
  };
  const connection = await told(createConnection(options));
  // A connection that breaks between two statements fails the next one, which says so.
  connection.on('error', () => undefined);
  const query = async (sql: string) => {
    // The server keeps the limit; this one is for a server that has gone silent.
    const [rows] = await told(connection.query({ sql, timeout: timeout + 1_000 }));
    return Array.isArray(rows) ? (rows as readonly Readonly<Record<string, unknown>>[]) : [];
  };
  const close = async () => connection.destroy();
  try {
    const [row] = await query('SELECT VERSION() AS version');
    const run = async (statement: string) => {
      await connection.query(statement);
    };
    return { query, run, close, version: String(row?.version) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens a session for reading: a repeatable-read, read-only transaction with a time limit for every statement. Throws as `openMysql`. */
export async function connectToMysql(url: string, kind: ServerKind, limits: ServerLimits): Promise<ServerSession> {
  const { query, close, version } = await openMysql(url, limits);
  try {
    if (!kind.is(version)) throw new ServerFault(otherKind(mysqlAddress(url), version, kind));
    await query(kind.timeLimit(limits.timeout));
    // For the whole session: CREATE and ALTER end the transaction in which they stand, and begin another.
    await query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await query('START TRANSACTION READ ONLY');
    return { query, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `db.example.com:3306` or a socket's path: a server as messages name it, without user, password and parameters. */
export function mysqlAddress(url: string): string {
  const { hostname, port } = new URL(url);
  const socket = socketOf(url);
  if (socket !== '') return socket;
  return port === '' ? hostOf(hostname) : `${hostOf(hostname)}:${port}`;
}

/** The parts of a URL that another client needs to reach the same database. */
export function mysqlReachableAt(url: string, dialect: 'mysql' | 'mariadb'): ReachableServer {
  const { hostname, port, pathname, username, password, searchParams } = new URL(url);
  return {
    dialect,
    host: hostOf(hostname),
    port: port === '' ? 3306 : Number(port),
    socket: socketOf(url),
    name: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username) || userInfo().username,
    password: decodeURIComponent(password) || (process.env.MYSQL_PWD ?? ''),
    sslmode: searchParams.get('ssl-mode') ?? searchParams.get('ssl_mode') ?? '',
  };
}

const hostOf = (hostname: string): string => decodeURIComponent(hostname) || 'localhost';

/** Python's drivers call it `unix_socket`, the command-line client `socket`. */
function socketOf(url: string): string {
  const { searchParams } = new URL(url);
  return searchParams.get('unix_socket') ?? searchParams.get('socket') ?? '';
}

function connectionOptions(url: string, timeout: number): ConnectionOptions {
  const { host, port, socket, name, user, password, sslmode } = mysqlReachableAt(url, 'mysql');
  if (name === '')
    throw new ServerFault('The database URL names no database; add its name, as mysql://user@host:3306/name.');
  const ssl = sslOf(sslmode, new URL(url).searchParams.get('ssl-ca'));
  return {
    ...(socket === '' ? { host, port } : { socketPath: socket }),
    user,
    password,
    database: name,
    charset: 'utf8mb4',
    connectTimeout: timeout,
    // Numbers, dates and JSON arrive as the texts that they are in the catalog.
    typeCast: (field) => field.string('utf8'),
    ...(ssl === null ? {} : { ssl }),
  };
}

/** Means what it means to the command-line client; null for no TLS. */
function sslOf(mode: string, authority: string | null): SslOptions | null {
  const ca = authority === null ? {} : { ca: authorityIn(authority) };
  const known: Readonly<Record<string, SslOptions | null>> = {
    '': authority === null ? null : { ...ca, rejectUnauthorized: true },
    DISABLED: null,
    PREFERRED: null,
    REQUIRED: { ...ca, rejectUnauthorized: false },
    VERIFY_CA: { ...ca, rejectUnauthorized: true, verifyIdentity: false },
    VERIFY_IDENTITY: { ...ca, rejectUnauthorized: true, verifyIdentity: true },
  };
  const options = known[mode.toUpperCase()];
  if (options !== undefined) return options;
  throw new ServerFault(`"${mode}" is no ssl-mode; give one of ${Object.keys(known).filter(Boolean).join(', ')}.`);
}

function authorityIn(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ServerFault(`The certificate ${path} of ssl-ca could not be read; correct its path.`);
  }
}

function otherKind(server: string, version: string, kind: ServerKind): string {
  return `The server at ${server} is ${version} and no ${kind.label}; write the URL as ${kind.other}://… and say so in the option "dialect".`;
}
