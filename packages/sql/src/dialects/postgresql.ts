import { dialectTraits } from '@canonical-schema/schema';
import { commentsOf } from '../comments/comments';
import { quoteName } from '../expressions/quote';
import {
  columnsInText,
  columnTypeOfText,
  expressionTermOfText,
  normalizeDefaultText,
  normalizeExpressionText,
} from '../expressions/text';
import { catalogSqlText } from '../fold/sql-text';
import { loadPostgresParser } from '../parser/postgres';
import { readCanonical } from '../reader';
import { SqlSession } from '../session';
import type { SqlDialect } from './sql-dialect';

/** PostgreSQL, by its own grammar. */
export const postgresql: SqlDialect = {
  traits: dialectTraits.postgresql,
  load: loadPostgresParser,
  readCanonical,
  session: (catalog) => new SqlSession(catalog),
  commentsOf,
  normalizeExpressionText,
  expressionTermOfText,
  normalizeDefaultText,
  bareDefaultProblem: () => null,
  columnTypeOfText,
  columnsInText,
  sqlText: catalogSqlText,
  quoteName,
};
