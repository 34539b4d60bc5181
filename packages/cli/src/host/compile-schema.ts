import { join } from 'node:path';
import { compileReading, isFileFault, type Reading, readingOfCompiled } from '@canonical-schema/schema';
import { writeWhole } from '../disk/write-whole';
import type { ServerOptions } from '../options/server-options';
import type { Host, HostAt } from './host';
import { readCanonicalFile } from './read-canonical';
import { Refusal } from './refusal';

/** Which SQL file to compile, and into which directory. */
export interface CompileRequest extends ServerOptions {
  readonly canonical: string;
  /** Receives `schema.json` and `places.json`. */
  readonly compiled: string;
}

/** Where the parts of a compiled schema stand. */
export function compiledFiles(directory: string): { readonly schema: string; readonly places: string } {
  return { schema: `${directory}/schema.json`, places: `${directory}/places.json` };
}

/**
 * Writes what the SQL file means to `schema.json` and where it says so to `places.json`. Statements that do not parse
 * are in there as remarks, for whoever verifies against it to report.
 */
export async function compileSchema(request: CompileRequest, host: Host): Promise<Reading> {
  const reading = await readCanonicalFile(host, request.canonical, request);
  const texts = compileReading(reading);
  const files = compiledFiles(request.compiled);
  writeWhole(join(host.disk.root, files.places), texts.places);
  writeWhole(join(host.disk.root, files.schema), texts.schema);
  return reading;
}

/** The canonical reading that was compiled into the directory. */
export function readCompiled(host: HostAt, directory: string): Reading {
  const files = compiledFiles(directory);
  const reading = readingOfCompiled({ schema: textOf(host, files.schema), places: textOf(host, files.places) });
  if (reading) return reading;
  throw new Refusal(`"${files.schema}" was written by another version; compile the schema again.`);
}

function textOf(host: HostAt, path: string): string {
  const file = host.disk.read(path);
  if (isFileFault(file))
    throw new Refusal(`The compiled schema could not be read: ${file.why} Compile the schema first.`);
  return file.text;
}
