import type { Code } from './codes';
import type { Dialect } from './dialect';
import type { Subject } from './finding';
import type { Schema } from './model/schema';
import type { Suppression } from './suppression';
import type { Place } from './text/place';

/** Whose description a reading is. */
export type Source = 'canonical' | 'django-models' | 'django-migrations' | 'sqlalchemy' | 'database';

/** The database as one source describes it. */
export interface Reading {
  readonly source: Source;
  readonly dialect: Dialect;
  readonly schema: Schema;
  /** Every file, class, statement and fact that could not be read, in source order. */
  readonly unread: readonly Unread[];
  /** Findings that reading itself makes: `syntax-error`, `shadowed-definition`. */
  readonly remarks: readonly Remark[];
  /** Comments of the source that suppress findings; absent where it has none. */
  readonly suppressions?: readonly Suppression[];
  /** Versions that decided details, with where each came from: `5.2 (requirements.txt)`. */
  readonly assumed: Assumed;
}

export interface Assumed {
  readonly django?: string;
  readonly sqlalchemy?: string;
  readonly postgres?: string;
  readonly mysql?: string;
  readonly mariadb?: string;
  readonly sqlite?: string;
}

/** Something that could not be read. */
export interface Unread {
  /** `whole`: a file, class or statement, an error. `fact`: one fact beside others that were read, a warning. */
  readonly extent: 'whole' | 'fact';
  readonly why: string;
  /** What it belongs to, as a person names it: `stocks.price`, `class Stock`; null where not even that is known. */
  readonly subject: string | null;
  /** The table that it describes or may describe, where that is known: no such table is then called missing. */
  readonly table: { readonly schema: string; readonly name: string } | null;
  readonly place: Place;
}

/** A finding made while reading one source, before any comparison. */
export interface Remark {
  readonly code: Code;
  readonly message: string;
  readonly subject: Subject;
  readonly places: readonly Place[];
}
