export { type CanonicalFileOptions, canonicalFileText } from './canonical-file/canonical-file-text';
export * from './comments/comments';
export { type DdlOptions, ddlOf } from './ddl/ddl';
export { type SqlDialect, type SqlRun, sqlDialect } from './dialects';
export { type CanonicalEdit, editCanonical, type Placement } from './edits/edit-canonical';
export * from './expressions/default';
export * from './expressions/normalize';
export * from './expressions/rename-column';
export type { Literal as ExpressionLiteral, Term as ExpressionTerm } from './expressions/term';
export * from './expressions/text';
export { catalogSqlText, typeText } from './fold/sql-text';
export { hazardsOf } from './hazards/hazards-of';
export { lints } from './lints';
export type { ChangedSource, Lint, LintBase, LintContext, LintOptions } from './lints/lint';
export * from './lints/lint-canonical';
export {
  loadPostgresParser,
  parseExpressionText,
  parseStatements,
  parseTypeText,
  SqlSyntaxError,
} from './parser/postgres';
export * from './psql/split';
export { type CanonicalOptions, readCanonical, withoutOwnedSequences } from './reader';
export type { RequestOptions } from './requests/around';
export * from './requests/change-request';
export { changesOfSql, type SqlChanges } from './requests/changes-of-sql';
export { separated } from './requests/separated';
export { type RequestSql, sqlOfRequest } from './requests/sql-of-request';
export { type FoldedSql, SqlSession } from './session';
export { exclusionDefinitionText } from './statements/exclusion-text';
export { isDefaultOpclass } from './statements/index-key';
export * from './types/type-name';
export { appendLogEntry, type LogAddition } from './version-log/append-log-entry';
export { bulletsOf } from './version-log/bullets';
export type { Bump } from './version-log/order';
export { type LogBullet, type LogEntry, type VersionLog, versionLogOf } from './version-log/version-log';
