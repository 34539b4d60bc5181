import { canonicalFileText } from '../canonical-file/canonical-file-text';
import { ddlOf } from '../ddl/ddl';
import type { DdlLanguage } from '../ddl/ddl-language';
import { mysqlLanguage } from '../ddl/mysql-language';
import { sqliteLanguage } from '../ddl/sqlite-language';
import { editCanonical } from '../edits/edit-canonical';
import type { EditLanguage } from '../edits/edit-language';
import { grammarEdits } from '../edits/grammar/grammar-edits';
import type { GrammarDialect, GrammarStanding } from '../edits/grammar/grammar-standing';
import { mysqlStatements } from '../edits/grammar/mysql-statements';
import { sqliteStatements } from '../edits/grammar/sqlite-statements';
import { mariadbGrammar, mysqlGrammar, sqliteGrammar } from '../grammar/grammars';
import { mysqlHazards } from '../hazards/grammar/mysql-hazards';
import { sqliteHazards } from '../hazards/grammar/sqlite-hazards';
import { hazardsOf } from '../hazards/hazards-of';
import type { HazardRules } from '../hazards/said';
import { grammarChanges } from '../requests/grammar/changes';
import { requestLanguage } from '../requests/grammar/request-language';
import type { PossibleLanguage } from '../requests/possible-change';
import type { RequestLanguage } from '../requests/request-language';
import { sqlOfRequest } from '../requests/sql-of-request';
import { appendLogEntry } from '../version-log/append-log-entry';
import { bulletsOf } from '../version-log/bullets';
import { sqlDialect } from '.';
import type { SqlWriter } from './sql-writer';

const mysqlDialect: GrammarDialect = { sql: sqlDialect('mysql'), grammar: mysqlGrammar };
const mariadbDialect: GrammarDialect = { sql: sqlDialect('mariadb'), grammar: mariadbGrammar };
const sqliteDialect: GrammarDialect = { sql: sqlDialect('sqlite'), grammar: sqliteGrammar };

const mysqlDdl = mysqlLanguage({
  columnsInText: mysqlDialect.sql.columnsInText,
  hasGuards: false,
  numbered: {
    foreignKey: (table, number) => `${table}_ibfk_${number}`,
    check: (table, number) => `${table}_chk_${number}`,
  },
  isColumnCheck: () => false,
  generatedCanBeNotNull: true,
  withoutLiterals: /^(?:tiny|medium|long)?(?:text|blob)\b|^json\b|^geometry/,
});

const mariadbDdl = mysqlLanguage({
  columnsInText: mariadbDialect.sql.columnsInText,
  hasGuards: true,
  numbered: {
    foreignKey: (table, number) => `${table}_ibfk_${number}`,
    check: (_, number) => `CONSTRAINT_${number}`,
  },
  isColumnCheck: (name, column) => name === column,
  generatedCanBeNotNull: false,
  withoutLiterals: null,
});

const sqliteDdl = sqliteLanguage(sqliteDialect.sql.columnsInText);

/** What a foreign key holds against each other must be of one type, but for the lengths of texts. */
const comparedInMysql = (type: string): string => (/char|text/.test(type) ? 'text' : type.replace(/\((?:\d+)\)/, ''));

const mysqlPossible = (dialect: GrammarDialect): PossibleLanguage => ({
  columnsInText: dialect.sql.columnsInText,
  isOwnType: () => true,
  methods: new Set(['btree', 'hash', 'fulltext', 'spatial']),
  comparedAs: comparedInMysql,
});

/** SQLite compares any two types. */
const sqlitePossible: PossibleLanguage = {
  columnsInText: sqliteDialect.sql.columnsInText,
  isOwnType: () => true,
  methods: new Set(['btree']),
  comparedAs: () => '',
};

/** What MySQL and MariaDB write alike. */
const mysqlParts = (
  dialect: GrammarDialect,
  language: DdlLanguage,
  { label, hasGuards, uuid }: { readonly label: string; readonly hasGuards: boolean; readonly uuid: string },
): Parts => ({
  edits: grammarEdits(dialect, { language, statementsOf: mysqlStatements(hasGuards), runsTwice: hasGuards }),
  possible: mysqlPossible(dialect),
  rules: mysqlHazards(label, language),
  requests: requestLanguage(dialect, language, {
    serial: 'int AUTO_INCREMENT PRIMARY KEY',
    identity: 'bigint AUTO_INCREMENT PRIMARY KEY',
    'identity-integer': 'int AUTO_INCREMENT PRIMARY KEY',
    uuid: `${uuid} DEFAULT (uuid()) PRIMARY KEY`,
  }),
});

/** MySQL, as it is written. */
export const mysqlWriter = writerOf(
  mysqlDialect,
  mysqlDdl,
  mysqlParts(mysqlDialect, mysqlDdl, { label: 'MySQL', hasGuards: false, uuid: 'char(36)' }),
);

/** MariaDB, as it is written. */
export const mariadbWriter = writerOf(
  mariadbDialect,
  mariadbDdl,
  mysqlParts(mariadbDialect, mariadbDdl, { label: 'MariaDB', hasGuards: true, uuid: 'uuid' }),
);

/** SQLite, as it is written. */
export const sqliteWriter = writerOf(sqliteDialect, sqliteDdl, {
  edits: grammarEdits(sqliteDialect, { language: sqliteDdl, statementsOf: sqliteStatements, runsTwice: false }),
  possible: sqlitePossible,
  rules: sqliteHazards(sqliteDdl),
  requests: requestLanguage(sqliteDialect, sqliteDdl, {
    serial: 'integer PRIMARY KEY',
    identity: 'integer PRIMARY KEY AUTOINCREMENT',
    'identity-integer': 'integer PRIMARY KEY AUTOINCREMENT',
    uuid: 'char(36) PRIMARY KEY',
  }),
});

interface Parts {
  readonly edits: EditLanguage<GrammarStanding>;
  readonly possible: PossibleLanguage;
  readonly requests: RequestLanguage;
  readonly rules: HazardRules;
}

function writerOf(
  dialect: GrammarDialect,
  language: DdlLanguage,
  { edits, possible, requests, rules }: Parts,
): SqlWriter {
  const { sql } = dialect;
  return {
    sql,
    ddlOf: (schema, options) => ddlOf(schema, language, options),
    canonicalFileText: (schema, options) => canonicalFileText(schema, language, options),
    editCanonical: (request) => editCanonical(request, edits),
    appendLogEntry: (addition) => appendLogEntry(addition, sql.commentsOf),
    bulletsOf: (changes, before) => bulletsOf(changes, before, language),
    sqlOfRequest: (request, schema, options) => sqlOfRequest(request, schema, requests, options),
    changesOfSql: (text, schema, path, options = {}) => grammarChanges(dialect, possible, text, schema, path, options),
    hazardsOf: (changes, schema) => hazardsOf(changes, schema, { rules, sqlText: sql.sqlText }),
  };
}
