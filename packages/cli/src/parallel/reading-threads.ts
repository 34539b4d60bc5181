import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PythonReading } from '../host/source-readings';
import type { SourceAnswer, SourceMessage, SourceTask, ThreadData } from './source-task';

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
  /** Lets it end before it reads another file. Terminated while the native parser runs, it would take the process along. */
  stop(): Promise<void>;
}

/** Starts reading in a thread that ends with its answer. `told` hears of the models before. */
export function readInThread(task: SourceTask, told: (models: PythonReading) => void): ReadingThread {
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadData = { task, stopped };
  const worker = new Worker(entry, { workerData });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  const answer = new Promise<SourceAnswer | null>((resolve) => {
    worker.on('message', (message: SourceMessage) => {
      if ('models' in message) told(message.models);
      else resolve(message.answer);
    });
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
  const stop = () => {
    Atomics.store(stopped, 0, 1);
    return ended;
  };
  return { answer, stop };
}
