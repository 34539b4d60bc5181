import type { FileTree, Place, Schema, Table } from '@canonical-schema/schema';
import type { FileDraft } from '../../../edits/file-draft';
import type { LoadedModels } from '../../loaded-models';
import type { CallCode } from './python-code';

/** What writing fields asks of the project, for all tables at once. */
export interface FieldWriting {
  /** The project, loaded from `files`. */
  readonly loaded: LoadedModels;
  readonly files: FileTree;
  /** What the models shall agree with. */
  readonly canonical: Schema;
  /** Models that are written in the same go, as foreign keys may point to them. */
  readonly newModels: readonly NewModel[];
  /** The one draft of a file that gathers what everybody wants of it; null for a file that has no text. */
  draft(path: string): FileDraft | null;
}

/** A model that is not in the project yet. */
export interface NewModel {
  readonly app: string;
  /** The class's name. */
  readonly name: string;
  readonly table: Table;
}

/** Where a field is to stand. */
export interface FieldHome {
  readonly app: string;
  /** The class's name. */
  readonly model: string;
  /** The file; it need not be there yet. */
  readonly path: string;
  /** The offset in the file's text: classes that end before it can be named, others only by a text. */
  readonly offset: number;
}

/** A field to be written: `name = code`. */
export interface DeclaredField {
  readonly name: string;
  readonly code: CallCode;
  /** The column that it makes; null for a composite key. */
  readonly column: string | null;
}

/** The fields of one table. */
export interface DeclaredFields {
  /** In the order of the table's columns; without the `id` that Django makes by itself. */
  readonly fields: readonly DeclaredField[];
  /** The name of the field of each column, the implicit `id` among them: what Meta calls them by. */
  readonly names: ReadonlyMap<string, string>;
  /**
   * The table's uniques, foreign keys, checks and indexes that these fields bring with them, by identity: Meta is to have
   * the others. The primary key is always among them.
   */
  readonly covered: ReadonlySet<object>;
  /** Why columns, keys or foreign keys cannot be fields of Django's; nothing is to be written then. */
  readonly problems: readonly FieldProblem[];
}

/** Something that no field of Django's says. Both are whole sentences. */
export interface FieldProblem {
  readonly why: string;
  readonly remedy: string;
}

/** Something that a person should look at, though the change is made. */
export interface WritingNote {
  readonly message: string;
  readonly place: Place;
}
