import type { Change, Schema, Written } from '@canonical-schema/schema';
import type { HostAt } from '../host/host';
import type { SourceReadingOptions } from '../host/source-readings';
import type { PythonSource } from '../host/sources';
import type { Fill } from './fills';
import type { Rename } from './renames';

/** What a source's models are to be given. */
export interface ModelsWriting {
  readonly source: PythonSource;
  readonly options: SourceReadingOptions;
  /** In the source's own names of tables. */
  readonly changes: readonly Change[];
  /** What the models shall agree with. */
  readonly canonical: Schema;
  /** Django's app, or the file of SQLAlchemy models, for new tables; undefined where there are none. */
  readonly owner: string | undefined;
}

/** What the migrations of a Django project are to be given. */
export interface MigrationsWriting {
  readonly source: PythonSource;
  readonly options: SourceReadingOptions;
  readonly now: string;
  /** All that have another name: nothing else is a rename. */
  readonly renames: readonly Rename[];
  /** What rows get where a column may not be NULL. */
  readonly fills: readonly Fill[];
  /** The schema whose defaults say the same. */
  readonly canonical: Schema;
  /** The files before the change. */
  readonly before: HostAt;
  /** Labels of apps with new tables: they get their first migration where they have none. */
  readonly apps: readonly string[];
}

/** Edits, and the migrations among them, in the order in which they apply. */
export interface WrittenMigrations extends Written {
  readonly paths: readonly string[];
}

/** Whoever turns changes into edits of a source's files; the host is asked for the files as they would be. */
export interface Writers {
  models(writing: ModelsWriting, host: HostAt): Promise<Written>;
  migrations(writing: MigrationsWriting, host: HostAt): Promise<WrittenMigrations>;
}
