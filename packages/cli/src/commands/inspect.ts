import { dirname, resolve } from 'node:path';
import { type Reading, readingJson } from '@canonical-schema/schema';
import { writeWhole } from '../disk/write-whole';
import { type Host, openHost } from '../host/host';
import { readCanonicalFile } from '../host/read-canonical';
import { readPythonSource } from '../host/read-python';
import { Refusal } from '../host/refusal';
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

/** The SQL file of a directory: `schema_canonical.sql`, else the only one there is. */
function canonicalIn(host: Host): string {
  const files = host.disk.list('.').filter(({ name, kind }) => kind === 'file' && name.endsWith('.sql'));
  const named =
    files.find(({ name }) => name === 'schema_canonical.sql') ?? (files.length === 1 ? files[0] : undefined);
  if (named) return named.name;
  const found = files.length === 0 ? 'no SQL file' : `${files.length} SQL files and no schema_canonical.sql`;
  throw new Refusal(`"${host.disk.root}" holds ${found}; name the file itself with --root.`);
}

function readPython(orm: 'django' | 'sqlalchemy', flags: InspectFlags): Promise<Reading> {
  const host = openHost(resolve(flags.root));
  const given = Object.entries({
    include: flags.include?.map((path) => host.disk.pathOf(resolve(path))),
    settings: flags.settings,
    installed: flags.installed === undefined ? undefined : resolve(flags.installed),
    version: flags.ormVersion,
  }).filter(([, value]) => value !== undefined);
  return readPythonSource(host, { orm, root: '.', ...Object.fromEntries(given) });
}
