import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repository = resolve(__dirname, '..', '..');
const cache = join(repository, '.cache', 'packed');

/** The packages that a user of the Nx plugin receives, in the order of their dependencies. */
const packages = ['schema', 'sql', 'python', 'drift', 'cli', 'nx'];

/**
 * A directory whose `node_modules` holds our packages as npm would install their tarballs, with Nx from the registry
 * where `withNx` is set. Made once for the same tarballs; scenarios link to it.
 */
export function packedInstall({ withNx }: { readonly withNx: boolean }): string {
  const tarballs = packages.map(pack);
  const dependencies = { ...Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`])) };
  if (!withNx) delete dependencies['@canonical-schema/nx'];
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const nx = withNx ? { nx: devDependencies.nx, '@nx/devkit': devDependencies['@nx/devkit'] } : {};
  const manifest = JSON.stringify({ name: 'workspace', private: true, devDependencies: { ...nx, ...dependencies } });
  const directory = join(cache, digestOf([manifest, ...tarballs.map(({ digest }) => digest)]));
  if (!existsSync(directory)) install(directory, manifest);
  return directory;
}

function pack(name: string): { readonly name: string; readonly path: string; readonly digest: string } {
  mkdirSync(cache, { recursive: true });
  const folder = join(repository, 'packages', name);
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', cache], folder));
  const path = join(cache, packed.filename.replace('@', '').replace('/', '-'));
  return { name: packed.name, path, digest: packed.integrity };
}

/** Installed aside and moved into place whole, so that an interrupted run leaves nothing half done. */
function install(directory: string, manifest: string): void {
  const unfinished = `${directory}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), manifest);
  npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], unfinished);
  renameSync(unfinished, directory);
}

function npm(args: readonly string[], directory: string): string {
  return execFileSync('npm', [...args, '--loglevel=error'], { cwd: directory, encoding: 'utf8', stdio: 'pipe' });
}

function digestOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16);
}
