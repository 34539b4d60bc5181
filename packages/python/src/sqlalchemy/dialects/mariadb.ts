import { dialectTraits, type Identity } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import type { AlchemyDialect, CountingColumn } from './alchemy-dialect';
import { mysqlCastCompiler, mysqlDdl, mysqlIdentity, mysqlTypeCompiler } from './mysql';
import { mysqlStatements } from './mysql-statements';
import { mariadbTypes } from './mysql-types';
import { mariadbName } from './server-names';

/** A column that a sequence fills does not count up beside it. */
function identity(counting: CountingColumn): Identity | null {
  const { sequence } = counting.column;
  const isFilled = sequence !== null && !sequence.optional && counting.versions.isServerAtLeast(10, 3);
  return isFilled ? null : mysqlIdentity(counting);
}

/**
 * MariaDB. A `mysql://` URL reaches it as well, and models then speak of `mysql`: where they say nothing of `mariadb`,
 * that holds.
 */
export function mariadb(sql: SqlDialect): AlchemyDialect {
  const types = { ...mysqlTypeCompiler(mariadbTypes, sql), refused: new Set(['CLOB']) };
  return {
    traits: dialectTraits.mariadb,
    sql,
    names: ['mariadb', 'mysql'],
    server: { name: 'mariadb', option: 'serverVersion', newest: '11.4' },
    types,
    casts: mysqlCastCompiler(types),
    statements: mysqlStatements,
    ddl: { ...mysqlDdl, serverName: mariadbName, namesColumnChecks: false, identity },
  };
}
