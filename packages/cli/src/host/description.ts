import { resolve } from 'node:path';
import type { Reading, Source } from '@canonical-schema/schema';
import { type ServerOptions, serverOf } from '../options/server-options';
import { canonicalFilesIn, sqlAlchemyRootsIn } from '../plan/sources-in-files';
import { type Host, openHost } from './host';
import { readCanonicalFile } from './read-canonical';
import { readPythonSource } from './read-python';
import { Refusal } from './refusal';
import { workspaceFiles } from './workspace-files';

/** One description of a database: what kind it is, and where. */
export interface Description {
  readonly kind: DescriptionKind;
  /** The SQL file, or the directory of the models, in the form of the host's tree. */
  readonly path: string;
}

export type DescriptionKind = Exclude<Source, 'database'>;

/** What decides readings of descriptions besides their files. */
export interface DescriptionOptions extends ServerOptions {
  /** A virtual environment or site-packages directory, absolute. */
  readonly installed?: string;
}

const kinds: readonly DescriptionKind[] = ['canonical', 'django-models', 'django-migrations', 'sqlalchemy'];

/** `sqlalchemy:src/database`, or a path alone, taken apart; the kind is null where it is to be seen from the files. */
export function namedDescription(text: string): { readonly kind: DescriptionKind | null; readonly path: string } {
  const kind = kinds.find((candidate) => text.startsWith(`${candidate}:`)) ?? null;
  return { kind, path: kind === null ? text : text.slice(kind.length + 1) };
}

/** What a text on the command line describes. Refuses where nothing is there, or where it may be several things. */
export function descriptionOf(host: Host, text: string): Description {
  const named = namedDescription(text);
  const path = host.disk.pathOf(resolve(named.path));
  const found = host.disk.kindOf(path);
  if (found === 'missing') throw new Refusal(`"${named.path}" does not exist; name an SQL file or a directory.`);
  if (found === 'file') return ofFile(named.kind, path);
  const kind = named.kind ?? kindIn(path, host);
  return { kind, path: kind === 'canonical' ? canonicalIn(path, host) : path };
}

/** The reading of a description. Nothing is cached, so imports are followed through everything below the host's root. */
export async function readDescription(
  host: Host,
  { kind, path }: Description,
  { installed, ...server }: DescriptionOptions = {},
): Promise<Reading> {
  if (kind === 'canonical') return readCanonicalFile(host, path, server);
  const of = kind === 'django-migrations' ? 'migrations' : 'models';
  const orm = kind === 'sqlalchemy' ? 'sqlalchemy' : 'django';
  const source = { orm, root: path, ...(installed === undefined ? {} : { installed }) } as const;
  return (await readPythonSource(host, source, { ...serverOf(server), reach: 'workspace', of })).reading;
}

function ofFile(kind: DescriptionKind | null, path: string): Description {
  if (kind === null || kind === 'canonical') return { kind: 'canonical', path };
  throw new Refusal(`"${path}" is a file; name the directory of the models.`);
}

/** What a directory shows by itself: `manage.py`, SQLAlchemy's models, or SQL; more than one of these is for a person to say. */
function kindIn(path: string, host: Host): DescriptionKind {
  const inside = openHost(resolve(host.disk.root, path));
  const { files, textOf } = workspaceFiles(inside);
  const shown: Readonly<Record<DescriptionKind, boolean>> = {
    canonical: sqlFilesIn(files).length === 1,
    'django-models': files.includes('manage.py'),
    // The models stand for the project; its migrations are asked for by name.
    'django-migrations': false,
    sqlalchemy: sqlAlchemyRootsIn(files, textOf, () => '.').length > 0,
  };
  const [kind, ...more] = kinds.filter((candidate) => shown[candidate]);
  if (kind !== undefined && more.length === 0) return kind;
  const choices = kinds.map((candidate) => `${candidate}:${path}`).join(', ');
  const why = kind === undefined ? 'shows no description of a database' : 'shows several descriptions';
  throw new Refusal(`"${path}" ${why}; say which is meant, as one of ${choices}.`);
}

/** The only `schema_canonical.sql` in a directory or below it, else the only SQL file. */
function canonicalIn(path: string, host: Host): string {
  const inside = openHost(resolve(host.disk.root, path));
  const [file, ...more] = sqlFilesIn(workspaceFiles(inside).files);
  if (file !== undefined && more.length === 0) return path === '.' ? file : `${path}/${file}`;
  throw new Refusal(`"${path}" holds ${file === undefined ? 'no' : 'several'} SQL files; name the one that is meant.`);
}

function sqlFilesIn(files: readonly string[]): readonly string[] {
  const canonical = canonicalFilesIn(files);
  return canonical.length === 1 ? canonical : files.filter((file) => file.endsWith('.sql'));
}
