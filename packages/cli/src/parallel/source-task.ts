import type { Memory } from '../cache/remembered';
import type { TracedQuestion } from '../cache/traced-tree';
import type { Environment } from '../disk/installed-packages';
import type { PythonReading, SourceReadingOptions, SourceReadings } from '../host/source-readings';
import type { PythonSource } from '../host/sources';

/** What a thread is given to read: plain data. */
export interface SourceTask {
  /** The host's, absolute. */
  readonly root: string;
  readonly environment: Environment;
  readonly memory: Memory | null;
  readonly source: PythonSource;
  readonly options: SourceReadingOptions;
}

/** What a thread is started with. */
export interface ThreadData {
  readonly task: SourceTask;
  /** Shared by both threads: 1 where nobody waits for the answer any more. */
  readonly stopped: Int32Array;
}

/** What a thread posts at its end: what it has not posted yet, and all that its readings depend on; or why the source cannot be read. */
export type SourceAnswer =
  | { readonly rest: Omit<SourceReadings, 'models'>; readonly trace: readonly TracedQuestion[] }
  | { readonly refusal: string };

/** What a thread posts: the models once they are read, then the answer. */
export type SourceMessage = { readonly models: PythonReading } | { readonly answer: SourceAnswer };
