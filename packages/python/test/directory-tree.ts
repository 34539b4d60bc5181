import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FileTree, SourceFile } from '@canonical-schema/schema';

/** A directory of the disk as readers see it. */
export function directoryTree(root: string): FileTree {
  const kindOf = (path: string): 'file' | 'directory' | 'missing' => {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats === undefined) return 'missing';
    return stats.isDirectory() ? 'directory' : 'file';
  };
  return {
    kindOf,
    read(path) {
      if (kindOf(path) !== 'file') return { fault: 'missing', why: `${path} is missing.` };
      return new SourceFile(path, readFileSync(join(root, path), 'utf8'));
    },
    list(directory) {
      if (kindOf(directory) !== 'directory') return [];
      return readdirSync(join(root, directory), { withFileTypes: true })
        .map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? ('directory' as const) : ('file' as const) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}
