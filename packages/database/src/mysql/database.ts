import type { RunningDatabase } from '../running/running-database';
import { connectToMysql, mysqlAddress, mysqlReachableAt } from './connect';
import { readMysqlCatalog } from './read-catalog';
import { mariadbServer, mysqlServer, type ServerKind } from './server-kinds';

/** A MySQL by its URL. */
export const mysqlDatabase = (url: string): RunningDatabase => databaseOf(url, mysqlServer);

/** A MariaDB by its URL. */
export const mariadbDatabase = (url: string): RunningDatabase => databaseOf(url, mariadbServer);

function databaseOf(url: string, kind: ServerKind): RunningDatabase {
  return {
    dialect: kind.dialect,
    address: mysqlAddress(url),
    reachable: mysqlReachableAt(url, kind.dialect),
    read: async (limits) => {
      const session = await connectToMysql(url, kind, limits);
      try {
        return await readMysqlCatalog(session.query, kind);
      } finally {
        await session.close();
      }
    },
  };
}
