import { databaseAt } from '@canonical-schema/database';
import { createConnection } from 'mysql2/promise';
import type { MysqlKind } from './mysql-programs';
import { startRealMysql } from './real-mysql';
import type { ScratchDatabase } from './scratch-database';

const limits = { timeout: 30_000 };
const name = 'cases';

/** A database of a MySQL or MariaDB that is started for it. */
export async function startMysqlDatabase(kind: MysqlKind): Promise<ScratchDatabase> {
  const server = await startRealMysql(kind);
  const connection = await createConnection({ socketPath: server.socket, user: 'root', charset: 'utf8mb4' });
  const run = async (statement: string) => {
    await connection.query(statement);
  };
  const empty = async () => {
    await run(`DROP DATABASE IF EXISTS ${name}`);
    await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    await run(`USE ${name}`);
  };
  await empty();
  const socket = encodeURIComponent(server.socket);
  return {
    dialect: kind,
    query: async (sql) => {
      const [rows] = await connection.query(sql);
      return rows as readonly Readonly<Record<string, unknown>>[];
    },
    empty,
    run,
    catalog: () => databaseAt(`${kind}://root@localhost/${name}?unix_socket=${socket}`).read(limits),
    recover: async () => undefined,
    address: async () => ({ dialect: kind, socket: server.socket, name, user: 'root' }),
    stop: async () => {
      await connection.end();
      await server.stop();
    },
  };
}
