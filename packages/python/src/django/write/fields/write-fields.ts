import type { Change, Refused, TableRef } from '@canonical-schema/schema';
import type { FieldWriting, WritingNote } from './field-writing';

/** What came of the changes that are about fields; the edits are in the drafts. */
export interface FieldsWritten {
  readonly refused: readonly Refused[];
  /**
   * The changes that these edits make, or that are refused. Those of others (`add-table`, indexes, composite uniques,
   * checks, comments of tables) are the rest: a field that is dropped takes its entries of Meta along, so that their
   * `drop-index` and `drop-constraint` are taken too; a field that is added brings its single-column unique, foreign
   * key and `>= 0` check, which are taken too.
   */
  readonly taken: ReadonlySet<Change>;
  readonly notes: readonly WritingNote[];
  /** The name of a column's field after these edits; null where the table has no such column, or no model. */
  fieldOf(table: TableRef, column: string): string | null;
}

/** Makes the changes that are about fields of models that exist, of all tables at once, in the drafts of their files. */
export function writeFields(_changes: readonly Change[], _writing: FieldWriting): FieldsWritten {
  return { refused: [], taken: new Set(), notes: [], fieldOf: () => null };
}
