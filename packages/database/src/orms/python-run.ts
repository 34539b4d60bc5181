import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A program of ours in the project's own interpreter. */
export interface PythonRun {
  /** The interpreter: a path, or a name on the PATH. */
  readonly python: string;
  /** Which of the programs beside this package's sources: `django_migrate`. */
  readonly program: string;
  /** What it is asked, JSON-able. `root` is where it works and imports from. */
  readonly request: { readonly root: string } & Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In milliseconds; the process and all that it started are ended after it. */
  readonly timeout: number;
}

/** Why Python could not do its work: one sentence, and what it printed last, where that may tell more. */
export class PythonFault extends Error {
  override readonly name = 'PythonFault';

  constructor(
    message: string,
    readonly output = '',
  ) {
    super(message);
  }
}

const programs = join(__dirname, '..', '..', 'python');

/** As much of what a process printed as a person may want to read. */
const keptOutput = 8_000;

/** Runs a program and answers what it says. Throws `PythonFault` where there is no answer; nothing is left running. */
export async function runPython(run: PythonRun): Promise<Readonly<Record<string, unknown>>> {
  const child = spawn(run.python, ['-X', 'utf8', join(programs, `${run.program}.py`)], {
    cwd: run.request.root,
    // A group of its own, so that whatever the project's code starts ends with it.
    detached: true,
    env: { ...run.environment, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const printed = tailOf([child.stdout, child.stderr]);
  const answer = textOf(child.stdio[3] as Readable);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify(run.request));
  const isLate = await ended(child, run);
  if (isLate) throw new PythonFault(`${run.python} was not done after ${run.timeout / 1000} seconds.`, printed());
  return parsed(await answer, run.python, child, printed());
}

/** Waits for the process to end; true where it had to be ended. */
function ended(child: ChildProcess, { python, timeout }: PythonRun): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const clock = setTimeout(() => {
      isLate = true;
      endGroup(child);
    }, timeout);
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(clock);
      reject(new PythonFault(`"${python}" could not be started (${error.code ?? error.message}).`));
    });
    child.on('exit', () => {
      clearTimeout(clock);
      // What it started may outlive it, and would keep the pipes open.
      endGroup(child);
      resolve(isLate);
    });
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function parsed(text: string, python: string, child: ChildProcess, printed: string) {
  let answer: unknown = null;
  try {
    answer = JSON.parse(text);
  } catch {
    // Said below, with what it printed.
  }
  if (typeof answer === 'object' && answer !== null) return answer as Readonly<Record<string, unknown>>;
  const how = child.signalCode === null ? `status ${child.exitCode}` : child.signalCode;
  throw new PythonFault(`${python} ended without an answer (${how}).`, printed);
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => {
    stream.on('close', resolve);
  });
  return Buffer.concat(chunks).toString('utf8');
}

function tailOf(streams: readonly (Readable | null)[]): () => string {
  let tail = '';
  for (const stream of streams) {
    stream?.on('data', (chunk: Buffer) => {
      tail = `${tail}${chunk.toString('utf8')}`.slice(-keptOutput);
    });
  }
  return () => tail.trim();
}
