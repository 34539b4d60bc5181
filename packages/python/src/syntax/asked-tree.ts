import {
  type DirectoryEntry,
  type FileFault,
  type FileTree,
  isFileFault,
  type SourceFile,
} from '@canonical-schema/schema';

/**
 * A tree that remembers what it was asked, in front of whichever tree is there at the moment. Who keeps what he made of
 * its answers can ask whether these are still the same.
 */
export class AskedTree implements FileTree {
  private readonly reads = new Map<string, SourceFile | FileFault>();
  private readonly lists = new Map<string, readonly DirectoryEntry[]>();
  private readonly kinds = new Map<string, 'file' | 'directory' | 'missing'>();

  /** How much the first reading asked; null until it is made. */
  private asked: number | null = null;

  constructor(private current: FileTree) {}

  private get size(): number {
    return this.reads.size + this.lists.size + this.kinds.size;
  }

  /** The same tree for who looks by himself after the files that he reads: they may change. */
  readonly unread: FileTree = {
    read: (path) => this.current.read(path),
    list: (directory) => this.list(directory),
    kindOf: (path) => this.kindOf(path),
  };

  read(path: string): SourceFile | FileFault {
    const answer = this.current.read(path);
    this.reads.set(path, answer);
    return answer;
  }

  list(directory: string): readonly DirectoryEntry[] {
    const known = this.lists.get(directory);
    if (known !== undefined) return known;
    const answer = this.current.list(directory);
    this.lists.set(directory, answer);
    return answer;
  }

  kindOf(path: string): 'file' | 'directory' | 'missing' {
    const known = this.kinds.get(path);
    if (known !== undefined) return known;
    const answer = this.current.kindOf(path);
    this.kinds.set(path, answer);
    return answer;
  }

  /** Was much asked since the first reading? Every name that is typed into an import is looked for, and would be for ever. */
  get isOvergrown(): boolean {
    return this.asked !== null && this.size > this.asked + mostAskedLater;
  }

  /** Does another tree give the same answers to all that was asked? */
  isAnsweredBy(tree: FileTree): boolean {
    for (const [path, answer] of this.kinds) if (tree.kindOf(path) !== answer) return false;
    for (const [path, answer] of this.lists) if (!isSameListing(tree.list(path), answer)) return false;
    for (const [path, answer] of this.reads) if (!isSameText(tree.read(path), answer)) return false;
    return true;
  }

  /** Asks another tree from now on; what was read counts as read from that one. */
  renew(tree: FileTree): void {
    this.asked ??= this.size;
    this.current = tree;
    for (const path of this.reads.keys()) tree.read(path);
  }
}

const mostAskedLater = 5000;

function isSameText(now: SourceFile | FileFault, before: SourceFile | FileFault): boolean {
  if (isFileFault(now)) return isFileFault(before) && now.fault === before.fault && now.why === before.why;
  return now === before;
}

function isSameListing(now: readonly DirectoryEntry[], before: readonly DirectoryEntry[]): boolean {
  if (now === before) return true;
  return now.length === before.length && now.every((entry, at) => isSameEntry(entry, before[at]));
}

function isSameEntry(now: DirectoryEntry, before: DirectoryEntry | undefined): boolean {
  return now.name === before?.name && now.kind === before.kind;
}
