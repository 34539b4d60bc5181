import type { SqlWriter } from '@canonical-schema/sql/write';
import { dialectOf, type ServerOptions } from '../options/server-options';

/** How SQL is written for a server, its parser loaded. */
export async function sqlWriterOf(server: ServerOptions): Promise<SqlWriter> {
  const { sqlWriter } = await import('@canonical-schema/sql/write');
  const writer = sqlWriter(dialectOf(server));
  await writer.sql.load();
  return writer;
}
