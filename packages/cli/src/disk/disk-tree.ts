import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type DirectoryEntry, type FileFault, type FileTree, SourceFile } from '@canonical-schema/schema';
import { decodeText } from './decode-text';
import { errorCode } from './error-code';
import { isIgnoredDirectory } from './ignored-directories';

/** No schema or module that a person wrote comes near this; a dump with data may pass it. */
const largestBytes = 64 * 1024 * 1024;

/** Names differ only by case from files that exist there: asking for them must answer "missing", as on Linux. */
const foldsCase = process.platform === 'darwin' || process.platform === 'win32';

interface Seen {
  /** Changes whenever the file does. */
  readonly version: string;
  readonly answer: SourceFile | FileFault;
}

/** The files of a workspace, on the disk or as a commit has them, addressed as the host addresses them. */
export type WorkspaceTree = FileTree & Pick<DiskTree, 'root' | 'pathOf' | 'realPathOf'>;

/**
 * The files under a root, and by absolute path those outside. It lives as long as its process: a file that did not
 * change is read once, and every path that was read is recorded.
 */
export class DiskTree implements FileTree {
  private readonly seen = new Map<string, Seen>();
  private readonly requested = new Set<string>();

  /** `root` is absolute, in the platform's own form. */
  constructor(readonly root: string) {}

  /** Every path that was read so far, found or not, sorted. */
  get opened(): readonly string[] {
    return [...this.requested].sort();
  }

  /** How many files' texts or faults are held. */
  get held(): number {
    return this.seen.size;
  }

  /** Lets go of a file that is gone. One that is asked for all the same is read. */
  forget(path: string): void {
    this.seen.delete(this.pathOf(path));
  }

  read(path: string): SourceFile | FileFault {
    const asked = this.pathOf(path);
    this.requested.add(asked);
    const stats = this.statsOf(asked);
    if ('fault' in stats) return stats;
    const version = `${stats.ino}:${stats.size}:${stats.mtimeMs}`;
    const known = this.seen.get(asked);
    if (known?.version === version) return known.answer;
    const answer = this.readNow(asked, stats);
    this.seen.set(asked, { version, answer });
    return answer;
  }

  list(directory: string): readonly DirectoryEntry[] {
    const absolute = this.absolute(directory);
    let entries: Dirent[];
    try {
      entries = readdirSync(absolute, { withFileTypes: true });
    } catch {
      return [];
    }
    const listed = entries.flatMap((entry) => {
      const kind = kindOfEntry(absolute, entry);
      return kind === null || (kind === 'directory' && isIgnoredDirectory(absolute, entry.name))
        ? []
        : [{ name: entry.name, kind }];
    });
    return listed.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kindOf(path: string): 'file' | 'directory' | 'missing' {
    const stats = this.statsOf(this.pathOf(path));
    if ('fault' in stats) return 'missing';
    if (stats.isDirectory()) return 'directory';
    return stats.isFile() ? 'file' : 'missing';
  }

  /** The path with its links followed, in this tree's form; the path itself where nothing is there. */
  realPathOf(path: string): string {
    try {
      return this.pathOf(realpathSync.native(this.absolute(path)));
    } catch {
      return this.pathOf(path);
    }
  }

  /** The path in this tree's form: relative to the root, absolute outside it, POSIX. */
  pathOf(path: string): string {
    const within = relative(this.root, this.absolute(path));
    if (within === '') return '.';
    const outside = within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within);
    return (outside ? this.absolute(path) : within).split(sep).join('/');
  }

  private absolute(path: string): string {
    return resolve(this.root, path);
  }

  private statsOf(path: string): Stats | FileFault {
    const absolute = this.absolute(path);
    try {
      if (foldsCase && realpathSync.native(absolute) !== realpathSync(absolute)) return missing(path);
      // Most paths that are asked for are not there: an exception for each would take more time than the disk.
      return statSync(absolute, { throwIfNoEntry: false }) ?? missing(path);
    } catch (error) {
      return faultOf(path, error);
    }
  }

  private readNow(path: string, stats: Stats): SourceFile | FileFault {
    if (stats.isDirectory()) return { fault: 'not-a-file', why: `"${path}" is a directory, where a file is wanted.` };
    if (!stats.isFile()) return { fault: 'not-a-file', why: `"${path}" is not a regular file.` };
    if (stats.size > largestBytes) return { fault: 'not-text', why: `"${path}" is larger than 64 MB.` };
    try {
      const decoded = decodeText(readFileSync(this.absolute(path)));
      return 'text' in decoded
        ? new SourceFile(path, decoded.text)
        : { fault: 'not-text', why: `"${path}" ${decoded.why}.` };
    } catch (error) {
      return faultOf(path, error);
    }
  }
}

function missing(path: string): FileFault {
  return { fault: 'missing', why: `"${path}" does not exist.` };
}

const faults: Readonly<Record<string, (path: string) => FileFault>> = {
  ENOENT: missing,
  ENOTDIR: missing,
  EACCES: (path) => ({ fault: 'unreadable', why: `"${path}" may not be read: permission denied.` }),
  EPERM: (path) => ({ fault: 'unreadable', why: `"${path}" may not be read: permission denied.` }),
  ELOOP: (path) => ({ fault: 'unreadable', why: `"${path}" is a symbolic link that leads back to itself.` }),
  EISDIR: (path) => ({ fault: 'not-a-file', why: `"${path}" is a directory, where a file is wanted.` }),
};

function faultOf(path: string, error: unknown): FileFault {
  const code = errorCode(error);
  return faults[code]?.(path) ?? { fault: 'unreadable', why: `"${path}" could not be read (${code}).` };
}

function kindOfEntry(parent: string, entry: Dirent): DirectoryEntry['kind'] | null {
  if (entry.isDirectory()) return 'directory';
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? kindOfLink(parent, entry.name) : null;
}

/** A link to a directory that the path itself came through would be listed for ever: it is left out. */
function kindOfLink(parent: string, name: string): DirectoryEntry['kind'] | null {
  try {
    const target = realpathSync(join(parent, name));
    const stats = statSync(target);
    if (stats.isFile()) return 'file';
    return stats.isDirectory() && !cameThrough(parent, target) ? 'directory' : null;
  } catch {
    return null;
  }
}

function cameThrough(path: string, target: string): boolean {
  for (let at = path; ; at = resolve(at, '..')) {
    if (realpathSync(at) === target) return true;
    if (at === resolve(at, '..')) return false;
  }
}
