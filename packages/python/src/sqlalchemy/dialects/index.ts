import type { Dialect } from '@canonical-schema/schema';
import { type SqlDialect, sqlDialect } from '@canonical-schema/sql';
import type { AlchemyDialect } from './alchemy-dialect';
import { mariadb } from './mariadb';
import { mysql } from './mysql';
import { postgresql } from './postgresql';
import { sqlite } from './sqlite';

export type { AlchemyDialect } from './alchemy-dialect';

const dialects: Readonly<Record<Dialect, (sql: SqlDialect) => AlchemyDialect>> = {
  postgresql,
  mysql,
  mariadb,
  sqlite,
};

const made = new Map<Dialect, AlchemyDialect>();

/** The one place where a dialect of SQLAlchemy is chosen by its name. */
export function alchemyDialect(name: Dialect): AlchemyDialect {
  const dialect = made.get(name) ?? dialects[name](sqlDialect(name));
  made.set(name, dialect);
  return dialect;
}
