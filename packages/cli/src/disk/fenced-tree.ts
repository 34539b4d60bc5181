import { type FileTree, isFileFault } from '@canonical-schema/schema';
import type { DiskTree } from './disk-tree';

/** Which files a verdict may depend on. A build system hashes exactly these, so no others may be opened. */
export interface Coverage {
  /** Directories, relative to the root, whose `.py` files at any depth are covered; "." is the root. */
  readonly pythonRoots: readonly string[];
  /** Files that decide versions: their names, in any directory of `versionDirectories`. */
  readonly versionFiles: readonly string[];
  readonly versionDirectories: readonly string[];
  /** Directories whose contents are covered as a whole: installed packages, hashed by name and version. */
  readonly installed: readonly string[];
}

/** The tree without the files that no input covers. A link counts as the file that it leads to. */
export function fencedTree(disk: DiskTree, coverage: Coverage): FileTree {
  const covers = (path: string) => isCovered(path, coverage);
  return {
    read(path) {
      const asked = disk.pathOf(path);
      if (!covers(asked)) return { fault: 'missing', why: outside(asked) };
      const real = disk.realPathOf(asked);
      if (!covers(real)) return { fault: 'missing', why: `"${asked}" leads to "${real}". ${outside(real)}` };
      return disk.read(asked);
    },
    list: (directory) => disk.list(directory),
    kindOf(path) {
      const kind = disk.kindOf(path);
      return kind === 'file' && isFileFault(this.read(path)) && !covers(disk.pathOf(path)) ? 'missing' : kind;
    },
  };
}

function outside(path: string): string {
  return `"${path}" is outside the directories that are read; name its directory in "include".`;
}

function isCovered(path: string, coverage: Coverage): boolean {
  if (coverage.installed.some((directory) => isUnder(path, directory))) return true;
  if (path.endsWith('.py')) return coverage.pythonRoots.some((root) => isUnder(path, root));
  return isVersionFile(path, coverage);
}

function isVersionFile(path: string, coverage: Coverage): boolean {
  const cut = path.lastIndexOf('/');
  const directory = cut < 0 ? '.' : path.slice(0, cut);
  return coverage.versionFiles.includes(path.slice(cut + 1)) && coverage.versionDirectories.includes(directory);
}

/** Does the path lie in the directory? "." holds everything that is not outside the root. */
export function isUnder(path: string, directory: string): boolean {
  if (directory === '.') return !path.startsWith('/') && !/^[A-Za-z]:/.test(path);
  return path === directory || path.startsWith(`${directory}/`);
}
