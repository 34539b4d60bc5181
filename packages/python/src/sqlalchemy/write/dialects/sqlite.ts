import { sqliteNames } from './sqlite-names';
import type { WrittenDialect } from './written-dialect';

/** SQLite in Python. */
export const sqlite: WrittenDialect = {
  typeNames: sqliteNames,
  labelled: {},
  saysIdentity: () => false,
  countsUp: (identity) => identity !== null,
  unescaped: (body) => body.replaceAll("''", "'"),
  methodOption: () => null,
  callsStandBare: true,
};
