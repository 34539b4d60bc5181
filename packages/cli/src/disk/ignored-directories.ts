import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Directories that hold no source of anybody's, wherever they stand. */
const always = new Set([
  ...['node_modules', '__pycache__', '.git', '.hg', '.svn', '.nx', '.schema'],
  ...['.tox', '.nox', '.eggs', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.ipynb_checkpoints'],
]);

/** Directories that hold copies of sources, unless Python imports them as packages. */
const unlessPackage = new Set(['dist', 'build']);

/** Is this directory left out when its parent is listed? Asking for a path inside it still works. */
export function isIgnoredDirectory(parent: string, name: string): boolean {
  if (always.has(name)) return true;
  const path = join(parent, name);
  if (unlessPackage.has(name)) return !existsSync(join(path, '__init__.py'));
  return existsSync(join(path, 'pyvenv.cfg'));
}
