import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '@canonical-schema/schema';

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

/** Does the server of a dialect other than the case's own refuse it? Then a file `refused-mariadb.txt` says why. */
export function isRefusedBy(folder: string, dialect: string): boolean {
  return isRefused(folder) || existsSync(join(folder, `refused-${dialect}.txt`));
}

/**
 * Where a reading is meant to say something else than what was really made (it reads on behind a statement that
 * PostgreSQL refuses), a file `departures.txt` holds the lines of disagreement, after `#` lines that say why. Those in
 * another server stand in `departures.sqlite.txt` and its like, those in what an ORM prints in `departures.printed.txt`.
 */
export function expectedDepartures(folder: string, dialect: Dialect | 'printed' = 'postgresql'): readonly string[] {
  const file = join(folder, dialect === 'postgresql' ? 'departures.txt' : `departures.${dialect}.txt`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
