import { postgresqlNames } from './postgresql-names';
import type { WrittenDialect } from './written-dialect';

/** PostgreSQL in Python. */
export const postgresql: WrittenDialect = {
  typeNames: postgresqlNames,
  labelled: {},
  saysIdentity: (identity, isKey) => identity !== 'serial' || !isKey,
  countsUp: (identity) => identity === 'serial',
  unescaped: (body) => body.replaceAll("''", "'"),
  methodOption: (method) => (method === 'btree' ? null : { keyword: 'using', value: method }),
  callsStandBare: true,
};
