import { parentPort, workerData } from 'node:worker_threads';
import type { FileTree } from '@canonical-schema/schema';
import { computedSource } from '../cache/remembered-readings';
import { TracedTree } from '../cache/traced-tree';
import type { WorkspaceTree } from '../disk/disk-tree';
import { openHost } from '../host/host';
import { hostOver } from '../host/host-over';
import { readWholeSource } from '../host/read-python';
import { Refusal } from '../host/refusal';
import type { SourceMessage, ThreadData } from './source-task';

/** What a thread does: reads one source of a workspace, posts what it says as it knows it, keeps it for later runs, and ends. */
async function read({ task, stopped }: ThreadData): Promise<void> {
  const { root, environment, memory, source, options } = task;
  const opened = openHost(root, environment);
  const host = hostOver(opened, untilStopped(opened.disk, stopped));
  const disk = new TracedTree(host.disk);
  try {
    await computedSource(memory, source, options, { ...host, disk }, async (traced) => {
      const { models, ...rest } = await readWholeSource(traced, source, options, (known) => post({ models: known }));
      post({ answer: { rest, trace: disk.trace } });
      return { models, ...rest };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    post({ answer: { refusal: error.message } });
  }
}

function untilStopped(tree: WorkspaceTree, stopped: Int32Array): FileTree {
  return {
    read(path) {
      if (Atomics.load(stopped, 0) !== 0) throw new Error('A reading was stopped that nobody waits for.');
      return tree.read(path);
    },
    list: (directory) => tree.list(directory),
    kindOf: (path) => tree.kindOf(path),
  };
}

function post(message: SourceMessage): void {
  parentPort?.postMessage(message);
}

read(workerData);
