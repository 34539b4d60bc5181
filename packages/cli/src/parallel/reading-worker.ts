import { parentPort, workerData } from 'node:worker_threads';
import { computed } from '../cache/remembered';
import { questionOfSource } from '../cache/remembered-readings';
import { TracedTree } from '../cache/traced-tree';
import { openHost } from '../host/host';
import { readWholeSource } from '../host/read-python';
import { Refusal } from '../host/refusal';
import type { SourceAnswer, SourceTask } from './source-task';

/** What a thread does: reads one source of a workspace, posts what it says and ends. */
async function answered({ root, environment, memory, source, options }: SourceTask): Promise<SourceAnswer> {
  const host = openHost(root, environment);
  const disk = new TracedTree(host.disk);
  const question = questionOfSource(source, options, host);
  try {
    const readings = await computed(memory, question, { ...host, disk }, (traced) =>
      readWholeSource(traced, source, options),
    );
    return { readings, trace: disk.trace };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

answered(workerData).then((answer) => parentPort?.postMessage(answer));
