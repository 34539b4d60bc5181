import type { Change, Written } from '@canonical-schema/schema';
import type { FieldWriting, WritingNote } from './field-writing';

/** What came of the changes that are about fields. */
export interface FieldsWritten extends Written {
  /**
   * The changes that these edits make, or that are refused. Those of others (`add-table`, indexes, composite uniques,
   * checks, comments of tables) are the rest, and made afterwards over a project that is loaded anew: a field that is
   * dropped takes its entries of Meta along, so that their `drop-index` and `drop-constraint` are taken too; a field
   * that is added brings its single-column unique, foreign key and `>= 0` check, which are taken too.
   */
  readonly taken: ReadonlySet<Change>;
  readonly notes: readonly WritingNote[];
}

/** Makes the changes that are about fields of models that exist, of all tables at once: one entry per file. */
export function writeFields(_changes: readonly Change[], _writing: FieldWriting): FieldsWritten {
  return { edits: [], refused: [], taken: new Set(), notes: [] };
}
