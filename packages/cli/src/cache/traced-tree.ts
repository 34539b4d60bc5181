import { createHash } from 'node:crypto';
import { type DirectoryEntry, type FileFault, isFileFault, type SourceFile } from '@canonical-schema/schema';
import type { WorkspaceTree } from '../disk/disk-tree';

/** One question that was asked of a tree, and the digest of its answer. */
export type TracedQuestion = readonly [of: 'read' | 'list' | 'kindOf' | 'realPathOf', path: string, answer: string];

/** No answer of any tree: digests, kinds, paths and lists are never this. */
const unrepeatable = '\0';

/** A tree that remembers what it was asked: whatever was computed from it can only change when an answer does. */
export class TracedTree implements WorkspaceTree {
  private readonly asked = new Map<string, TracedQuestion>();

  constructor(private readonly below: WorkspaceTree) {}

  /** Every question so far, each once. */
  get trace(): readonly TracedQuestion[] {
    return [...this.asked.values()];
  }

  get root(): string {
    return this.below.root;
  }

  read(path: string): SourceFile | FileFault {
    const answer = this.below.read(path);
    this.note('read', path, () => digestOf(answer));
    return answer;
  }

  list(directory: string): readonly DirectoryEntry[] {
    const entries = this.below.list(directory);
    this.note('list', directory, () => listingOf(entries));
    return entries;
  }

  kindOf(path: string): 'file' | 'directory' | 'missing' {
    const kind = this.below.kindOf(path);
    this.note('kindOf', path, () => kind);
    return kind;
  }

  realPathOf(path: string): string {
    const real = this.below.realPathOf(path);
    this.note('realPathOf', path, () => real);
    return real;
  }

  /** Takes over what another tree of the same files was asked. Where answers differ the files changed meanwhile. */
  absorb(trace: readonly TracedQuestion[]): void {
    for (const question of trace) {
      const [of, path, answer] = question;
      const key = `${of}\0${path}`;
      const known = this.asked.get(key);
      if (known === undefined) this.asked.set(key, question);
      else if (known[2] !== answer) this.asked.set(key, [of, path, unrepeatable]);
    }
  }

  /** No question about the disk: a path's form alone. */
  pathOf(path: string): string {
    return this.below.pathOf(path);
  }

  private note(of: TracedQuestion[0], path: string, answer: () => string): void {
    const key = `${of}\0${path}`;
    if (!this.asked.has(key)) this.asked.set(key, [of, path, answer()]);
  }
}

/** Does the tree give each of these answers still? Asks in the same order, and stops at the first that differs. */
export function answersStill(trace: readonly TracedQuestion[], tree: WorkspaceTree): boolean {
  return trace.every(([of, path, answer]) => answers[of](tree, path) === answer);
}

const answers: Readonly<Record<TracedQuestion[0], (tree: WorkspaceTree, path: string) => string>> = {
  read: (tree, path) => digestOf(tree.read(path)),
  list: (tree, path) => listingOf(tree.list(path)),
  kindOf: (tree, path) => tree.kindOf(path),
  realPathOf: (tree, path) => tree.realPathOf(path),
};

function listingOf(entries: readonly DirectoryEntry[]): string {
  return JSON.stringify(entries.map(({ name, kind }) => [name, kind]));
}

const digests = new WeakMap<SourceFile, string>();

/** A file that did not change is one object, whose text is digested once in a process. */
export function digestOfText(file: SourceFile): string {
  const known = digests.get(file);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(file.text).digest('base64');
  digests.set(file, digest);
  return digest;
}

function digestOf(answer: SourceFile | FileFault): string {
  return isFileFault(answer) ? `${answer.fault}: ${answer.why}` : digestOfText(answer);
}
