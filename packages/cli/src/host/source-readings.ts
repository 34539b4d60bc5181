import type { Reading } from '@canonical-schema/schema';
import type { ServerOptions } from '../options/server-options';
import type { Reach } from './sources';

/** What decides every reading of a source, besides the source. */
export interface SourceReadingOptions extends ServerOptions {
  readonly reach: Reach;
}

/** A source's reading, and the workspace's files that it imports from without being allowed to. */
export interface PythonReading {
  readonly reading: Reading;
  readonly hidden: readonly string[];
  /** True for the migrations of a Django project that has none: then the reading is empty. */
  readonly isAbsent?: boolean;
}

/** Everything that a source says of the database. */
export interface SourceReadings {
  readonly models: PythonReading;
  /** Null for SQLAlchemy, and for a Django project that has none. */
  readonly migrations: PythonReading | null;
}
