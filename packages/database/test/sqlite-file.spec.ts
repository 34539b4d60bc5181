import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { pythonWithOrms } from '../../../tools/oracle/python-process';
import { databaseAt, openSqliteFile, ServerFault } from '../src';

const limits = { timeout: 5_000 };

/** Runs Python with `database`, a connection to the file, before it closes: what it leaves on the disk is what others find. */
function fill(folder: string, program: string): string {
  const file = join(folder, 'app.db');
  const script = ['import sqlite3, shutil', `database = sqlite3.connect(${JSON.stringify(file)})`, program].join('\n');
  const { status, stderr } = spawnSync(pythonWithOrms(), ['-c', script], { encoding: 'utf8', cwd: folder });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return file;
}

async function namesIn(file: string): Promise<readonly unknown[]> {
  const session = await openSqliteFile(file, limits);
  const rows = await session.query('SELECT name FROM sqlite_master ORDER BY name');
  await session.close();
  return rows.map(({ name }) => name);
}

test('a file is read, and nothing beside it is made or changed', async () => {
  const folder = scratchFolder();
  const file = fill(folder, 'database.execute("CREATE TABLE stocks (id INTEGER PRIMARY KEY)")');
  const before = readFileSync(file);
  const session = await openSqliteFile(file, limits);
  await session.query('CREATE TABLE other (id int)');
  await session.close();
  expect(await namesIn(file)).toEqual(['stocks']);
  expect(readdirSync(folder)).toEqual(['app.db']);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('what stands in the write-ahead log alone is read, up to the last transaction that is complete', async () => {
  const folder = scratchFolder();
  // Copies made while the database is open: closing it would bring the log into the file.
  fill(
    folder,
    `
database.execute("PRAGMA journal_mode=WAL")
database.execute("CREATE TABLE stocks (id INTEGER PRIMARY KEY)")
database.commit()
database.execute("PRAGMA wal_checkpoint")
database.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY)")
database.execute("INSERT INTO orders VALUES (1)")
database.commit()
database.execute("CREATE TABLE late (id INTEGER PRIMARY KEY)")
database.commit()
for end in ("", "-wal"): shutil.copy("app.db" + end, "copy.db" + end)`,
  );
  const copy = join(folder, 'copy.db');
  expect(await namesIn(copy)).toEqual(['late', 'orders', 'stocks']);
  // As a server leaves it that is ended in the middle of writing.
  const log = readFileSync(`${copy}-wal`);
  writeFileSync(`${copy}-wal`, log.subarray(0, log.length - 100));
  expect(await namesIn(copy)).toEqual(['orders', 'stocks']);
  writeFileSync(`${copy}-wal`, '');
  expect(await namesIn(copy)).toEqual(['stocks']);
});

test('a transaction that has not ended is a fault', async () => {
  const folder = scratchFolder();
  fill(
    folder,
    `
database.execute("PRAGMA cache_size=1")
database.execute("CREATE TABLE stocks (id INTEGER PRIMARY KEY, body)")
database.commit()
database.execute("BEGIN")
database.executemany("INSERT INTO stocks (body) VALUES (zeroblob(5000))", [()] * 100)
for end in ("", "-journal"): shutil.copy("app.db" + end, "copy.db" + end)`,
  );
  expect(await faultOf(join(folder, 'copy.db'))).toMatch(/A transaction in .*copy\.db has not ended; try again/);
  copyFileSync(join(folder, 'app.db'), join(folder, 'alone.db'));
  expect(await namesIn(join(folder, 'alone.db'))).toEqual(['stocks']);
});

test('an empty file is an empty database', async () => {
  const file = join(scratchFolder(), 'empty.db');
  writeFileSync(file, '');
  expect(await namesIn(file)).toEqual([]);
});

test('what is no database is a fault with the remedy', async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'notes.txt'), 'no database at all');
  mkdirSync(join(folder, 'inner'));
  expect(await faultOf(join(folder, 'notes.txt'))).toMatch(/notes\.txt is not an SQLite database; correct the path\.$/);
  expect(await faultOf(join(folder, 'inner'))).toMatch(/inner is a directory; name the file of the database\.$/);
  expect(await faultOf('nowhere/app.db')).toBe(
    'There is no file nowhere/app.db; correct the path. An absolute one stands behind four slashes, as in sqlite:////srv/app.db.',
  );
});

test('a path behind three slashes begins where one works, unless only the absolute one is there', () => {
  const file = join(scratchFolder(), 'app.db');
  writeFileSync(file, '');
  expect(databaseAt('sqlite:///data/app.db').address).toBe('data/app.db');
  expect(databaseAt(`sqlite:///${file}`).address).toBe(file);
  expect(databaseAt(`sqlite://${file}`).address).toBe(file);
});

async function faultOf(file: string): Promise<string> {
  try {
    await openSqliteFile(file, limits);
  } catch (error) {
    if (error instanceof ServerFault) return error.message;
    throw error;
  }
  throw new Error('It did not fail.');
}
