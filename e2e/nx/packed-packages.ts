import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repository = resolve(__dirname, '..', '..');
const cache = join(repository, '.cache', 'packed');

/** Looked at once: the workspaces of one scenario hold the same, though somebody builds meanwhile. */
let built: string | undefined;

/** The packages that a user of the Nx plugin receives. */
const packages = ['schema', 'sql', 'python', 'drift', 'cli', 'nx'];

/** The versions of Nx's own packages that a workspace has. */
export interface NxPackages {
  readonly nx: string;
  readonly '@nx/devkit': string;
}

/** The versions that this repository itself is built and tested with. */
export function ownNx(): NxPackages {
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  return { nx: devDependencies.nx, '@nx/devkit': devDependencies['@nx/devkit'] };
}

/**
 * A directory whose `node_modules` holds our packages as npm installs their tarballs, with Nx from the registry where
 * `withNx` is set: this repository's own, or the one that is given. Made once for what was built last; scenarios link
 * to it.
 */
export function packedInstall({ withNx }: { readonly withNx: boolean | NxPackages }): string {
  built ??= builtDigest();
  const nx = withNx === true ? ownNx() : withNx;
  const directory = join(cache, `${built}-${nx === false ? 'alone' : `nx-${nx.nx}`}`);
  if (existsSync(directory)) return directory;
  removeOthersThan(built);
  const unfinished = `${directory}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  install(unfinished, nx === false ? packages.filter((name) => name !== 'nx') : packages, nx === false ? {} : nx);
  settle(unfinished, directory);
  return directory;
}

/** Packs everything that a user of the Nx plugin receives into a directory. */
export function packInto(directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const name of packages) pack(name, directory);
}

function install(directory: string, names: readonly string[], nx: Partial<NxPackages>): void {
  const ours = Object.fromEntries(names.map((name) => pack(name, directory)));
  const manifest = { name: 'workspace', version: '0.0.0', private: true, devDependencies: { ...nx, ...ours } };
  writeFileSync(join(directory, 'package.json'), JSON.stringify(manifest, null, 2));
  npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], directory);
}

/** Packs one package into the directory: its name and where it is. */
function pack(name: string, directory: string): [string, string] {
  const folder = join(repository, 'packages', name);
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', directory], folder));
  return [packed.name, `file:./${packed.filename.replace('@', '').replace('/', '-')}`];
}

/** Moves what is finished into its place; where another process was quicker, its work stands. */
function settle(unfinished: string, directory: string): void {
  try {
    renameSync(unfinished, directory);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
}

function removeOthersThan(built: string): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    if (!name.startsWith(built)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

/** Changes whenever anything that is packed does. */
function builtDigest(): string {
  const digest = createHash('sha256');
  for (const name of packages) {
    const folder = join(repository, 'packages', name);
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const packed = files.filter(
      (file) => !/[\\/](node_modules|cases[^\\/]*|test)[\\/]|\.(tsbuildinfo|map)$/.test(file),
    );
    for (const file of packed.sort()) digest.update(file).update(readFileSync(file));
  }
  return digest.digest('hex').slice(0, 16);
}

function npm(args: readonly string[], directory: string): string {
  return execFileSync('npm', [...args, '--loglevel=error'], { cwd: directory, encoding: 'utf8', stdio: 'pipe' });
}
