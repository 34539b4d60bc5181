import { Catalog, SourceFile } from '@canonical-schema/schema';
import { Fold } from '../fold/fold';
import { catalogSqlText } from '../fold/sql-text';
import { type FilePart, parseFile } from '../psql/parse-file';
import { type CanonicalOptions, readPart, withoutOwnedSequences } from '../reader';
import type { SecondRun, Standing } from './standing';

/** A file of PostgreSQL, with all that is known of it. */
export interface PostgresqlStanding extends Standing {
  readonly parts: readonly FilePart[];
  /** Where an unqualified name is looked for behind the last statement. */
  readonly searchPath: readonly string[];
}

/** Reads a text of the file. */
export function standingOf(path: string, text: string, options: CanonicalOptions): PostgresqlStanding {
  const file = new SourceFile(path, text);
  const parts = [...parseFile(file)];
  const fold = new Fold();
  carryOut(parts, fold, options);
  const faults = fold.unread.length + fold.remarks.length;
  const catalog = fold.catalog.schema();
  return { file, parts, catalog, schema: withoutOwnedSequences(catalog), searchPath: fold.searchPath, faults };
}

/** Runs the file again. */
export function secondRun({ parts, catalog }: PostgresqlStanding, options: CanonicalOptions): SecondRun {
  const fold = new Fold(new Catalog(catalog, catalogSqlText));
  carryOut(parts, fold, options);
  return { schema: withoutOwnedSequences(fold.catalog.schema()), failures: fold.unread.length };
}

function carryOut(parts: readonly FilePart[], fold: Fold, options: CanonicalOptions): void {
  fold.searchPath = options.searchPath ?? ['public'];
  for (const part of parts) readPart(part, fold);
}
