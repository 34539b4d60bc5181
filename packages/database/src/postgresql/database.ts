import type { RunningDatabase } from '../running/running-database';
import { readPostgresCatalog } from './catalog/read-catalog';
import { connectToPostgres, reachableAt, serverAddress } from './connect';

/** A PostgreSQL by its URL. */
export function postgresDatabase(url: string): RunningDatabase {
  return {
    dialect: 'postgresql',
    address: serverAddress(url),
    reachable: reachableAt(url),
    read: async (limits) => {
      const session = await connectToPostgres(url, limits);
      try {
        return await readPostgresCatalog(session.query);
      } finally {
        await session.close();
      }
    },
  };
}
