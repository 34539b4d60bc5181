import { type DirectoryEntry, type FileFault, isFileFault, type SourceFile } from '@canonical-schema/schema';
import type { WorkspaceTree } from '../disk/disk-tree';

/**
 * The disk of a process that hears of every change: an answer stands until something is heard. What is not listened to,
 * such as installed packages, is asked of the disk each time.
 */
export class HeardTree implements WorkspaceTree {
  private readonly texts = new Map<string, SourceFile | FileFault>();
  private readonly lists = new Map<string, readonly DirectoryEntry[]>();
  private readonly kinds = new Map<string, 'file' | 'directory' | 'missing'>();
  private readonly reals = new Map<string, string>();
  private readonly forms = new Map<string, string>();
  private isHeard: (path: string) => boolean = () => false;

  constructor(private readonly below: WorkspaceTree) {}

  get root(): string {
    return this.below.root;
  }

  /** Which paths are listened to from now on, in this tree's form. What was known before may have changed unheard. */
  listen(isHeard: (path: string) => boolean): void {
    const known = new Map<string, boolean>();
    this.forgetAll();
    this.isHeard = (path) => {
      const answer = known.get(path) ?? isHeard(path);
      known.set(path, answer);
      return answer;
    };
  }

  /** A file has another text, or is a link that leads elsewhere. */
  forget(path: string): void {
    for (const all of [this.texts, this.kinds, this.reals]) all.delete(path);
  }

  /** Files or directories came or went. */
  forgetAll(): void {
    for (const all of [this.texts, this.lists, this.kinds, this.reals, this.forms]) all.clear();
  }

  /** Does the disk say the same of a file as what is taken for its text? `unknown` where nothing is taken for it. */
  stateOf(path: string): 'current' | 'outdated' | 'unknown' {
    const known = this.texts.get(this.pathOf(path));
    if (known === undefined) return 'unknown';
    const now = this.readNow(path);
    const isSame = known === now || (isFileFault(known) && isFileFault(now) && known.why === now.why);
    return isSame ? 'current' : 'outdated';
  }

  /** What the disk says of a file at this moment, which is not kept. */
  readNow(path: string): SourceFile | FileFault {
    return this.below.read(this.pathOf(path));
  }

  read(path: string): SourceFile | FileFault {
    return this.answer(this.texts, path, (asked) => this.below.read(asked));
  }

  list(directory: string): readonly DirectoryEntry[] {
    return this.answer(this.lists, directory, (asked) => this.below.list(asked));
  }

  kindOf(path: string): 'file' | 'directory' | 'missing' {
    return this.answer(this.kinds, path, (asked) => this.below.kindOf(asked));
  }

  realPathOf(path: string): string {
    return this.answer(this.reals, path, (asked) => this.below.realPathOf(asked));
  }

  /** A path's form depends on no file. */
  pathOf(path: string): string {
    const known = this.forms.get(path);
    if (known !== undefined) return known;
    const form = this.below.pathOf(path);
    this.forms.set(path, form);
    return form;
  }

  private answer<T>(known: Map<string, T>, path: string, ask: (path: string) => T): T {
    const asked = this.pathOf(path);
    const before = known.get(asked);
    if (before !== undefined) return before;
    const answer = ask(asked);
    if (this.isHeard(asked)) known.set(asked, answer);
    return answer;
  }
}
