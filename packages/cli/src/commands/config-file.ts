import { resolve } from 'node:path';
import { isFileFault } from '@canonical-schema/schema';
import { DiskTree } from '../disk/disk-tree';
import { Refusal } from '../host/refusal';

/** The plugin's options in a JSON file. Their paths are relative to the directory that is worked in. */
export function optionsOfFile(path: string): Record<string, unknown> {
  const file = new DiskTree(process.cwd()).read(resolve(path));
  if (isFileFault(file)) throw new Refusal(`The options could not be read: ${file.why}`);
  const value = parsed(file.text, path);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refusal(`"${path}" does not hold an object; write the plugin's options as {"canonical": "…", …}.`);
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(`"${path}" is not JSON: ${error instanceof Error ? error.message : error}. Mend it there.`);
  }
}
