export * from './comments/comments';
export { type SqlDialect, type SqlRun, sqlDialect } from './dialects';
export * from './expressions/default';
export * from './expressions/normalize';
export * from './expressions/rename-column';
export type { Literal as ExpressionLiteral, Term as ExpressionTerm } from './expressions/term';
export * from './expressions/text';
export { catalogSqlText, typeText } from './fold/sql-text';
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
export { type FoldedSql, SqlSession } from './session';
export { exclusionDefinitionText } from './statements/exclusion-text';
export { isDefaultOpclass } from './statements/index-key';
export * from './types/type-name';
export { type LogBullet, type LogEntry, type VersionLog, versionLogOf } from './version-log/version-log';
