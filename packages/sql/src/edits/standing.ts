import { Catalog, type Schema, SourceFile } from '@canonical-schema/schema';
import { Fold } from '../fold/fold';
import { catalogSqlText } from '../fold/sql-text';
import { type FilePart, parseFile } from '../psql/parse-file';
import { type CanonicalOptions, readPart, withoutOwnedSequences } from '../reader';

/** The file as it stands between two steps of an edit, with all that is known of it. */
export interface Standing {
  readonly file: SourceFile;
  readonly parts: readonly FilePart[];
  /** With the sequences that serial and identity columns own. */
  readonly catalog: Schema;
  /** As a reading has it. */
  readonly schema: Schema;
  /** Where an unqualified name is looked for behind the last statement. */
  readonly searchPath: readonly string[];
  /** How much could not be read, or has no effect. */
  readonly faults: number;
}

/** Reads a text of the file. */
export function standingOf(path: string, text: string, options: CanonicalOptions): Standing {
  const file = new SourceFile(path, text);
  const parts = [...parseFile(file)];
  const fold = new Fold();
  carryOut(parts, fold, options);
  const faults = fold.unread.length + fold.remarks.length;
  const catalog = fold.catalog.schema();
  return { file, parts, catalog, schema: withoutOwnedSequences(catalog), searchPath: fold.searchPath, faults };
}

/** What a second run of the file over the database that the first one made comes to. */
export interface SecondRun {
  readonly schema: Schema;
  /** How many statements fail. */
  readonly failures: number;
}

/** Runs the file again. */
export function secondRun({ parts, catalog }: Standing, options: CanonicalOptions): SecondRun {
  const fold = new Fold(new Catalog(catalog, catalogSqlText));
  carryOut(parts, fold, options);
  return { schema: withoutOwnedSequences(fold.catalog.schema()), failures: fold.unread.length };
}

function carryOut(parts: readonly FilePart[], fold: Fold, options: CanonicalOptions): void {
  fold.searchPath = options.searchPath ?? ['public'];
  for (const part of parts) readPart(part, fold);
}
