import { type DirectoryEntry, type FileFault, type FileTree, isFileFault } from '../file-tree';
import type { FileEdit } from './file-edit';
import { SourceFile } from './source-file';
import { applyEdits } from './text-edit';

/** A file that differs from the tree below: its text before, null where it was not there, and its text now. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A tree with edits that nobody has written yet: readers and writers see the files as they would be. */
export class EditedTree implements FileTree {
  private constructor(
    private readonly below: FileTree,
    private readonly texts: ReadonlyMap<string, SourceFile | null>,
  ) {}

  /** The files of a tree, as they are. */
  static over(files: FileTree): EditedTree {
    return new EditedTree(files, new Map());
  }

  /**
   * This tree with more edits made; spans are of the texts that this tree has. Throws where a file to edit has no text,
   * a file to create is there, or two edits overlap: a writer that read the file knows better.
   */
  with(edits: readonly FileEdit[]): EditedTree {
    const texts = new Map(this.texts);
    for (const edit of edits) texts.set(edit.path, this.edited(edit));
    return new EditedTree(this.below, texts);
  }

  /** What would have to be written, sorted by path; a text that came out as it was is not among them. */
  changed(): ChangedFile[] {
    const changed: ChangedFile[] = [];
    for (const [path, file] of this.texts) {
      const below = this.below.read(path);
      const before = isFileFault(below) ? null : below.text;
      const after = file?.text ?? null;
      if (before !== after) changed.push({ path, before, after });
    }
    return changed.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  read(path: string): SourceFile | FileFault {
    const file = this.texts.get(path);
    if (file === undefined) return this.below.read(path);
    return file ?? { fault: 'missing', why: `"${path}" does not exist.` };
  }

  list(directory: string): readonly DirectoryEntry[] {
    const entries = new Map(this.below.list(directory).map((entry) => [entry.name, entry]));
    const prefix = directory === '.' || directory === '' ? '' : `${directory}/`;
    for (const [path, file] of this.texts) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      if (rest.length > 0 && file !== null) entries.set(name, { name, kind: 'directory' });
      else if (rest.length === 0 && file !== null) entries.set(name, { name, kind: 'file' });
      else if (rest.length === 0) entries.delete(name);
    }
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kindOf(path: string): 'file' | 'directory' | 'missing' {
    const file = this.texts.get(path);
    if (file !== undefined) return file === null ? 'missing' : 'file';
    const below = this.below.kindOf(path);
    if (below !== 'missing') return below;
    const isInside = [...this.texts].some(([name, text]) => text !== null && name.startsWith(`${path}/`));
    return isInside ? 'directory' : 'missing';
  }

  private edited(edit: FileEdit): SourceFile | null {
    const file = this.read(edit.path);
    if (edit.kind === 'create') {
      if (!isFileFault(file)) throw new Error(`"${edit.path}" is there already.`);
      return new SourceFile(edit.path, edit.text);
    }
    if (isFileFault(file)) throw new Error(`"${edit.path}" cannot be edited: ${file.why}`);
    return edit.kind === 'delete' ? null : new SourceFile(edit.path, applyEdits(file.text, edit.edits));
  }
}
