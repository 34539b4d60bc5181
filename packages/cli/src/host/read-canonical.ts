import { isFileFault, type Reading } from '@canonical-schema/schema';
import { assumedVersion, dialectOf, type ServerOptions } from '../options/server-options';
import type { HostAt } from './host';
import { Refusal } from './refusal';

/** The reading of a canonical SQL file. Refuses where there is no text to read; what does not parse is in the reading. */
export async function readCanonicalFile(host: HostAt, path: string, server: ServerOptions): Promise<Reading> {
  const file = host.disk.read(path);
  if (isFileFault(file)) throw new Refusal(`The canonical SQL file could not be read: ${file.why}`);
  const { sqlDialect } = await import('@canonical-schema/sql');
  const { mayHoldSuppressions, suppressionsIn, withSuppressions } = await import('@canonical-schema/drift');
  const sql = sqlDialect(dialectOf(server));
  await sql.load();
  const reading = sql.readCanonical([file], assumedVersion(server));
  return mayHoldSuppressions(file.text)
    ? withSuppressions(reading, suppressionsIn(file, sql.commentsOf(file)))
    : reading;
}
