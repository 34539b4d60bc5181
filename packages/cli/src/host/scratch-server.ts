import type { EmbeddedPostgres, ReachableDatabase } from '@canonical-schema/database';
import { type Reading, tableLabel } from '@canonical-schema/schema';
import { type DatabasePackage, databasePackage } from './database-package';
import type { HostAt } from './host';
import { type DatabaseToRead, databaseOf, readDatabase } from './read-database';
import { Refusal } from './refusal';

/** A PostgreSQL that migrations may run in. */
export interface MigratedServer {
  readonly database: ReachableDatabase;
  /** What it holds now. */
  catalog(): Promise<Reading>;
}

/** An empty PostgreSQL that is ours alone. */
export interface ScratchServer extends MigratedServer {
  /** Runs one statement. */
  run(statement: string): Promise<void>;
  /** Drops everything that was made in it. */
  empty(): Promise<void>;
}

/** Starts the embedded server for as long as `use` takes. `cacheDirectory`, absolute, keeps what makes the next start quick. */
export async function withEmbeddedServer<T>(
  cacheDirectory: string,
  use: (server: ScratchServer) => Promise<T>,
): Promise<T> {
  const known = await databasePackage();
  const embedded = await started(known, cacheDirectory);
  try {
    const { port, stop } = await embedded.listen();
    const database = { host: '127.0.0.1', port, socket: '', name: 'postgres', user: 'postgres', password: 'postgres' };
    try {
      return await use({
        database: { dialect: 'postgresql', ...database, sslmode: 'disable' },
        catalog: () => known.readPostgresCatalog(embedded.query),
        run: (statement) => embedded.exec(statement),
        empty: () => embedded.empty(),
      });
    } finally {
      await stop();
    }
  } finally {
    await embedded.close();
  }
}

/** A running server's database in the embedded one's place. Refuses where it holds tables: they are somebody's. */
export async function namedServer(
  asked: DatabaseToRead & { readonly url: string },
  host: HostAt,
): Promise<MigratedServer> {
  const catalog = () => readDatabase(asked, host);
  const [table] = (await catalog()).schema.tables;
  if (table !== undefined)
    throw new Refusal(
      `The database holds tables (${tableLabel(table)}); name an empty one, for migrations will run in it.`,
    );
  return { database: (await databaseOf(asked, host)).reachable, catalog };
}

async function started({ startEmbeddedPostgres }: DatabasePackage, cache: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres(cache);
  } catch (error) {
    if (error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code)))
      throw new Refusal(
        'The embedded PostgreSQL is not installed; run "npm install --save-dev @electric-sql/pglite @electric-sql/pglite-socket", or name a server with --url.',
      );
    throw error;
  }
}
