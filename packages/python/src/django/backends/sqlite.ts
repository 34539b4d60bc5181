import { sqlDialect } from '@canonical-schema/sql';
import { sqliteSql } from '../expressions/vendor-sqlite';
import { type NameRules, splitIdentifier } from '../names';
import type { Backend } from './backend';
import { followingTypes, sized, type TypeTable, typeIn } from './column-types';
import { sqliteLiterals } from './literals';
import { sqliteServerNames } from './server-names';

/** Source: `data_types` of SQLite's database wrapper, in lower case. */
const sqliteTypes: TypeTable = {
  ...followingTypes,
  AutoField: 'integer',
  BigAutoField: 'integer',
  SmallAutoField: 'integer',
  BigIntegerField: 'bigint',
  BinaryField: 'blob',
  BooleanField: 'bool',
  CharField: sized('varchar', 'varchar'),
  CommaSeparatedIntegerField: sized('varchar', null),
  DateField: 'date',
  DateTimeField: 'datetime',
  DecimalField: 'decimal',
  DurationField: 'bigint',
  EmailField: sized('varchar', 'varchar'),
  FileField: sized('varchar', null),
  FilePathField: sized('varchar', null),
  FloatField: 'real',
  GenericIPAddressField: 'char(39)',
  IPAddressField: 'char(15)',
  ImageField: sized('varchar', null),
  IntegerField: 'integer',
  JSONField: 'text',
  NullBooleanField: 'bool',
  OrderWrt: 'integer',
  PositiveBigIntegerField: 'bigint unsigned',
  PositiveIntegerField: 'integer unsigned',
  PositiveSmallIntegerField: 'smallint unsigned',
  SlugField: sized('varchar', null),
  SmallIntegerField: 'smallint',
  TextField: 'text',
  TimeField: 'time',
  URLField: sized('varchar', 'varchar'),
  UUIDField: 'char(32)',
};

/** What a column that points to such a field has instead. Source: `rel_db_type` of the integer fields. */
const referenceTypes: TypeTable = {
  ...sqliteTypes,
  BigAutoField: 'bigint',
  SmallAutoField: 'smallint',
  PositiveBigIntegerField: 'bigint',
  PositiveIntegerField: 'integer',
  PositiveSmallIntegerField: 'smallint',
};

/** Source: `data_type_check_constraints`. */
const checks: Readonly<Record<string, (column: string) => string>> = {
  JSONField: (column) => `(JSON_VALID(${column}) OR ${column} IS NULL)`,
  PositiveBigIntegerField: (column) => `${column} >= 0`,
  PositiveIntegerField: (column) => `${column} >= 0`,
  PositiveSmallIntegerField: (column) => `${column} >= 0`,
};

const sqliteNames: NameRules = {
  longest: null,
  stored: (name) => name,
  collation: (name) => name.toLowerCase(),
  tableRef: (dbTable) => ({ schema: 'public', name: splitIdentifier(dbTable).name }),
};

/** `django.db.backends.sqlite3`. */
export function sqliteBackend(): Backend {
  const sql = sqlDialect('sqlite');
  return {
    sql,
    server: [],
    vendor: 'sqlite',
    engine: 'django.db.backends.sqlite3',
    names: sqliteNames,
    types: {
      decidesOutput: false,
      of: (field, types) => typeIn(sqliteTypes, field, types, sql.traits.label),
      ofReference: (field, types) => typeIn(referenceTypes, field, types, sql.traits.label),
      check: (kind, column) => checks[kind.name]?.(column) ?? null,
      identity(field, type, isKey) {
        if (field.kind.form === 'auto') return 'by default';
        // A lone INTEGER PRIMARY KEY is the row's number.
        return isKey && type === 'integer' ? 'serial' : null;
      },
    },
    serverNames: sqliteServerNames,
    features: {
      hasKeyCollations: true,
      hasPatternTwins: false,
      unindexedTypes: new Set(),
      hasExpressionIndexes: true,
      hasIndexOrdering: true,
      hasDeferrableUniques: false,
      hasNullsDistinct: false,
      hasChecks: true,
      hasInlineForeignKeys: true,
      addsUniquesAsIndexes: true,
      remakesTables: true,
      modifiesColumns: false,
      modifyDropsColumnChecks: false,
      remakesChecksOfRenamed: false,
      renamesChecksWithTables: false,
    },
    literals: sqliteLiterals,
    expressions: sqliteSql,
  };
}
