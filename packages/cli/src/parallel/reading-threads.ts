import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SourceAnswer, SourceTask } from './source-task';

/** Compiled beside this file; not there where the sources themselves are run. */
const entry = join(__dirname, 'reading-worker.js');

/** How many threads can read beside this one; none where their entry is not compiled. */
export function spareThreads(): number {
  return existsSync(entry) ? Math.max(1, availableParallelism() - 1) : 0;
}

/** A reading in a thread of its own. */
export interface ReadingThread {
  /** Null where the thread failed: who asked has to read for himself, and meets the same failure, if it was one of ours. */
  readonly answer: Promise<SourceAnswer | null>;
  stop(): Promise<unknown>;
}

/** Starts reading in a thread that ends with its answer. */
export function readInThread(task: SourceTask): ReadingThread {
  const worker = new Worker(entry, { workerData: task });
  const answer = new Promise<SourceAnswer | null>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
  return { answer, stop: () => worker.terminate() };
}
