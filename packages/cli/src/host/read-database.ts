import type { Reading } from '@canonical-schema/schema';
import { databasePackage } from './database-package';
import type { HostAt } from './host';
import { Refusal } from './refusal';

/** Which running database to read, and how long each step may take, in seconds. */
export interface DatabaseToRead {
  /** `postgresql://user@host:5432/name`; the environment's `DATABASE_URL` where absent. */
  readonly url?: string;
  readonly timeout?: string;
}

const defaultTimeout = 30;

/** The reading of a running PostgreSQL, in one read-only transaction. What it says in a refusal holds no password. */
export async function readDatabase(asked: DatabaseToRead, host: Pick<HostAt, 'environment'>): Promise<Reading> {
  const url = asked.url ?? host.environment.DATABASE_URL;
  if (url === undefined || url === '')
    throw new Refusal('No database is named; give its URL with --url, or set DATABASE_URL.');
  const timeout = secondsOf(asked.timeout, defaultTimeout) * 1000;
  const { connectForReading, readCatalog, ServerFault } = await databasePackage();
  try {
    const session = await connectForReading(url, { timeout });
    try {
      return await readCatalog(session.query);
    } finally {
      await session.close();
    }
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
