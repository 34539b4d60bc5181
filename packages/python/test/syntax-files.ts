import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FileTree, SourceFile } from '@canonical-schema/schema';

/** A directory's files, their paths relative to it. */
export function directoryFiles(root: string): FileTree {
  const absolute = (path: string) => join(root, path);
  return {
    read(path) {
      if (!existsSync(absolute(path))) return { fault: 'missing', why: `${path} is missing.` };
      return new SourceFile(path, readFileSync(absolute(path), 'utf8'));
    },
    list: (path) =>
      readdirSync(absolute(path), { withFileTypes: true })
        .map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? ('directory' as const) : ('file' as const) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    kindOf(path) {
      if (!existsSync(absolute(path))) return 'missing';
      return statSync(absolute(path)).isDirectory() ? 'directory' : 'file';
    },
  };
}

/** Files that exist in memory only. */
export function memoryFiles(texts: Readonly<Record<string, string>>): FileTree {
  const paths = Object.keys(texts);
  return {
    read(path) {
      const text = texts[path];
      return text === undefined ? { fault: 'missing', why: `${path} is missing.` } : new SourceFile(path, text);
    },
    list: () => [],
    kindOf(path) {
      if (path in texts) return 'file';
      return paths.some((each) => each.startsWith(`${path}/`)) ? 'directory' : 'missing';
    },
  };
}

/** The paths of the Python files under a directory, sorted. */
export function pythonFilesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort();
}
