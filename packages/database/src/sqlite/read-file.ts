import { readFile, stat } from 'node:fs/promises';
import { codeOf, ServerFault } from '../running/server-fault';
import type { ServerLimits } from '../running/session';
import { withWriteAheadLog } from './write-ahead-log';

/** What makes a file an SQLite database: its first bytes. An empty file is a database without content. */
const beginning = Buffer.from('SQLite format 3\0', 'latin1');

/** A journal of a transaction that did not end begins with this. */
const journalBeginning = Buffer.from([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);

/** More than this is not held in memory. */
const largest = 2 ** 30;

const meanings: Readonly<Record<string, string>> = {
  ENOENT:
    'There is no file %s; correct the path. An absolute one stands behind four slashes, as in sqlite:////srv/app.db.',
  EISDIR: '%s is a directory; name the file of the database.',
  EACCES: '%s may not be read; grant it.',
  ABORT_ERR: '%s took longer to read than the time limit; give more with --timeout.',
};

/**
 * The bytes of an SQLite database as a reader finds it now. The file, its write-ahead log and its journal are read, none is
 * written, locked or made. Throws `ServerFault`.
 */
export async function databaseBytes(path: string, limits: ServerLimits): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(limits.timeout);
  try {
    if ((await stat(path)).size > largest) throw new ServerFault(tooLarge(path));
    const bytes = await readFile(path, { signal });
    if (bytes.length === 0) return bytes;
    if (!bytes.subarray(0, beginning.length).equals(beginning))
      throw new ServerFault(`${path} is not an SQLite database; correct the path.`);
    if ((await contentOf(`${path}-journal`, signal)).subarray(0, 8).equals(journalBeginning))
      throw new ServerFault(
        `A transaction in ${path} has not ended; try again, or open it with sqlite3 to roll it back.`,
      );
    const whole = withWriteAheadLog(bytes, await contentOf(`${path}-wal`, signal));
    return withoutLogMode(whole);
  } catch (error) {
    throw error instanceof ServerFault ? error : faultOf(error, path);
  }
}

/** Nothing where there is no such file. */
async function contentOf(path: string, signal: AbortSignal): Promise<Buffer> {
  try {
    return await readFile(path, { signal });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** The two bytes say that a log is to be used, for which the memory of our copy has no place. */
function withoutLogMode(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set([1, 1], 18);
  return copy;
}

function tooLarge(path: string): string {
  const copy = `sqlite3 ${path} .schema | sqlite3 schema.db`;
  return `${path} is too large to be held in memory; copy its schema ("${copy}") and name that file.`;
}

function faultOf(error: unknown, path: string): unknown {
  const meaning = meanings[codeOf(error)];
  return meaning === undefined ? error : new ServerFault(meaning.replace('%s', path));
}
