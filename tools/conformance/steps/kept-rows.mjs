import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (cache, { kind, name }) => join(cache, 'report', `${kind}-${name}.json`);

/** The rows of an entry's last run, so that one entry can be measured anew and the whole table be written. */
export function keptRows(cache, entry) {
  const file = fileOf(cache, entry);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Keeps the rows of an entry's run. */
export function keepRows(cache, entry, rows) {
  writeFileSync(fileOf(cache, entry), JSON.stringify(rows, null, 2));
}
