import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Query } from '@canonical-schema/database';

/** The embedded PostgreSQL in another process; `EmbeddedPostgres` by messages. */
export interface PostgresProcess {
  readonly query: Query;
  exec(sql: string): Promise<void>;
  empty(): Promise<void>;
  /** Opens a loopback port for Python's drivers and answers its number. */
  listen(): Promise<number>;
  stop(): void;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

const script = join(__dirname, 'embedded-child.cjs');

/** Starts the process; ready when the server answers. */
export async function startPostgresProcess(): Promise<PostgresProcess> {
  const child = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const call = callsOf(child);
  await call.ready;
  return {
    query: async (sql) => (await call.make('query', sql)) as Awaited<ReturnType<Query>>,
    exec: async (sql) => {
      await call.make('exec', sql);
    },
    empty: async () => {
      await call.make('empty');
    },
    listen: async () => Number(await call.make('listen')),
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}

interface Calls {
  readonly ready: Promise<unknown>;
  make(call: string, argument?: string): Promise<unknown>;
}

/** The first answer, numbered 0, says that the server is ready. */
function callsOf(child: ChildProcess): Calls {
  const pending = new Map<number, Pending>();
  const answerTo = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
    });
  child.on('message', (answer: Answer) => {
    const waiting = pending.get(answer.id);
    pending.delete(answer.id);
    if (answer.error === undefined) waiting?.resolve(answer.result);
    else waiting?.reject(new Error(answer.error));
  });
  child.on('exit', () => {
    for (const waiting of pending.values()) waiting.reject(new Error('The embedded PostgreSQL ended.'));
  });
  let last = 0;
  return {
    ready: answerTo(0),
    make: (call, argument) => {
      last += 1;
      const answer = answerTo(last);
      child.send({ id: last, call, argument });
      return answer;
    },
  };
}
