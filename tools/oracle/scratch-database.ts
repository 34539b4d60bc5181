import type { Query } from '@canonical-schema/database';
import type { Dialect, Reading } from '@canonical-schema/schema';

/** An empty database of one dialect, which cases are made in one after the other. */
export interface ScratchDatabase {
  readonly dialect: Dialect;
  /** Answers SELECTs over what is there now. */
  readonly query: Query;
  /** Drops everything that is there. */
  empty(): Promise<void>;
  /** Runs one statement. */
  run(statement: string): Promise<void>;
  /** What is there, as the reader of running databases reads it. */
  catalog(): Promise<Reading>;
  /** To be called when a client of another process has failed. */
  recover(): Promise<void>;
  /** How the scripts of tools/python reach it; with the `dialect`. */
  address(): Promise<Readonly<Record<string, unknown>>>;
  stop(): Promise<void>;
}
