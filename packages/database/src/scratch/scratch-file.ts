import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteDatabase } from '../sqlite/database';
import { loadSqlite } from '../sqlite/open-file';
import { databaseBytes } from '../sqlite/read-file';
import type { ScratchServer } from './scratch-server';

const limits = { timeout: 60_000 };

/** What SQLite may leave beside a database. */
const beside = ['-journal', '-wal', '-shm'];

/** An SQLite file in a directory of its own, which goes when it is closed. */
export async function makeScratchFile(): Promise<ScratchServer> {
  const { Database } = await loadSqlite();
  const directory = await mkdtemp(join(tmpdir(), 'canonical-schema-'));
  const file = join(directory, 'scratch.db');
  const empty = async () => {
    for (const end of beside) await rm(`${file}${end}`, { force: true });
    await writeFile(file, '');
  };
  await empty();
  return {
    database: { dialect: 'sqlite', file },
    catalog: () => sqliteDatabase(`sqlite:///${file}`).read(limits),
    run: async (statement) => {
      const database = new Database(await databaseBytes(file, limits));
      try {
        database.run(statement);
        await writeFile(file, database.export());
      } finally {
        database.close();
      }
    },
    empty,
    close: () => rm(directory, { recursive: true, force: true }),
  };
}
