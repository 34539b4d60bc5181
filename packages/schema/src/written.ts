import type { Change } from './change';
import type { TableRef } from './model/table';
import type { FileEdit } from './text/file-edit';
import type { Place } from './text/place';

/** What a writer came to. Where anything is refused nothing of the whole change is written. */
export interface Written {
  /** One entry per file. */
  readonly edits: readonly FileEdit[];
  readonly refused: readonly Refused[];
}

/** A change that a writer cannot make in its source. */
export interface Refused {
  /** Null where it is not about one change: a file that does not parse. */
  readonly change: Change | null;
  /** The fact, as a whole sentence: `class Stock is made by a decorator.` */
  readonly why: string;
  /** What a person does by hand instead, as a whole sentence. */
  readonly remedy: string;
  /** Where it stands; null where there is no such place yet. */
  readonly place: Place | null;
  /** The column whose rows lack a value that only a person knows, where that is all that is in the way. */
  readonly unfilled?: UnfilledColumn;
}

/** A column that may not be NULL, of a table that may have rows. */
export interface UnfilledColumn {
  readonly table: TableRef;
  readonly column: string;
  /** Is the column new? Then every row needs a value; else those that are NULL. */
  readonly isNew: boolean;
}

/** Nothing to write. */
export const nothingWritten: Written = { edits: [], refused: [] };
