import type { Dialect } from '@canonical-schema/schema';
import { mariadbWriter, mysqlWriter, sqliteWriter } from './grammar-writers';
import { postgresqlWriter } from './postgresql-writer';
import type { SqlWriter } from './sql-writer';

/** Every dialect that is written. */
const writers: Readonly<Record<Dialect, SqlWriter>> = {
  postgresql: postgresqlWriter,
  mysql: mysqlWriter,
  mariadb: mariadbWriter,
  sqlite: sqliteWriter,
};

/** The one place where a dialect's writer is chosen by its name. */
export function sqlWriter(name: Dialect): SqlWriter {
  return writers[name];
}
