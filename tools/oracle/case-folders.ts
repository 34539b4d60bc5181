import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The names of the folders in a directory of cases, sorted; none where the directory is missing. */
export function caseFolders(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Does the case hold what the real thing refuses (broken files, classes that cannot be imported)? Then a file
 * `refused.txt` says why, and the oracle's part is to refuse.
 */
export function isRefused(folder: string): boolean {
  return existsSync(join(folder, 'refused.txt'));
}
