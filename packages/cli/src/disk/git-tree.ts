import { join } from 'node:path';
import { type DirectoryEntry, type FileFault, SourceFile } from '@canonical-schema/schema';
import { decodeText } from './decode-text';
import type { DiskTree, WorkspaceTree } from './disk-tree';
import { gitAnswer } from './git';
import { isIgnoredDirectory } from './ignored-directories';

/**
 * The files of a workspace as a commit has them. What lies outside the workspace (installed packages) is the disk's.
 * The commit's listing is read once; the texts of all files of one ending at once, when the first of them is asked for.
 */
export class GitTree implements WorkspaceTree {
  private readonly texts = new Map<string, SourceFile | FileFault>();
  private readonly loaded = new Set<string>();
  private listed: Listing | undefined;

  constructor(
    private readonly disk: DiskTree,
    private readonly commit: string,
  ) {}

  get root(): string {
    return this.disk.root;
  }

  read(path: string): SourceFile | FileFault {
    const asked = this.disk.pathOf(path);
    if (isOutside(asked)) return this.disk.read(asked);
    if (!this.listing.blobs.has(asked)) return { fault: 'missing', why: `"${asked}" does not exist.` };
    this.load(endingOf(asked));
    return this.texts.get(asked) ?? { fault: 'unreadable', why: `"${asked}" could not be read from git.` };
  }

  list(directory: string): readonly DirectoryEntry[] {
    const asked = this.disk.pathOf(directory);
    if (isOutside(asked)) return this.disk.list(asked);
    const entries = [...(this.listing.directories.get(asked) ?? [])];
    // As on the disk, and by what is there now: a copy of the sources is none of them at either time.
    const isSource = ([name, kind]: (typeof entries)[number]) =>
      kind === 'file' || !isIgnoredDirectory(join(this.root, asked), name);
    const listed = entries.filter(isSource).map(([name, kind]) => ({ name, kind }));
    return listed.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kindOf(path: string): 'file' | 'directory' | 'missing' {
    const asked = this.disk.pathOf(path);
    if (isOutside(asked)) return this.disk.kindOf(asked);
    if (this.listing.blobs.has(asked)) return 'file';
    return this.listing.directories.has(asked) ? 'directory' : 'missing';
  }

  /** A commit's links are not followed: a path in it is the real one. */
  realPathOf(path: string): string {
    const asked = this.disk.pathOf(path);
    return isOutside(asked) ? this.disk.realPathOf(asked) : asked;
  }

  pathOf(path: string): string {
    return this.disk.pathOf(path);
  }

  private get listing(): Listing {
    this.listed ??= listingOf(this.root, this.commit);
    return this.listed;
  }

  private load(ending: string): void {
    if (this.loaded.has(ending)) return;
    this.loaded.add(ending);
    const wanted = [...this.listing.blobs].filter(([path]) => endingOf(path) === ending);
    const bodies = blobBodies(
      this.root,
      wanted.map(([, blob]) => blob),
    );
    for (const [at, [path]] of wanted.entries()) {
      const body = bodies[at];
      if (body !== undefined) this.texts.set(path, textOf(path, body));
    }
  }
}

interface Listing {
  /** Regular files by path, each with its blob's name. */
  readonly blobs: ReadonlyMap<string, string>;
  readonly directories: ReadonlyMap<string, ReadonlyMap<string, DirectoryEntry['kind']>>;
}

function listingOf(root: string, commit: string): Listing {
  const blobs = new Map<string, string>();
  const directories = new Map<string, Map<string, DirectoryEntry['kind']>>([['.', new Map()]]);
  const answer = gitAnswer(root, ['ls-tree', '-r', '-z', commit])?.toString('utf8') ?? '';
  for (const line of answer.split('\0')) {
    const [, mode, blob, path] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || blob === undefined || path === undefined || mode === '120000') continue;
    blobs.set(path, blob);
    enter(path, directories);
  }
  return { blobs, directories };
}

/** Enters a file into its directory, and each directory into the one above. */
function enter(path: string, directories: Map<string, Map<string, DirectoryEntry['kind']>>): void {
  let [at, kind]: [string, DirectoryEntry['kind']] = [path, 'file'];
  while (at !== '.') {
    const cut = at.lastIndexOf('/');
    const parent = cut < 0 ? '.' : at.slice(0, cut);
    const known = directories.get(parent);
    const entries = known ?? new Map<string, DirectoryEntry['kind']>();
    entries.set(at.slice(cut + 1), kind);
    directories.set(parent, entries);
    if (known !== undefined) return;
    [at, kind] = [parent, 'directory'];
  }
}

/** The contents of blobs in their order, by one process. Follows the format that `git cat-file --batch` documents. */
function blobBodies(root: string, blobs: readonly string[]): readonly Buffer[] {
  const answer = blobs.length === 0 ? null : gitAnswer(root, ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
  const bodies: Buffer[] = [];
  for (let at = 0; answer !== null && at < answer.length; ) {
    const end = answer.indexOf(10, at);
    const size = Number(answer.toString('latin1', at, end).split(' ')[2]);
    if (end < 0 || !Number.isInteger(size)) break;
    bodies.push(answer.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return bodies;
}

function textOf(path: string, bytes: Buffer): SourceFile | FileFault {
  const decoded = decodeText(bytes);
  if ('text' in decoded) return new SourceFile(path, decoded.text);
  return { fault: 'not-text', why: `"${path}" ${decoded.why}.` };
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function isOutside(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:/.test(path) || path === '..' || path.startsWith('../');
}
