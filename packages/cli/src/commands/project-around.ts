import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that stand where a Python project begins. */
const projectFiles = ['pyproject.toml', 'setup.py', 'setup.cfg', 'uv.lock', 'Pipfile', 'requirements.txt', 'manage.py'];

/**
 * The directory from which a Python directory's modules are imported: the nearest at or above it where a project begins,
 * else the nearest that is no package, nor right within one. `root` is absolute.
 */
export function projectAround(root: string): string {
  const start = isFile(root) ? dirname(root) : root;
  for (let at = start; ; at = dirname(at)) {
    if (!belongsToPackage(at) && projectFiles.some((name) => isFile(join(at, name)))) return at;
    if (at === dirname(at)) return importedFrom(start);
  }
}

function importedFrom(directory: string): string {
  let at = directory;
  while (belongsToPackage(at)) at = dirname(at);
  return at;
}

/** Is it a package, or a directory right within one, which needs no file to say so? */
function belongsToPackage(directory: string): boolean {
  return isPackage(directory) || isPackage(dirname(directory));
}

function isPackage(directory: string): boolean {
  return existsSync(join(directory, '__init__.py'));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
