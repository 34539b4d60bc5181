import type { Dialect, Reading } from '@canonical-schema/schema';
import { mariadbDatabase, mysqlDatabase } from '../mysql/database';
import { postgresDatabase } from '../postgresql/database';
import { sqliteDatabase } from '../sqlite/database';
import type { ReachableDatabase } from './reachable';
import { ServerFault } from './server-fault';
import type { ServerLimits } from './session';

/** A running database that a URL names. */
export interface RunningDatabase {
  readonly dialect: Dialect;
  /** How messages name it: without user, password and parameters. */
  readonly address: string;
  /** How another client reaches it. */
  readonly reachable: ReachableDatabase;
  /** Its schema, read in one transaction that cannot write. Throws `ServerFault`. */
  read(limits: ServerLimits): Promise<Reading>;
}

/** What a URL's scheme means. */
const schemes: Readonly<Record<string, (url: string) => RunningDatabase>> = {
  'postgresql:': postgresDatabase,
  'postgres:': postgresDatabase,
  'mysql:': mysqlDatabase,
  'mariadb:': mariadbDatabase,
  'sqlite:': sqliteDatabase,
};

/** The database at a URL; its scheme says the dialect. Throws `ServerFault`, which never repeats a text that may hold a password. */
export function databaseAt(text: string): RunningDatabase {
  const open = URL.canParse(text) ? schemes[new URL(text).protocol] : undefined;
  try {
    if (open !== undefined) return open(text);
  } catch (error) {
    // A percent sign that begins no escape.
    if (!(error instanceof URIError)) throw error;
  }
  throw new ServerFault(
    'The database URL is none; give it as postgresql://user@host:5432/name, mysql://user@host:3306/name, mariadb://user@host:3306/name or sqlite:///path/to/file.db.',
  );
}
