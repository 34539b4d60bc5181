export { type Comment, type CommentLine, commentLines, commentsOf } from './comments/comments';
export { type SqlDialect, type SqlRun, sqlDialect } from './dialects';
export { type DefaultValue, normalizeDefault } from './expressions/default';
export {
  columnsIn,
  type ExpressionContext,
  normalizeExpression,
  termOf,
  UnreadableExpression,
} from './expressions/normalize';
export { renameColumnInExpression } from './expressions/rename-column';
export type { Literal as ExpressionLiteral, Term as ExpressionTerm } from './expressions/term';
export {
  columnsInText,
  columnTypeOfText,
  expressionTermOfText,
  normalizeDefaultText,
  normalizeExpressionText,
} from './expressions/text';
export { catalogSqlText, typeText } from './fold/sql-text';
export { withoutForeignKeyIndexes } from './grammar/foreign-key-indexes';
export { keysWithout } from './grammar/statements/keys-without';
export { lints } from './lints';
export type { ChangedSource, Lint, LintBase, LintContext, LintOptions } from './lints/lint';
export { fixesOf, lintCanonical } from './lints/lint-canonical';
export {
  loadPostgresParser,
  parseExpressionText,
  parseStatements,
  parseTypeText,
  SqlSyntaxError,
} from './parser/postgres';
export { type Piece, type StatementPiece, splitSql } from './psql/split';
export { type CanonicalOptions, readCanonical, withoutOwnedSequences } from './reader';
export { type FoldedSql, SqlSession } from './session';
export { exclusionDefinitionText } from './statements/exclusion-text';
export { isDefaultOpclass } from './statements/index-key';
export { columnTypeOf, geometryName, isOwnType, type WrittenType } from './types/type-name';
export { type LogBullet, type LogEntry, type VersionLog, versionLogOf } from './version-log/version-log';
