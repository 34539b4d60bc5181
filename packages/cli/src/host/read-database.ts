import type { RunningDatabase } from '@canonical-schema/database';
import { type Dialect, dialectTraits, type Reading } from '@canonical-schema/schema';
import { databasePackage } from './database-package';
import type { HostAt } from './host';
import { Refusal } from './refusal';

/** Which running database to read, and how long each step may take, in seconds. */
export interface DatabaseToRead {
  /** `postgresql://user@host:5432/name`, `sqlite:///path/to/file.db`; the environment's `DATABASE_URL` where absent. */
  readonly url?: string;
  readonly timeout?: string;
}

const defaultTimeout = 30;

/**
 * The reading of a running database, in one transaction that cannot write. Its URL says the dialect; where one is meant it
 * has to be that. What it says in a refusal holds no password.
 */
export async function readDatabase(
  asked: DatabaseToRead,
  host: Pick<HostAt, 'environment'>,
  dialect?: Dialect,
): Promise<Reading> {
  const timeout = secondsOf(asked.timeout, defaultTimeout) * 1000;
  const database = await databaseOf(asked, host, dialect);
  return refusing(() => database.read({ timeout }));
}

/** The database that is asked for, before anything is asked of it. */
export async function databaseOf(
  { url: given }: DatabaseToRead,
  host: Pick<HostAt, 'environment'>,
  dialect?: Dialect,
): Promise<RunningDatabase> {
  const url = given ?? host.environment.DATABASE_URL;
  if (url === undefined || url === '')
    throw new Refusal('No database is named; give its URL with --url, or set DATABASE_URL.');
  const { databaseAt } = await databasePackage();
  const database = await refusing(async () => databaseAt(url));
  if (dialect !== undefined && database.dialect !== dialect)
    throw new Refusal(
      `The URL of ${database.address} is one of ${labelOf(database.dialect)}, and the schema is for ${labelOf(dialect)}; correct the URL, or the option "dialect".`,
    );
  return database;
}

const labelOf = (dialect: Dialect): string => dialectTraits[dialect].label;

/** Work with a database; what it cannot do is refused in its sentence. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  const { ServerFault } = await databasePackage();
  try {
    return await work();
  } catch (error) {
    throw error instanceof ServerFault ? new Refusal(error.message) : error;
  }
}

/** A time limit as a flag gives it, in seconds. */
export function secondsOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new Refusal(`"${text}" is no time limit; give seconds, as --timeout ${otherwise}.`);
}
