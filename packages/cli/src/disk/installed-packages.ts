import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';

/** Names under which tools keep a project's own environment beside its sources. */
const environmentNames = ['.venv', 'venv', 'env', '.env'];

/** What of the process decides where packages are: `VIRTUAL_ENV` and its kin. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The site-packages directories of the interpreter that a project runs with, POSIX and absolute; none where no
 * environment is found. Looked for, in this order: as configured, beside the project or above it up to the workspace's
 * root, in `VIRTUAL_ENV`, in `CONDA_PREFIX`. Nothing is executed.
 */
export function installedPackages(
  workspace: string,
  projectRoot: string,
  configured: string | undefined,
  environment: Environment,
): readonly string[] {
  if (configured !== undefined) {
    const directory = isAbsolute(configured) ? configured : resolve(workspace, configured);
    return posix(sitePackagesOf(directory) ?? (existsSync(directory) ? [directory] : []));
  }
  const candidates = [
    ...environmentsAbove(workspace, resolve(workspace, projectRoot)),
    ...[environment.VIRTUAL_ENV, environment.CONDA_PREFIX].filter((path) => path !== undefined && path !== ''),
  ];
  for (const candidate of candidates) {
    const found = candidate === undefined ? null : sitePackagesOf(candidate);
    if (found) return posix(found);
  }
  return [];
}

/**
 * One line that changes with the names and versions of the packages installed in these directories, and with nothing
 * else: not with where they lie, nor in which order they were installed.
 */
export function installedPackagesDigest(directories: readonly string[]): string {
  const names = new Set(directories.flatMap((directory) => namesIn(directory).filter(saysVersion)));
  if (names.size === 0) return 'no installed packages';
  const digest = createHash('sha256')
    .update([...names].sort().join('\n'))
    .digest('hex');
  return `${names.size} packages ${digest}`;
}

/** The environments that tools keep beside a project or above it, up to the workspace. */
export function environmentsAbove(workspace: string, projectRoot: string): string[] {
  const found: string[] = [];
  for (let at = projectRoot; ; at = resolve(at, '..')) {
    const here = environmentNames.map((name) => join(at, name)).filter((path) => existsSync(join(path, 'pyvenv.cfg')));
    found.push(...here);
    if (at === resolve(workspace) || at === resolve(at, '..')) return found;
  }
}

/** Where a Python prefix keeps packages: `lib/python3.12/site-packages`, `Lib/site-packages` on Windows. */
function sitePackagesOf(prefix: string): string[] | null {
  const places = ['lib', 'lib64', 'Lib'].flatMap((library) => [
    join(prefix, library, 'site-packages'),
    ...namesIn(join(prefix, library))
      .filter((name) => name.startsWith('python'))
      .flatMap((name) => [join(prefix, library, name, 'site-packages'), join(prefix, library, name, 'dist-packages')]),
  ]);
  const existing = places.filter((place) => existsSync(place));
  return existing.length === 0 ? null : withoutTwins(existing);
}

/** `lib64` is a link to `lib` in most environments, and `Lib` is `lib` where names fold case. */
function withoutTwins(directories: readonly string[]): string[] {
  const seen = new Set<string>();
  return directories.filter((directory) => {
    const twin = directory.replace(`${sep}lib64${sep}`, `${sep}lib${sep}`).toLowerCase();
    return !seen.has(twin) && seen.add(twin);
  });
}

function saysVersion(name: string): boolean {
  return /\.(dist-info|egg-info|egg|egg-link|pth)$/.test(name);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function posix(paths: readonly string[]): string[] {
  return paths.map((path) => path.split(sep).join('/'));
}
