import type { SourceFile } from './text/source-file';

/**
 * The files a reader may ask for: the port between the pure packages and the disk. Paths are POSIX, relative to the
 * host's root; a path outside it (an installed package) is absolute. Nothing here throws for what a disk can hold.
 */
export interface FileTree {
  /** The text of a file, read at most once per content; or why it has none. */
  read(path: string): SourceFile | FileFault;
  /** The entries of a directory, sorted by name; empty where it is missing. Symbolic link loops are cut by the host. */
  list(directory: string): readonly DirectoryEntry[];
  kindOf(path: string): 'file' | 'directory' | 'missing';
}

/** Why a file has no text: missing, a directory, no permission, binary, not UTF-8, too large. A whole sentence. */
export interface FileFault {
  readonly fault: 'missing' | 'not-a-file' | 'unreadable' | 'not-text';
  readonly why: string;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** Did reading the file fail? */
export function isFileFault(answer: SourceFile | FileFault): answer is FileFault {
  return 'fault' in answer;
}
