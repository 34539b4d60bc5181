import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the files about an entry are called: one that is measured on a further server has that in its name. */
export const fileNameOf = ({ kind, name, further }) =>
  further === undefined ? `${kind}-${name}` : `${kind}-${name}-${further}`;

const fileOf = (cache, entry) => join(cache, 'report', `${fileNameOf(entry)}.json`);

/** The rows of an entry's last run, so that one entry can be measured anew and the whole table be written. */
export function keptRows(cache, entry) {
  const file = fileOf(cache, entry);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Keeps the rows of an entry's run. */
export function keepRows(cache, entry, rows) {
  writeFileSync(fileOf(cache, entry), JSON.stringify(rows, null, 2));
}
