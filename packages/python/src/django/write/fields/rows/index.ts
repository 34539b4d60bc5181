import type { Dialect } from '@canonical-schema/schema';
import type { Backend } from '../../../backends';
import type { FieldRows } from './field-rows';
import { mariadbRows, mysqlRows } from './mysql';
import { postgresqlRows } from './postgresql';
import { sqliteRows } from './sqlite';

const rows: Readonly<Record<Dialect, FieldRows>> = {
  postgresql: postgresqlRows,
  mysql: mysqlRows,
  mariadb: mariadbRows,
  sqlite: sqliteRows,
};

/** The fields of the types that a backend's server has. */
export function fieldRows({ sql }: Backend): FieldRows {
  return rows[sql.traits.name];
}
