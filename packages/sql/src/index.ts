export { type DdlOptions, ddlOf } from './ddl/ddl';
export * from './expressions/default';
export * from './expressions/normalize';
export * from './expressions/rename-column';
export * from './expressions/text';
export { catalogSqlText, typeText } from './fold/sql-text';
export {
  loadPostgresParser,
  parseExpressionText,
  parseStatements,
  parseTypeText,
  SqlSyntaxError,
} from './parser/postgres';
export * from './psql/split';
export { type CanonicalOptions, readCanonical } from './reader';
export { type FoldedSql, SqlSession } from './session';
export { exclusionDefinitionText } from './statements/exclusion-text';
export { isDefaultOpclass } from './statements/index-key';
export * from './types/type-name';
