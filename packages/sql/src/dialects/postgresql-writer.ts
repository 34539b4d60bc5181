import { canonicalFileText } from '../canonical-file/canonical-file-text';
import { ddlOf } from '../ddl/ddl';
import { postgresqlLanguage } from '../ddl/postgresql-language';
import { editCanonical } from '../edits/edit-canonical';
import { postgresqlEdits } from '../edits/postgresql-edits';
import { hazardRules } from '../hazards/hazard-rules';
import { hazardsOf } from '../hazards/hazards-of';
import { changesOfSql } from '../requests/changes-of-sql';
import { postgresqlRequests } from '../requests/request-postgresql';
import { sqlOfRequest } from '../requests/sql-of-request';
import { appendLogEntry } from '../version-log/append-log-entry';
import { bulletsOf } from '../version-log/bullets';
import { postgresql } from './postgresql';
import type { SqlWriter } from './sql-writer';

/** PostgreSQL, as it is written. */
export const postgresqlWriter: SqlWriter = {
  sql: postgresql,
  ddlOf: (schema, options) => ddlOf(schema, postgresqlLanguage, options),
  canonicalFileText: (schema, options) => canonicalFileText(schema, postgresqlLanguage, options),
  editCanonical: (request) => editCanonical(request, postgresqlEdits),
  bulletsOf: (changes, before) => bulletsOf(changes, before, postgresqlLanguage),
  appendLogEntry: (addition) => appendLogEntry(addition, postgresql.commentsOf),
  sqlOfRequest: (request, schema, options) => sqlOfRequest(request, schema, postgresqlRequests, options),
  changesOfSql,
  hazardsOf: (changes, schema) => hazardsOf(changes, schema, { rules: hazardRules, sqlText: postgresql.sqlText }),
};
