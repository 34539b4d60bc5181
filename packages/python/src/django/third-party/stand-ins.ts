import { type FileTree, SourceFile } from '@canonical-schema/schema';
import type { StandIns } from '../../syntax/resolution';
import { knownLibraries, workAtRunTime } from './known-libraries';

/** A directory that no disk has. */
const directory = '(known libraries)';

/** Text that stands for libraries that are not installed. */
export const standIns: StandIns = { directory, preferred: workAtRunTime };

const texts = new Map<string, SourceFile>();

/** The same object whenever it is asked for, as for any file that does not change. */
function textOf(path: string): SourceFile | null {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const text = knownLibraries[path.slice(directory.length + 1)];
  if (text === undefined) return null;
  const file = new SourceFile(path, text);
  texts.set(path, file);
  return file;
}

/** A file tree with the known libraries beside what it has. */
export function withKnownLibraries(files: FileTree): FileTree {
  return {
    kindOf: (path) => (isOurs(path) ? kindOf(path) : files.kindOf(path)),
    read: (path) => (isOurs(path) ? textOf(path) : null) ?? files.read(path),
    list: (path) => (isOurs(path) ? [] : files.list(path)),
  };
}

/** Does a path lead to text that stands for a library? Nobody can open it. */
export function isOurs(path: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}

const directories: ReadonlySet<string> = new Set(Object.keys(knownLibraries).flatMap(parents));

function parents(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function kindOf(path: string): 'file' | 'directory' | 'missing' {
  const inside = path.slice(directory.length + 1);
  if (Object.hasOwn(knownLibraries, inside)) return 'file';
  return inside === '' || directories.has(inside) ? 'directory' : 'missing';
}
