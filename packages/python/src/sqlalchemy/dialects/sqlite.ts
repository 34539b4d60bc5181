import { dialectTraits, type Identity } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import { isTrue } from '../facts-of-values';
import type { AlchemyDialect, CountingColumn, TypeCompiler } from './alchemy-dialect';
import { normalTypes } from './normal-types';
import { sqliteName } from './server-names';
import { sqliteStatements } from './sqlite-statements';
import { sqliteTypes } from './sqlite-types';

const integers: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint']);

const sqliteTypeCompiler = (normal: TypeCompiler['normal']): TypeCompiler => ({
  rules: sqliteTypes,
  refused: new Set(),
  normal,
  varchar: (length) => normal(length === null ? 'VARCHAR' : `VARCHAR(${length})`),
  tellingKeywords: ['length', 'precision', 'scale', 'collation', 'storage_format'],
  openTypes: new Set([
    'varchar',
    'char',
    'nchar',
    'nvarchar',
    'text',
    'numeric',
    'decimal',
    'date',
    'datetime',
    'time',
    'binary',
    'varbinary',
  ]),
  enums: 'varchar',
  hasArrays: false,
  hasBoolean: false,
  isInteger: (type) => integers.has(type),
  thirdParty: {},
  collation: (name) => name.toLowerCase(),
});

/** A lone key of the very type INTEGER is the rowid, whoever wants to count; `sqlite_autoincrement` never counts twice. */
function identity({ column, type, key, isReference, option }: CountingColumn): Identity | null {
  const hasRowid = option('with_rowid')?.kind !== 'bool' || isTrue(option('with_rowid'));
  if (key.length !== 1 || key[0] !== column || type !== 'integer' || !hasRowid) return null;
  return isTrue(option('autoincrement')) && !isReference ? 'by default' : 'serial';
}

/** SQLite, as `SQLiteTypeCompiler`, `SQLiteCompiler` and `SQLiteDDLCompiler` speak it. */
export function sqlite(sql: SqlDialect): AlchemyDialect {
  const types = sqliteTypeCompiler(normalTypes(sql));
  return {
    traits: dialectTraits.sqlite,
    sql,
    names: ['sqlite'],
    server: { name: 'sqlite', option: 'serverVersion', newest: '3.45' },
    types,
    casts: { ...types, normal: (text) => text },
    statements: sqliteStatements,
    ddl: {
      storedName: (name) => name,
      longestName: 9999,
      serverName: sqliteName,
      namesEveryKey: false,
      namesWithinTable: false,
      defersUniques: false,
      countsWithinKeys: false,
      keepsDefaultOfKey: true,
      dropsTwins: false,
      namesColumnChecks: true,
      restrictIsNoAction: false,
      hasMatch: true,
      refersToOtherSchemas: false,
      hasOnUpdate: false,
      identity,
      storesComputed: () => false,
      indexMethod: () => 'btree',
      pythonFunctions: {},
      printedDefault: (sql) => sql,
    },
  };
}
