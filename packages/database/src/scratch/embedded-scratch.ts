import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded-postgres';
import { readPostgresCatalog } from '../postgresql/catalog/read-catalog';
import { codeOf, ServerFault } from '../running/server-fault';
import type { ScratchServer } from './scratch-server';

/** The embedded PostgreSQL, with a port that Python's drivers reach. */
export async function startEmbeddedScratch(cacheDirectory: string): Promise<ScratchServer> {
  const embedded = await started(cacheDirectory);
  try {
    const { port, stop } = await embedded.listen();
    return {
      database: {
        dialect: 'postgresql',
        host: '127.0.0.1',
        port,
        socket: '',
        name: 'postgres',
        user: 'postgres',
        password: 'postgres',
        sslmode: 'disable',
      },
      catalog: () => readPostgresCatalog(embedded.query),
      run: (statement) => embedded.exec(statement),
      empty: () => embedded.empty(),
      close: async () => {
        try {
          await stop();
        } finally {
          await embedded.close();
        }
      },
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function started(cache: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres(cache);
  } catch (error) {
    if (/MODULE_NOT_FOUND$/.test(codeOf(error)))
      throw new ServerFault(
        'The embedded PostgreSQL is not installed; run "npm install --save-dev @electric-sql/pglite @electric-sql/pglite-socket", or name a server with --url.',
      );
    throw error;
  }
}
