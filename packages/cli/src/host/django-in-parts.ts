import type { Reading } from '@canonical-schema/schema';
import { type FileNotes, joinedNotes, notesOf, withNotes } from './file-notes';
import type { HostAt } from './host';
import { digested, type PackedSide, packed, unpacked } from './packed-side';
import { pythonRequest } from './python-request';
import type { PythonReading, SourceReadingOptions, SourceReadings } from './source-readings';
import type { PythonSource } from './sources';

/** What a project's migrations come to by themselves: plain data. */
type MigrationsRead =
  | { readonly reading: Reading; readonly side: PackedSide; readonly notes: FileNotes }
  /** The project has no migrations; or all of it has to be read as one. */
  | 'none'
  | 'not apart';

/**
 * Reads a Django project's migrations, or takes them from an earlier run where nothing that they need has changed, and its
 * models beside them. Null where the two have to be read as one.
 */
export async function readInParts(
  host: HostAt,
  source: PythonSource,
  options: SourceReadingOptions,
  told: (models: PythonReading) => void,
): Promise<SourceReadings | null> {
  const read = (over: HostAt) => readMigrations(over, source, options);
  const migrations = await (host.remember?.(['migrations', source, options], host, read) ?? read(host));
  if (migrations === 'not apart') return null;
  const request = await pythonRequest(host, source, options);
  const { joinedMigrations, readModelsPart } = await import('@canonical-schema/python');
  const part = readModelsPart(request);
  const notes = await notesOf(request.files, source);
  const models = { reading: await withNotes(part.reading, notes), hidden: notes.hidden };
  told(models);
  if (migrations === 'none') return { models, migrations: null };
  const side = part.side();
  const known = { reading: migrations.reading, side: unpacked(migrations.side) };
  const joined = joinedMigrations({ ...side, models: digested(side.models) }, known);
  if (joined === null) return null;
  const both = joinedNotes(notes, migrations.notes);
  return { models, migrations: { reading: await withNotes(joined, both), hidden: both.hidden } };
}

async function readMigrations(
  host: HostAt,
  source: PythonSource,
  options: SourceReadingOptions,
): Promise<MigrationsRead> {
  const request = await pythonRequest(host, source, options);
  const { readMigrationsPart } = await import('@canonical-schema/python');
  const part = readMigrationsPart(request);
  if (part === null) return 'not apart';
  if (part === 'none') return 'none';
  return { reading: part.reading, side: packed(part.side), notes: await notesOf(request.files, source) };
}
