import { dialectTraits, type Identity, unreadable } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import { textOf } from '../facts-of-values';
import type { AlchemyDialect, CountingColumn, DdlCompiler, TypeCompiler } from './alchemy-dialect';
import { mysqlStatements } from './mysql-statements';
import { mysqlCasts, mysqlTypes, quotedLabels } from './mysql-types';
import { normalTypes } from './normal-types';
import { mysqlName } from './server-names';
import type { TypeRules } from './type-rule';

const integers: ReadonlySet<string> = new Set(['tinyint', 'smallint', 'mediumint', 'int', 'bigint']);

const tellingKeywords = [
  'length',
  'precision',
  'scale',
  'unsigned',
  'zerofill',
  'display_width',
  'fsp',
  'native_uuid',
  'collation',
  'collate',
];

/** MySQL's type compiler with some rules. */
export function mysqlTypeCompiler(rules: TypeRules, sql: SqlDialect): TypeCompiler {
  const normal = normalTypes(sql);
  return {
    rules,
    refused: new Set(['CLOB', 'UUID', 'INET4', 'INET6']),
    normal,
    varchar: (length) =>
      length === null ? unreadable('a VARCHAR needs a length in MySQL and MariaDB') : normal(`VARCHAR(${length})`),
    tellingKeywords,
    openTypes: new Set([
      'char(1)',
      'decimal(10,0)',
      'float',
      'double',
      'datetime',
      'time',
      'timestamp',
      'text',
      'blob',
      'binary(1)',
      'bit(1)',
      'char(32)',
      'uuid',
      ...integers,
    ]),
    enums: (labels) => `ENUM(${quotedLabels(labels)})`,
    hasArrays: false,
    hasBoolean: false,
    isInteger: (type) => integers.has(type.split(' ')[0] ?? ''),
    thirdParty: {},
    collation: (name) => name.toLowerCase(),
  };
}

/** What is printed within CAST stands there as it is. */
export function mysqlCastCompiler(types: TypeCompiler): TypeCompiler {
  return { ...types, rules: mysqlCasts, refused: new Set(), normal: (text) => text };
}

/** AUTO_INCREMENT, where nothing but an Identity stands behind DEFAULT. */
export function mysqlIdentity({ column, autoincrement }: CountingColumn): Identity | null {
  const { kind } = column.serverDefault;
  return column === autoincrement && (kind === 'none' || kind === 'identity') ? 'by default' : null;
}

const prefixMethods: ReadonlySet<string> = new Set(['fulltext', 'spatial']);

/** Of a column, an index or a constraint, in characters. */
const longestName = 64;

/** MySQL's DDL compiler. */
export const mysqlDdl: DdlCompiler = {
  storedName: (name) => ([...name].length > longestName ? null : name),
  longestName,
  serverName: mysqlName,
  namesEveryKey: true,
  namesWithinTable: true,
  defersUniques: false,
  countsWithinKeys: true,
  keepsDefaultOfKey: false,
  dropsTwins: false,
  namesColumnChecks: true,
  restrictIsNoAction: true,
  hasMatch: false,
  refersToOtherSchemas: true,
  hasOnUpdate: true,
  identity: mysqlIdentity,
  storesComputed: () => false,
  // InnoDB makes a btree of every other method.
  indexMethod: (option) => {
    const prefix = textOf(option('prefix'))?.toLowerCase() ?? '';
    return prefixMethods.has(prefix) ? prefix : 'btree';
  },
  pythonFunctions: { 'uuid.uuid4': 'uuid()' },
  // Source: `get_column_specification` of MySQL's DDL compiler.
  printedDefault: (sql) => (/^\s*['"(]/.test(sql) || !/\W/.test(sql) ? sql : `(${sql})`),
};

/** MySQL, as `MySQLTypeCompiler`, `MySQLCompiler` and `MySQLDDLCompiler` speak it. */
export function mysql(sql: SqlDialect): AlchemyDialect {
  const types = mysqlTypeCompiler(mysqlTypes, sql);
  return {
    traits: dialectTraits.mysql,
    sql,
    names: ['mysql'],
    server: { name: 'mysql', option: 'serverVersion', newest: '8.4' },
    types,
    casts: mysqlCastCompiler(types),
    statements: mysqlStatements,
    ddl: mysqlDdl,
  };
}
