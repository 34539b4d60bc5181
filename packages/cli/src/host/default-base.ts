import { isFileFault } from '@canonical-schema/schema';
import type { Host } from './host';

/** The base revision that a workspace's `nx.json` names; undefined where there is none. Executors have it as an option. */
export function defaultBaseOf({ disk }: Host): string | undefined {
  const file = disk.read('nx.json');
  if (isFileFault(file)) return undefined;
  try {
    const { defaultBase, affected } = JSON.parse(file.text);
    const named = defaultBase ?? affected?.defaultBase;
    return typeof named === 'string' ? named : undefined;
  } catch {
    // Nx itself says what is wrong with its file.
    return undefined;
  }
}
