import { ofMysql, ofSqlAlchemy } from '../imported-name';
import { mysqlNames } from './mysql-names';
import type { WrittenDialect } from './written-dialect';

/** MySQL and MariaDB in Python. */
export const mysql: WrittenDialect = {
  typeNames: mysqlNames,
  labelled: { enum: ofSqlAlchemy('Enum'), set: ofMysql('SET') },
  saysIdentity: () => false,
  countsUp: (identity) => identity !== null,
  unescaped: (body) => body.replaceAll("''", "'").replaceAll('\\\\', '\\'),
  methodOption: (method) => (method === 'btree' ? null : { keyword: 'prefix', value: method.toUpperCase() }),
  callsStandBare: false,
};
