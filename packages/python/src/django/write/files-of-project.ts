import { type FileEdit, type FileTree, isFileFault, SourceFile } from '@canonical-schema/schema';
import { FileDraft } from '../../edits/file-draft';
import type { FileStyle } from '../../edits/file-style';
import { type PythonFile, pythonFile } from '../../edits/python-file';
import type { PythonProgram } from '../../syntax/program';

/** The drafts of all files that one writing touches, each made when first asked for. */
export class FileDrafts {
  private readonly drafts = new Map<string, FileDraft>();
  private readonly created = new Map<string, FileDraft>();

  constructor(
    private readonly files: FileTree,
    private readonly program: PythonProgram,
    private readonly isInstalled: (path: string) => boolean,
  ) {}

  /** The draft of a file; null where it has no text, or belongs to an installed package. */
  draft(path: string): FileDraft | null {
    const known = this.drafts.get(path) ?? this.created.get(path);
    if (known !== undefined) return known;
    const source = this.isInstalled(path) ? null : this.files.read(path);
    if (source === null || isFileFault(source)) return null;
    const draft = this.draftOf(pythonFile(source));
    this.drafts.set(path, draft);
    return draft;
  }

  /** The draft of a file that is to be made, in a style that others have. */
  create(path: string, style: FileStyle | null): FileDraft {
    const file = pythonFile(new SourceFile(path, ''));
    const draft = this.draftOf(style === null ? file : { ...file, style });
    this.created.set(path, draft);
    return draft;
  }

  /** The draft of a file that somebody asked for already; null for all others. */
  touched(path: string): FileDraft | null {
    return this.drafts.get(path) ?? null;
  }

  /** One edit per file that changes. */
  edits(): FileEdit[] {
    const changed = [...this.drafts].flatMap(([path, draft]): FileEdit[] => {
      const edits = draft.edits();
      return edits.length === 0 ? [] : [{ kind: 'edit', path, edits }];
    });
    const created = [...this.created].map(([path, draft]): FileEdit => ({ kind: 'create', path, text: draft.text() }));
    return [...changed, ...created].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private draftOf(file: PythonFile): FileDraft {
    const module = this.program.moduleAt(file.source.path);
    return new FileDraft(file, module === null ? null : { name: module.name, isPackage: module.isPackage });
  }
}
