import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A MariaDB server with a data directory of its own that goes when it stops. Only a socket leads to it. */
export interface RealMariadb {
  readonly socket: string;
  stop(): Promise<void>;
}

/** What is not on everybody's PATH. */
const usualPlaces = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Why there is no MariaDB to start; null where there is one. */
export function mariadbMissing(): string | null {
  const missing = ['mariadbd', 'mariadb-install-db'].filter((name) => programOf(name) === null);
  return missing.length === 0
    ? null
    : `${missing.join(' and ')} not installed (Debian: apt-get install mariadb-server)`;
}

/**
 * Runs the program of its arguments until the input ends, which it does when the process that started it is gone, however
 * that came to be: no server and no data directory (the first argument) is left behind.
 */
const untilInputEnds = `
directory=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(cat <&3 >/dev/null; kill "$server" 2>/dev/null) &
wait "$server"
rm -rf "$directory"`;

/** Starts the server of `mariadbd` and waits until it answers. To be stopped; it ends with this process all the same. */
export async function startRealMariadb(): Promise<RealMariadb> {
  const why = mariadbMissing();
  const [server, install] = [programOf('mariadbd'), programOf('mariadb-install-db')];
  if (server === null || install === null) throw new Error(`MariaDB cannot be started: ${why}.`);
  const directory = mkdtempSync(join(tmpdir(), 'canonical-schema-mariadb-'));
  const [data, socket] = [join(directory, 'data'), join(directory, 'socket')];
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const small = ['--innodb-log-file-size=4M', '--innodb-buffer-pool-size=16M'];
  execFileSync(
    install,
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...small,
      ...user,
    ],
    { stdio: 'ignore' },
  );
  const child = spawn(
    'sh',
    [
      '-c',
      untilInputEnds,
      'mariadb',
      directory,
      server,
      '--no-defaults',
      `--datadir=${data}`,
      '--skip-networking',
      `--socket=${socket}`,
      `--pid-file=${join(directory, 'pid')}`,
      '--character-set-server=utf8mb4',
      // Nothing in it is worth keeping: no write waits for the disk.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-fast-shutdown=2',
      '--skip-log-bin',
      ...small,
      ...user,
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const stop = () => ended(child);
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, stop };
}

function programOf(name: string): string | null {
  const directories = [...(process.env.PATH ?? '').split(delimiter), ...usualPlaces];
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path)) ?? null;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-10_000);
      if (/ready for connections/.test(said)) resolve();
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`MariaDB ended: ${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.on('exit', () => resolve());
    child.stdin?.end();
  });
}
