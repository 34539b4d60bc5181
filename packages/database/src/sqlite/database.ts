import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RunningDatabase } from '../running/running-database';
import { openSqliteFile } from './open-file';
import { readSqliteCatalog } from './read-catalog';

/** An SQLite file by its URL. */
export function sqliteDatabase(url: string): RunningDatabase {
  const path = pathOf(url);
  return {
    dialect: 'sqlite',
    address: path,
    reachable: { dialect: 'sqlite', file: resolve(path) },
    read: async (limits) => {
      const session = await openSqliteFile(path, limits);
      try {
        return await readSqliteCatalog(session.query);
      } finally {
        await session.close();
      }
    },
  };
}

/**
 * Python's packages write an absolute path with four slashes, `sqlite:////srv/app.db`, and one from where one works with
 * three; others write the absolute one with three, as in every URL. Where only that one is there it is what is meant.
 */
function pathOf(url: string): string {
  const { host, pathname } = new URL(url);
  const written = decodeURIComponent(`${host}${pathname}`);
  const fromHere = written.replace(/^\//, '');
  return !existsSync(fromHere) && existsSync(written) ? written : fromHere;
}
