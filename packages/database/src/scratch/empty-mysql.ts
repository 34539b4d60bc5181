import { tableLabel } from '@canonical-schema/schema';
import { type MysqlConnection, openMysql } from '../mysql/connect';
import { databaseAt } from '../running/running-database';
import { ServerFault } from '../running/server-fault';
import type { ServerLimits } from '../running/session';
import type { ScratchServer } from './scratch-server';

/** An empty database of a running MySQL or MariaDB. What is made in it is dropped again when it is closed. */
export async function emptyMysqlAt(url: string, limits: ServerLimits): Promise<ScratchServer> {
  const running = databaseAt(url);
  const [table] = (await running.read(limits)).schema.tables;
  if (table !== undefined)
    throw new ServerFault(
      `The database holds tables (${tableLabel(table)}); name an empty one, for the ORMs will make theirs in it.`,
    );
  const connection = await openMysql(url, limits);
  const empty = () => dropAll(connection);
  return {
    database: running.reachable,
    catalog: () => running.read(limits),
    run: connection.run,
    empty,
    close: async () => {
      try {
        await empty();
      } finally {
        await connection.close();
      }
    },
  };
}

/** Everything that the DDL of models and migrations may have made, as (kind, name), in an order in which it can go. */
const made = `
  SELECT 'VIEW' AS kind, TABLE_NAME AS name FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()
  UNION ALL SELECT CASE TABLE_TYPE WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END, TABLE_NAME
    FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE <> 'VIEW'
  UNION ALL SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
  UNION ALL SELECT 'EVENT', EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()`;

async function dropAll({ query }: MysqlConnection): Promise<void> {
  const rows = await query(made);
  await query('SET SESSION foreign_key_checks = 0');
  for (const { kind, name } of rows) await query(`DROP ${kind} IF EXISTS \`${String(name).replaceAll('`', '``')}\``);
  await query('SET SESSION foreign_key_checks = 1');
}
