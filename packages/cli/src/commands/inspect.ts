import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Reading, readingJson } from '@canonical-schema/schema';
import { writeWhole } from '../disk/write-whole';
import { type Host, openHost } from '../host/host';
import { readCanonicalFile } from '../host/read-canonical';
import { readDatabase } from '../host/read-database';
import { readPythonSource } from '../host/read-python';
import { Refusal } from '../host/refusal';
import { workspaceFiles } from '../host/workspace-files';
import { canonicalFilesIn } from '../plan/sources-in-files';
import type { ExitStatus } from './exit-status';
import { projectAround } from './project-around';
import { type ServerFlags, serverOptions } from './server-flags';
import { withPaths } from './told-paths';

/** The flags of `inspect`, as commander names them. */
export interface InspectFlags extends ServerFlags {
  /** Absent for a database, which lies in no directory. */
  readonly root?: string;
  readonly include?: readonly string[];
  readonly settings?: string;
  readonly installed?: string;
  readonly ormVersion?: string;
  readonly json?: string;
  readonly url?: string;
  readonly timeout?: string;
}

/** The flags of a source that lies in files. */
type FileFlags = InspectFlags & { readonly root: string };

const sources: Readonly<Record<string, (flags: InspectFlags) => Promise<unknown>>> = {
  canonical: (flags) => readCanonical(rooted(flags)),
  'django-models': (flags) => readPython('django', rooted(flags)),
  'django-migrations': (flags) => readPython('django', rooted(flags), 'migrations'),
  sqlalchemy: (flags) => readPython('sqlalchemy', rooted(flags)),
  database: async (flags) => readingJson(await readRunning(flags)),
};

/** The URL says the dialect; a flag that says one, too, has to agree. */
function readRunning(flags: InspectFlags): Promise<Reading> {
  return readDatabase(flags, openHost(process.cwd()), serverOptions(flags).dialect);
}

function rooted(flags: InspectFlags): FileFlags {
  if (flags.root === undefined) throw new Refusal('No directory is named; give it with --root.');
  return { ...flags, root: flags.root };
}

/** `canonical-schema inspect`. */
export async function inspect(source: string, flags: InspectFlags): Promise<ExitStatus> {
  const read = Object.hasOwn(sources, source) ? sources[source] : undefined;
  if (!read) throw new Refusal(`"${source}" is no source; name one of ${Object.keys(sources).join(', ')}.`);
  const text = `${JSON.stringify(await read(flags), null, 2)}\n`;
  if (flags.json === undefined || flags.json === '-') process.stdout.write(text);
  else writeWhole(resolve(flags.json), text);
  return 0;
}

async function readCanonical(flags: FileFlags): Promise<unknown> {
  const path = resolve(flags.root);
  const isDirectory = openHost(dirname(path)).disk.kindOf(path) === 'directory';
  const host = openHost(isDirectory ? path : dirname(path));
  const reading = await readCanonicalFile(
    host,
    isDirectory ? canonicalIn(host) : host.disk.pathOf(path),
    serverOptions(flags),
  );
  return readingJson(reading);
}

/** The SQL file of a directory: the only `schema_canonical.sql` in or below it, else the only SQL file there is. */
function canonicalIn(host: Host): string {
  const files = workspaceFiles(host).files.filter((file) => file.endsWith('.sql'));
  const candidates = [canonicalFilesIn(files), files].find((found) => found.length === 1);
  if (candidates?.[0] !== undefined) return candidates[0];
  const found = files.length === 0 ? 'no SQL file' : `several SQL files (${files.slice(0, 3).join(', ')}, …)`;
  throw new Refusal(`"${host.disk.root}" holds ${found}; name the one to read with --root.`);
}

/** Modules are found from where their project begins; places are told from the directory that was named. */
async function readPython(
  orm: 'django' | 'sqlalchemy',
  flags: FileFlags,
  of: 'models' | 'migrations' = 'models',
): Promise<unknown> {
  const root = resolve(flags.root);
  if (!existsSync(root)) throw new Refusal(`"${flags.root}" does not exist; name the directory of the models.`);
  const host = openHost(projectAround(root));
  const given = Object.entries({
    include: flags.include?.map((path) => host.disk.pathOf(resolve(path))),
    settings: flags.settings,
    installed: flags.installed === undefined ? undefined : resolve(flags.installed),
    version: flags.ormVersion,
  }).filter(([, value]) => value !== undefined);
  const source = { orm, root: host.disk.pathOf(root), ...Object.fromEntries(given) };
  const { reading } = await readPythonSource(host, source, { ...serverOptions(flags), reach: 'workspace', of });
  const base = statSync(root).isDirectory() ? root : dirname(root);
  const pathOf = (path: string) => relative(base, resolve(host.disk.root, path)).split(sep).join('/');
  return withPaths(readingJson(reading), pathOf);
}
