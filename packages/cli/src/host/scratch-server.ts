import { join } from 'node:path';
import type { ReachableDatabase, ScratchServer } from '@canonical-schema/database';
import { type Dialect, type Reading, tableLabel } from '@canonical-schema/schema';
import { databasePackage } from './database-package';
import type { HostAt } from './host';
import { type DatabaseToRead, databaseOf, readDatabase, refusing } from './read-database';
import { Refusal } from './refusal';

export type { ScratchServer } from '@canonical-schema/database';

/** A database that migrations may run in. */
export interface MigratedServer {
  readonly database: ReachableDatabase;
  /** What it holds now. */
  catalog(): Promise<Reading>;
}

/** Empty databases for the real ORMs: one a dialect, made here or named by a URL. */
export interface ScratchToUse {
  /** The dialects that are needed. */
  readonly dialects: readonly Dialect[];
  /** An empty database in the place of one that is made here. */
  readonly url?: string;
  /** For each statement, in milliseconds. */
  readonly timeout: number;
}

/** Starts the database of a dialect when it is first asked for. */
export type ScratchOf = (dialect: Dialect) => Promise<ScratchServer>;

/** Has empty databases for as long as `use` takes. */
export async function withScratchServers<T>(
  { dialects, url, timeout }: ScratchToUse,
  host: HostAt,
  use: (scratchOf: ScratchOf) => Promise<T>,
): Promise<T> {
  const { scratchAt, startScratch } = await databasePackage();
  const named = url === undefined ? null : (await databaseOf({ url }, host)).dialect;
  if (named !== null && !dialects.includes(named)) await databaseOf({ url: url ?? '' }, host, dialects[0]);
  const started = new Map<Dialect, Promise<ScratchServer>>();
  const start: ScratchOf = (dialect) =>
    url !== undefined && dialect === named
      ? scratchAt(dialect, url, { timeout })
      : startScratch(dialect, join(host.disk.root, '.schema', 'cache'));
  const scratchOf: ScratchOf = (dialect) => {
    const server = started.get(dialect) ?? start(dialect);
    started.set(dialect, server);
    return server;
  };
  try {
    return await refusing(() => use(scratchOf));
  } finally {
    for (const server of started.values()) await (await server.catch(() => null))?.close();
  }
}

/** A running database that stays as the migrations leave it. Refuses where it holds tables: they are somebody's. */
export async function namedServer(
  asked: DatabaseToRead & { readonly url: string },
  host: HostAt,
  dialect: Dialect,
): Promise<MigratedServer> {
  const catalog = () => readDatabase(asked, host, dialect);
  const [table] = (await catalog()).schema.tables;
  if (table !== undefined)
    throw new Refusal(
      `The database holds tables (${tableLabel(table)}); name an empty one, for migrations will run in it.`,
    );
  return { database: (await databaseOf(asked, host, dialect)).reachable, catalog };
}
