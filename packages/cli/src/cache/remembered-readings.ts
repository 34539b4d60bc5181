import type { HostAt } from '../host/host';
import { readWholeSource } from '../host/read-python';
import type { SourceReadingOptions, SourceReadings } from '../host/source-readings';
import { coverageOf, type PythonSource, type Reach } from '../host/sources';
import { type Readings, readingsFrom, type SchemaToVerify } from '../host/verify-schema';
import { serverOf } from '../options/server-options';
import { computed, type Memory, remembered } from './remembered';
import { withStoredSyntax } from './stored-syntax';

/** The readings of a host's files, each taken from an earlier run where nothing that it depends on has changed. */
export function rememberedReadings(host: HostAt, memory: Memory | null): Readings {
  return {
    canonical: (schema) =>
      remembered(memory, questionOfCanonical(schema), host, (traced) => readingsFrom(traced).canonical(schema)),
    python: (source, options) =>
      remembered(memory, questionOfSource(source, options, host), withParts(source, options, host, memory), (traced) =>
        readWholeSource(traced, source, options),
      ),
  };
}

/** What `work` reads of a source now, its files' syntax from earlier runs where that is known, kept for later ones. */
export function computedSource(
  memory: Memory | null,
  source: PythonSource,
  options: SourceReadingOptions,
  host: HostAt,
  work: (host: HostAt) => Promise<SourceReadings>,
): Promise<SourceReadings> {
  return computed(memory, questionOfSource(source, options, host), withParts(source, options, host, memory), work);
}

/** The host, with what a memory knows of the source's files and of parts of its reading. */
function withParts(source: PythonSource, options: SourceReadingOptions, host: HostAt, memory: Memory | null): HostAt {
  if (memory === null) return host;
  const whole = questionOfSource(source, options, host);
  const remember: HostAt['remember'] = (part, over, work) => remembered(memory, ['part', whole, part], over, work);
  return { ...withStoredSyntax(host, memory), remember };
}

/** What the reading of a canonical file depends on besides the files. */
export function questionOfCanonical({ canonical, compiled, ...schema }: SchemaToVerify): readonly unknown[] {
  return ['canonical', canonical, compiled, serverOf(schema)];
}

/** What the readings of a source depend on besides the files. */
export function questionOfSource(
  source: PythonSource,
  options: SourceReadingOptions,
  host: HostAt,
): readonly unknown[] {
  return ['python', source, options, installedFor(source, host, options.reach)];
}

/** Which packages are read from is looked up on the disk and in the environment, not in the tree. */
export function installedFor(source: PythonSource, { disk, environment }: HostAt, reach: Reach): readonly string[] {
  return coverageOf(source, disk.root, environment, reach).installed;
}
