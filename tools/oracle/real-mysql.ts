import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MysqlKind, mysqlPrograms } from './mysql-programs';

/** A MySQL or MariaDB with a data directory of its own that goes when it stops. Only a socket leads to it. */
export interface RealMysql {
  readonly socket: string;
  stop(): Promise<void>;
}

/** Why there is no server of this kind to start; null where there is one. */
export function mysqlMissing(kind: MysqlKind): string | null {
  return mysqlPrograms(kind).missing;
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

interface ServerOptions {
  /** What makes an empty data directory, and how. */
  readonly initialize: readonly string[];
  /** What both programs are told, for little memory and disk. */
  readonly small: readonly string[];
  /** What the server alone is told. */
  readonly serve: readonly string[];
}

const innodb = ['--innodb-buffer-pool-size=16M'];

const options: Readonly<Record<MysqlKind, ServerOptions>> = {
  mariadb: {
    initialize: ['--auth-root-authentication-method=normal', '--skip-test-db'],
    small: [...innodb, '--innodb-log-file-size=4M'],
    serve: [],
  },
  mysql: {
    initialize: ['--initialize-insecure'],
    small: [
      ...innodb,
      '--innodb-redo-log-capacity=32M',
      '--performance-schema=OFF',
      '--skip-log-bin',
      '--auto-generate-certs=OFF',
      '--caching-sha2-password-auto-generate-rsa-keys=OFF',
      '--secure-file-priv=NULL',
    ],
    serve: ['--mysqlx=OFF', '--innodb-doublewrite=OFF', '--innodb-flush-method=nosync'],
  },
};

/** Starts a server and waits until it answers. To be stopped; it ends with this process all the same. */
export async function startRealMysql(kind: MysqlKind): Promise<RealMysql> {
  const { server, initializer, missing } = mysqlPrograms(kind);
  if (server === null || initializer === null) throw new Error(`A server cannot be started: ${missing}.`);
  const directory = mkdtempSync(join(tmpdir(), `canonical-schema-${kind}-`));
  const [data, socket] = [join(directory, 'data'), join(directory, 'socket')];
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const { initialize, small, serve } = options[kind];
  const both = ['--no-defaults', `--datadir=${data}`, ...small, ...user];
  execFileSync(initializer, [...both, ...initialize], { stdio: 'ignore' });
  const child = spawn(
    'sh',
    [
      '-c',
      untilInputEnds,
      kind,
      directory,
      server,
      ...both,
      ...serve,
      '--skip-networking',
      `--socket=${socket}`,
      `--pid-file=${join(directory, 'pid')}`,
      '--character-set-server=utf8mb4',
      // Nothing in it is worth keeping: no write waits for the disk.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-fast-shutdown=2',
      '--skip-log-bin',
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

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-10_000);
      if (/ready for connections/.test(said)) resolve();
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`The server ended: ${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.on('exit', () => resolve());
    child.stdin?.end();
  });
}
