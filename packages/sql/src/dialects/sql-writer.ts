import type { Change, Hazard, Schema, TextEdit, Written } from '@canonical-schema/schema';
import type { CanonicalFileOptions } from '../canonical-file/canonical-file-text';
import type { DdlOptions } from '../ddl/ddl';
import type { CanonicalEdit } from '../edits/edit-canonical';
import type { CanonicalOptions } from '../reader';
import type { RequestOptions } from '../requests/around';
import type { ChangeRequest } from '../requests/change-request';
import type { SqlChanges } from '../requests/changes-of-sql';
import type { RequestSql } from '../requests/sql-of-request';
import type { LogAddition } from '../version-log/append-log-entry';
import type { SqlDialect } from './sql-dialect';

/**
 * One dialect's SQL, as it is written: the other half of `SqlDialect`, which has to be loaded before. `sqlWriter` chooses
 * it. Only what edits, exports or plans loads this half.
 */
export interface SqlWriter {
  readonly sql: SqlDialect;
  /** A schema as DDL that makes it in an empty database; what could not be read is a comment in its place. */
  readonly ddlOf: (schema: Schema, options?: DdlOptions) => string;
  /** A schema as a new canonical file, with a header, sections and a version log. */
  readonly canonicalFileText: (schema: Schema, options: CanonicalFileOptions) => string;
  /** The edits of a canonical file that make changes of its schema and nothing else. */
  readonly editCanonical: (request: CanonicalEdit) => Written;
  /** The edits that tell changes in the file's version log. */
  readonly appendLogEntry: (addition: LogAddition) => readonly TextEdit[];
  /** What a version log says of changes, a line each. */
  readonly bulletsOf: (changes: readonly Change[], before?: Schema) => readonly string[];
  /** The statements that a generator's options ask for. */
  readonly sqlOfRequest: (request: ChangeRequest, schema: Schema, options?: RequestOptions) => RequestSql;
  /** The changes that ordinary statements make to a schema. */
  readonly changesOfSql: (sql: string, schema: Schema, path: string, options?: CanonicalOptions) => SqlChanges;
  /** What changes do to the rows and users of a database. */
  readonly hazardsOf: (changes: readonly Change[], schema: Schema) => readonly Hazard[];
}
