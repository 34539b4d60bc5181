import { isFileFault, type Reading } from '@canonical-schema/schema';
import type { HostAt } from './host';
import { Refusal } from './refusal';

/** The reading of a canonical SQL file. Refuses where there is no text to read; what does not parse is in the reading. */
export async function readCanonicalFile(host: HostAt, path: string, postgres: string | undefined): Promise<Reading> {
  const file = host.disk.read(path);
  if (isFileFault(file)) throw new Refusal(`The canonical SQL file could not be read: ${file.why}`);
  const { commentsOf, loadPostgresParser, readCanonical } = await import('@canonical-schema/sql');
  const { mayHoldSuppressions, suppressionsIn, withSuppressions } = await import('@canonical-schema/drift');
  await loadPostgresParser();
  const reading = readCanonical([file], postgres === undefined ? {} : { postgres: `${postgres} (option)` });
  return mayHoldSuppressions(file.text) ? withSuppressions(reading, suppressionsIn(file, commentsOf(file))) : reading;
}
