import type { Dialect } from '@canonical-schema/schema';

/** A database that a Python driver can reach. */
export type ReachableDatabase = ReachableServer | ReachableFile;

/** A database of a server. */
export interface ReachableServer {
  readonly dialect: Exclude<Dialect, 'sqlite'>;
  readonly host: string;
  readonly port: number;
  /** The path of the server's socket, in the place of host and port; empty for none. */
  readonly socket: string;
  readonly name: string;
  readonly user: string;
  readonly password: string;
  /** As the clients of its dialect know it; empty for the driver's own. */
  readonly sslmode: string;
}

/** An SQLite database. */
export interface ReachableFile {
  readonly dialect: 'sqlite';
  /** Absolute. */
  readonly file: string;
}

/** As settings that read `DATABASE_URL` understand it. */
export function urlOf(database: ReachableDatabase): string {
  if (database.dialect === 'sqlite') return `sqlite:///${database.file}`;
  const { dialect, host, port, socket, name, user, password, sslmode } = database;
  const [who, secret] = [encodeURIComponent(user), encodeURIComponent(password)];
  const query = queryOf(socketParameter(socket), sslmode === '' ? '' : `${sslParameters[dialect]}=${sslmode}`);
  return `${schemes[dialect]}://${who}:${secret}@${host}:${port}/${encodeURIComponent(name)}${query}`;
}

/** Python's packages know MariaDB as a MySQL. */
const schemes: Readonly<Record<ReachableServer['dialect'], string>> = {
  postgresql: 'postgresql',
  mysql: 'mysql',
  mariadb: 'mysql',
};

const sslParameters: Readonly<Record<ReachableServer['dialect'], string>> = {
  postgresql: 'sslmode',
  mysql: 'ssl-mode',
  mariadb: 'ssl-mode',
};

const socketParameter = (socket: string): string => (socket === '' ? '' : `unix_socket=${encodeURIComponent(socket)}`);

function queryOf(...parameters: readonly string[]): string {
  const given = parameters.filter((parameter) => parameter !== '');
  return given.length === 0 ? '' : `?${given.join('&')}`;
}
