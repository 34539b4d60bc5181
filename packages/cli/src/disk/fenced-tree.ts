import { type FileFault, type FileTree, isFileFault } from '@canonical-schema/schema';
import type { WorkspaceTree } from './disk-tree';

/** Which files a verdict may depend on. A build system hashes exactly these, so no others may be opened. */
export interface Coverage {
  /** Directories, relative to the root, whose `.py` files at any depth are covered; "." is the root. */
  readonly pythonRoots: readonly string[];
  /** Directories whose lock and requirement files may decide versions; see `versionFiles`. */
  readonly versionDirectories: readonly string[];
  /** Directories whose contents are covered as a whole: installed packages, hashed by name and version. */
  readonly installed: readonly string[];
}

/** Files that may say which versions are installed, seen from a version directory; at most one `*` in each. */
export const versionFiles: readonly string[] = [
  ...[
    'pyproject.toml',
    'uv.lock',
    'poetry.lock',
    'pdm.lock',
    'Pipfile',
    'Pipfile.lock',
    'setup.cfg',
    'setup.py',
    'pylock*.toml',
  ],
  ...['requirements*.txt', 'requirements*.in', 'requirements/*.txt', 'requirements/*.in', 'constraints*.txt'],
];

/** A part of the disk, and what of it could not be read. */
export interface FencedTree extends FileTree {
  /** Covered files that were asked for, are there, and have no text: no reader may pass over them in silence. */
  readonly faults: ReadonlyMap<string, FileFault>;
  /** Python files that were asked for, are there, and lie outside: naming their directory would let them be read. */
  readonly hidden: ReadonlySet<string>;
  /** Every covered path that was read and has a text. */
  readonly opened: ReadonlySet<string>;
}

/** The tree without the files that no input covers. A link counts as the file that it leads to. */
export function fencedTree(disk: WorkspaceTree, coverage: Coverage): FencedTree {
  const installed = coverage.installed.flatMap((directory) => [disk.pathOf(directory), disk.realPathOf(directory)]);
  const covers = (path: string) => isCovered(path, { ...coverage, installed });
  const faults = new Map<string, FileFault>();
  const hidden = new Set<string>();
  const opened = new Set<string>();
  return {
    faults,
    hidden,
    opened,
    read(path) {
      const asked = disk.pathOf(path);
      if (!covers(asked)) return { fault: 'missing', why: outside(asked) };
      const real = disk.realPathOf(asked);
      if (!covers(real)) return { fault: 'missing', why: `"${asked}" leads to "${real}". ${outside(real)}` };
      const answer = disk.read(asked);
      if (!isFileFault(answer)) opened.add(asked);
      else if (answer.fault !== 'missing') faults.set(asked, answer);
      return answer;
    },
    list: (directory) => disk.list(directory),
    kindOf(path) {
      const kind = disk.kindOf(path);
      if (kind !== 'file' || covers(disk.realPathOf(path))) return kind;
      if (path.endsWith('.py')) hidden.add(disk.pathOf(path));
      return 'missing';
    },
  };
}

function outside(path: string): string {
  return `"${path}" is outside the directories that are read; name its directory in "include".`;
}

/** May a reading with this coverage open the file? */
export function isCovered(path: string, coverage: Coverage): boolean {
  if (coverage.installed.some((directory) => isUnder(path, directory))) return true;
  if (path.endsWith('.py')) return coverage.pythonRoots.some((root) => isUnder(path, root));
  return isVersionFile(path, coverage);
}

function isVersionFile(path: string, coverage: Coverage): boolean {
  return coverage.versionDirectories.some((directory) => {
    const name = directory === '.' ? path : path.slice(directory.length + 1);
    return isUnder(path, directory) && versionFiles.some((pattern) => matches(name, pattern));
  });
}

function matches(name: string, pattern: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return name === pattern;
  return name.startsWith(start) && name.endsWith(end) && !name.slice(start.length).includes('/');
}

/** Does the path lie in the directory? "." holds everything that is not outside the root. */
export function isUnder(path: string, directory: string): boolean {
  if (directory === '.') return !path.startsWith('/') && !/^[A-Za-z]:/.test(path);
  return path === directory || path.startsWith(`${directory}/`);
}
