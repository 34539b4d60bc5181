import type { Change } from './change';
import type { Code, Severity } from './codes';
import type { Source } from './reading';
import type { Place } from './text/place';
import type { TextEdit } from './text/text-edit';

/** What a finding is about; the members of `contracts/findings.schema.json`. */
export interface Subject {
  readonly kind:
    | 'table'
    | 'column'
    | 'primary-key'
    | 'unique'
    | 'foreign-key'
    | 'check'
    | 'exclusion'
    | 'index'
    | 'enum'
    | 'file'
    | 'statement'
    | 'migration';
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly columns?: readonly string[];
  readonly name?: string | null;
}

/** A place on one side of a finding. */
export interface SourcedPlace {
  readonly source: Source;
  readonly place: Place;
}

/** One misalignment, lint or unread fact. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** Fact, place, remedy, without blame. */
  readonly message: string;
  readonly subject: Subject;
  /** The source that differs from the canonical SQL, or the file's own source for a lint. */
  readonly departs: Source;
  /** The fact as the SQL has it, JSON-able; absent where the SQL has none. */
  readonly canonical?: unknown;
  /** The fact as the departing source has it, JSON-able. */
  readonly actual?: unknown;
  /** Canonical side first. */
  readonly places: readonly SourcedPlace[];
  /** Edits of the first place's file that mend it; absent where a person has to. No part of the JSON. */
  readonly fix?: readonly TextEdit[];
  /**
   * The changes of the departing source that would make it say what the SQL says, in its own names of tables; absent
   * where no change of its schema does, and where the finding is tolerated. A constraint or index that says something
   * else is dropped and added: the same columns on both sides are one object that changes. No part of the JSON.
   */
  readonly repair?: readonly Change[];
}
