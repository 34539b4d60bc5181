import { dirname, resolve } from 'node:path';
import { type Reading, readingJson } from '@canonical-schema/schema';
import { writeWhole } from '../disk/write-whole';
import { type Host, openHost } from '../host/host';
import { readCanonicalFile } from '../host/read-canonical';
import { readPythonSource } from '../host/read-python';
import { Refusal } from '../host/refusal';
import { workspaceFiles } from '../host/workspace-files';
import { canonicalFilesIn } from '../plan/sources-in-files';
import type { ExitStatus } from './exit-status';

/** The flags of `inspect`, as commander names them. */
export interface InspectFlags {
  readonly root: string;
  readonly include?: readonly string[];
  readonly settings?: string;
  readonly installed?: string;
  readonly ormVersion?: string;
  readonly postgres?: string;
  readonly json?: string;
}

const sources: Readonly<Record<string, (flags: InspectFlags) => Promise<Reading>>> = {
  canonical: readCanonical,
  'django-models': (flags) => readPython('django', flags),
  sqlalchemy: (flags) => readPython('sqlalchemy', flags),
};

/** `canonical-schema inspect`. */
export async function inspect(source: string, flags: InspectFlags): Promise<ExitStatus> {
  const read = Object.hasOwn(sources, source) ? sources[source] : undefined;
  if (!read) throw new Refusal(`"${source}" is no source; name one of ${Object.keys(sources).join(', ')}.`);
  const text = `${JSON.stringify(readingJson(await read(flags)), null, 2)}\n`;
  if (flags.json === undefined || flags.json === '-') process.stdout.write(text);
  else writeWhole(resolve(flags.json), text);
  return 0;
}

function readCanonical(flags: InspectFlags): Promise<Reading> {
  const path = resolve(flags.root);
  const isDirectory = openHost(dirname(path)).disk.kindOf(path) === 'directory';
  const host = openHost(isDirectory ? path : dirname(path));
  return readCanonicalFile(host, isDirectory ? canonicalIn(host) : host.disk.pathOf(path), flags.postgres);
}

/** The SQL file of a directory: the only `schema_canonical.sql` in or below it, else the only SQL file there is. */
function canonicalIn(host: Host): string {
  const files = workspaceFiles(host).files.filter((file) => file.endsWith('.sql'));
  const candidates = [canonicalFilesIn(files), files].find((found) => found.length === 1);
  if (candidates?.[0] !== undefined) return candidates[0];
  const found = files.length === 0 ? 'no SQL file' : `several SQL files (${files.slice(0, 3).join(', ')}, …)`;
  throw new Refusal(`"${host.disk.root}" holds ${found}; name the one to read with --root.`);
}

async function readPython(orm: 'django' | 'sqlalchemy', flags: InspectFlags): Promise<Reading> {
  const host = openHost(resolve(flags.root));
  const given = Object.entries({
    include: flags.include?.map((path) => host.disk.pathOf(resolve(path))),
    settings: flags.settings,
    installed: flags.installed === undefined ? undefined : resolve(flags.installed),
    version: flags.ormVersion,
  }).filter(([, value]) => value !== undefined);
  const source = { orm, root: '.', ...Object.fromEntries(given) };
  return (await readPythonSource(host, source, { postgres: flags.postgres, reach: 'workspace' })).reading;
}
