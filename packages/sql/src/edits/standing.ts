import type { Schema, SourceFile } from '@canonical-schema/schema';

/** The file as it stands between two steps of an edit. */
export interface Standing {
  readonly file: SourceFile;
  /** With what a reading leaves out: the sequences that columns own. */
  readonly catalog: Schema;
  /** As a reading has it. */
  readonly schema: Schema;
  /** How much could not be read, or has no effect. */
  readonly faults: number;
}

/** What a second run of the file over the database that the first one made comes to. */
export interface SecondRun {
  readonly schema: Schema;
  /** How many statements fail. */
  readonly failures: number;
}
