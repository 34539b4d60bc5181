import type { Dialect } from '@canonical-schema/schema';
import { mariadbGrammar, mysqlGrammar, sqliteGrammar } from '../grammar/grammars';
import { dialectOf } from './of-grammar';
import { postgresql } from './postgresql';
import type { SqlDialect } from './sql-dialect';

export type { SqlDialect, SqlRun } from './sql-dialect';

/** Every dialect that is read. */
const dialects: Readonly<Record<Dialect, SqlDialect>> = {
  postgresql,
  mysql: dialectOf(mysqlGrammar),
  mariadb: dialectOf(mariadbGrammar),
  sqlite: dialectOf(sqliteGrammar),
};

/** The one place where a dialect's SQL is chosen by its name. */
export function sqlDialect(name: Dialect): SqlDialect {
  return dialects[name];
}
