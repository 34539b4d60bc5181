import { deepStrictEqual } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFile, readSqliteCatalog, type ServerSession } from '@canonical-schema/database';
import initialize from 'sql.js';
import { pragmaFacts } from './pragma-facts';
import type { ScratchDatabase } from './scratch-database';

const limits = { timeout: 30_000 };

/** A file that SQLite of this process and of Python's fill in turns, and that our reader opens. */
export async function startSqliteDatabase(): Promise<ScratchDatabase> {
  const { Database } = await initialize();
  const directory = mkdtempSync(join(tmpdir(), 'canonical-schema-sqlite-'));
  const file = join(directory, 'case.db');
  let filling = new Database();
  let isFilling = false;
  const opened = async <T>(use: (session: ServerSession) => Promise<T>): Promise<T> => {
    if (isFilling) writeFileSync(file, filling.export());
    isFilling = false;
    const session = await openSqliteFile(file, limits);
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  };
  const empty = async () => {
    filling.close();
    filling = new Database();
    isFilling = false;
    for (const beside of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${beside}`, { force: true });
    writeFileSync(file, '');
  };
  await empty();
  return {
    dialect: 'sqlite',
    query: (sql) => opened(({ query }) => query(sql)),
    empty,
    run: async (statement) => {
      isFilling = true;
      filling.run(statement);
    },
    catalog: () =>
      opened(async ({ query }) => {
        const reading = await readSqliteCatalog(query);
        const { read, said } = await pragmaFacts(reading, query);
        // The reading is one of texts; whatever SQLite says of itself has to be the same.
        if (reading.unread.length === 0) deepStrictEqual(read, said);
        return reading;
      }),
    recover: async () => undefined,
    address: async () => ({ dialect: 'sqlite', file }),
    stop: async () => {
      filling.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
