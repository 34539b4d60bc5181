import { relative, resolve, sep } from 'node:path';

/** The directory that paths are told from: the one worked in, or the nearest above it that holds everything named. */
export function rootAround(workingDirectory: string, paths: readonly string[]): string {
  let root = resolve(workingDirectory);
  while (paths.some((path) => isOutside(root, resolve(workingDirectory, path))) && root !== resolve(root, '..')) {
    root = resolve(root, '..');
  }
  return root;
}

function isOutside(root: string, path: string): boolean {
  const within = relative(root, path);
  return within === '..' || within.startsWith(`..${sep}`);
}
