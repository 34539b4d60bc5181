import { existsSync, mkdirSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite' with { 'resolution-mode': 'import' };

/** Where the snapshot of an empty cluster of this PGlite lies. Another version has another file: formats change. */
export function snapshotPath(cacheDirectory: string): string {
  const manifest = join(dirname(require.resolve('@electric-sql/pglite')), '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
  return join(cacheDirectory, `pglite-${version}.tar`);
}

/** The snapshot's content, or undefined where none was kept yet. */
export async function keptSnapshot(path: string): Promise<Blob | undefined> {
  return existsSync(path) ? openAsBlob(path) : undefined;
}

/** Keeps the data directory of a server that has just been initialised. Moved into place, so that no reader sees half. */
export async function keepSnapshot(server: PGlite, path: string): Promise<void> {
  const dump = await server.dumpDataDir('none');
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, new Uint8Array(await dump.arrayBuffer()));
  renameSync(unfinished, path);
}
