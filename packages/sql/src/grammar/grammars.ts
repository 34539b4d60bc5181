import { dialectTraits } from '@canonical-schema/schema';
import type { Grammar } from './grammar';
import { mariadbLexis, mysqlLexis, sqliteLexis } from './lexis';
import { mysqlOperators, sqliteOperators } from './operators';
import { mariadbRules, mysqlRules, sqliteRules } from './rules';
import { mysqlSpelling, sqliteSpelling } from './spellings';
import { mariadbTypes, mysqlTypes } from './types-mysql';
import { sqliteTypes } from './types-sqlite';

const mysqlFunctions: Readonly<Record<string, string>> = {
  character_length: 'char_length',
  octet_length: 'length',
  lcase: 'lower',
  ucase: 'upper',
  substr: 'substring',
  mid: 'substring',
  ceiling: 'ceil',
  pow: 'power',
  curdate: 'current_date',
  curtime: 'current_time',
  current_timestamp: 'now',
  localtime: 'now',
  localtimestamp: 'now',
  session_user: 'current_user',
  user: 'current_user',
  day: 'dayofmonth',
  ifnull: 'coalesce',
  regexp_substring: 'regexp_substr',
};

/** MySQL 8 and 9. */
export const mysqlGrammar: Grammar = {
  traits: dialectTraits.mysql,
  lexis: mysqlLexis,
  operators: mysqlOperators,
  types: mysqlTypes,
  rules: mysqlRules,
  functions: mysqlFunctions,
  spelling: mysqlSpelling,
  likeEscape: '\\',
  arrowsAreCalls: true,
  comparesTruths: true,
  takesNamesForStrings: false,
};

/** MariaDB. */
export const mariadbGrammar: Grammar = {
  ...mysqlGrammar,
  traits: dialectTraits.mariadb,
  lexis: mariadbLexis,
  types: mariadbTypes,
  rules: mariadbRules,
};

/** SQLite 3. */
export const sqliteGrammar: Grammar = {
  traits: dialectTraits.sqlite,
  lexis: sqliteLexis,
  operators: sqliteOperators,
  types: sqliteTypes,
  rules: sqliteRules,
  functions: { substr: 'substring', ifnull: 'coalesce', current_timestamp: 'now' },
  spelling: sqliteSpelling,
  likeEscape: null,
  arrowsAreCalls: false,
  comparesTruths: false,
  takesNamesForStrings: true,
};
