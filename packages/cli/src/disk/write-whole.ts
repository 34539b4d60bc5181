import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';
import { Refusal } from '../host/refusal';
import { errorCode } from './error-code';

/** Writes the file whole or not at all: readers see the old text or the new one. Makes the directories it needs. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const unfinished = `${path}.${process.pid}.${threadId}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw new Refusal(
      `"${path}" could not be written (${errorCode(error)}); choose a file in a directory that may be written to.`,
    );
  }
}
