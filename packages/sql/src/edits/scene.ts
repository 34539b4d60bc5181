import type { Schema, TextEdit } from '@canonical-schema/schema';
import type { Surroundings } from '../ddl/table-constraints';
import type { FileStyle } from './file-style';
import type { Impossible } from './outcome';
import type { Standing } from './standing';

/** What is known when a change is made inside the statements of the file. */
export interface Scene<S extends Standing> {
  readonly standing: S;
  /** The schema after the change. */
  readonly wanted: Schema;
  readonly style: FileStyle;
  readonly around: Surroundings;
}

/** Edits, or why there are none. */
export type Edits = readonly TextEdit[] | Impossible;
