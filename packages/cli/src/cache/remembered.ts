import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { writeWhole } from '../disk/write-whole';
import type { HostAt } from '../host/host';
import { Refusal } from '../host/refusal';
import { verdictVersion } from '../verdict-version';
import { answersStill, type TracedQuestion, TracedTree } from './traced-tree';

/** A directory of what earlier runs computed; one entry for each question, replaced when its answer changes. */
export interface Memory {
  /** Absolute. */
  readonly directory: string;
}

/**
 * What `work` computes from the host's files, taken from an earlier run where every file, listing and path that it asked
 * for is as it was. `question` has to name everything else that the answer depends on. An entry that is damaged, of
 * another version or not to be read is as good as none; one that cannot be written costs the next run its time.
 */
export async function remembered<T>(
  memory: Memory | null,
  question: readonly unknown[],
  host: HostAt,
  work: (host: HostAt) => Promise<T>,
): Promise<T> {
  const known = recalled<T>(memory, question, host);
  return known === null ? computed(memory, question, host, work) : known.value;
}

/** What an earlier run computed, where that stands still; null where it does not. */
export function recalled<T>(
  memory: Memory | null,
  question: readonly unknown[],
  host: HostAt,
): { readonly value: T } | null {
  if (memory === null) return null;
  const { key, path } = placeOf(memory, question);
  const entry = entryAt<T>(path, key);
  return entry !== null && answersStill(entry.trace, host.disk) ? entry : null;
}

/** What `work` computes now, kept for later runs. */
export async function computed<T>(
  memory: Memory | null,
  question: readonly unknown[],
  host: HostAt,
  work: (host: HostAt) => Promise<T>,
): Promise<T> {
  if (memory === null) return work(host);
  const { key, path } = placeOf(memory, question);
  const disk = new TracedTree(host.disk);
  const value = await work({ ...host, disk });
  keep(path, { key, trace: disk.trace, value });
  return value;
}

function placeOf({ directory }: Memory, question: readonly unknown[]): { readonly key: string; readonly path: string } {
  const key = JSON.stringify([verdictVersion, process.versions.v8, ...question]);
  return { key, path: join(directory, createHash('sha256').update(key).digest('hex')) };
}

/**
 * Where a workspace's runs remember: in Nx's cache where Nx is used, else where tools of Node keep such things; null
 * where neither is, for nobody asked for a new directory.
 */
export function memoryOf({ disk, environment }: HostAt): Memory | null {
  const { root } = disk;
  if (existsSync(join(root, 'nx.json'))) {
    const cache = environment.NX_CACHE_DIRECTORY || join(root, '.nx', 'cache');
    return { directory: join(cache, 'canonical-schema') };
  }
  if (!existsSync(join(root, 'node_modules'))) return null;
  return { directory: join(root, 'node_modules', '.cache', 'canonical-schema') };
}

interface Entry<T> {
  /** The whole question: file names are digests. */
  readonly key: string;
  readonly trace: readonly TracedQuestion[];
  readonly value: T;
}

function entryAt<T>(path: string, key: string): Entry<T> | null {
  try {
    const entry: unknown = deserialize(readFileSync(path));
    return isEntry<T>(entry) && entry.key === key ? entry : null;
  } catch {
    return null;
  }
}

/** The version is part of the key, so that an entry which has the key has the shape. */
function isEntry<T>(value: unknown): value is Entry<T> {
  return typeof value === 'object' && value !== null && 'key' in value && 'trace' in value && 'value' in value;
}

function keep(path: string, entry: Entry<unknown>): void {
  keepWhole(path, serialize(entry));
}

/** Whole or not at all: others may read, and write, the same entry at this moment. */
export function keepWhole(path: string, entry: string | Uint8Array): void {
  try {
    writeWhole(path, entry);
  } catch (error) {
    // Where it cannot be written nothing is remembered, and nothing is lost.
    if (!(error instanceof Refusal)) throw error;
  }
}
