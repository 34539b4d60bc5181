import { type Dialect, isServerAtLeast, type ServerVersion } from '@canonical-schema/schema';
import { sqlDialect } from '@canonical-schema/sql';
import type { VendorSql } from '../expressions/vendor';
import { mariadbSql, mysqlSql } from '../expressions/vendor-mysql';
import type { NameRules } from '../names';
import { type DjangoVersion, isAtLeast } from '../version';
import type { Backend } from './backend';
import { decimal, followingTypes, sized, type TypeTable, typeIn } from './column-types';
import type { Features } from './features';
import { mysqlLiterals } from './literals';
import { mariadbServerNames, mysqlServerNames, type ServerNames } from './server-names';

/** Source: `_data_types` of MySQL's database wrapper. */
const mysqlTypes: TypeTable = {
  ...followingTypes,
  AutoField: 'int',
  BigAutoField: 'bigint',
  SmallAutoField: 'smallint',
  BigIntegerField: 'bigint',
  BinaryField: 'longblob',
  BooleanField: 'tinyint(1)',
  CharField: sized('varchar', null),
  CommaSeparatedIntegerField: sized('varchar', null),
  DateField: 'date',
  DateTimeField: 'datetime(6)',
  DecimalField: decimal,
  DurationField: 'bigint',
  EmailField: sized('varchar', null),
  FileField: sized('varchar', null),
  FilePathField: sized('varchar', null),
  FloatField: 'double',
  GenericIPAddressField: 'char(39)',
  IPAddressField: 'char(15)',
  ImageField: sized('varchar', null),
  IntegerField: 'int',
  JSONField: 'json',
  NullBooleanField: 'tinyint(1)',
  OrderWrt: 'int',
  PositiveBigIntegerField: 'bigint unsigned',
  PositiveIntegerField: 'int unsigned',
  PositiveSmallIntegerField: 'smallint unsigned',
  SlugField: sized('varchar', null),
  SmallIntegerField: 'smallint',
  TextField: 'longtext',
  TimeField: 'time(6)',
  URLField: sized('varchar', null),
  UUIDField: 'char(32)',
};

/** Source: `_limited_data_types`. */
const limitedTypes: ReadonlySet<string> = new Set(
  'tinyblob blob mediumblob longblob tinytext text mediumtext longtext json'.split(' '),
);

/** MySQL refuses what is longer. */
const mysqlNames: NameRules = {
  longest: 64,
  stored: (name) => name,
  collation: (name) => name.toLowerCase(),
  tableRef: (dbTable) => ({ schema: 'public', name: withoutBackticks(dbTable) }),
};

/** Backticks of one's own name a database too, which every table of a reading is in. */
function withoutBackticks(dbTable: string): string {
  const isQuoted = dbTable.length > 1 && dbTable.startsWith('`') && dbTable.endsWith('`');
  return isQuoted ? (dbTable.slice(1, -1).split('`.`').at(-1) ?? dbTable) : dbTable;
}

/** `django.db.backends.mysql` on a MySQL server. */
export function mysqlBackend(_django: DjangoVersion, server: ServerVersion): Backend {
  return backendOn('mysql', server, mysqlTypes, mysqlServerNames, mysqlSql, {
    hasExpressionIndexes: isServerAtLeast(server, 8, 0, 13),
    hasIndexOrdering: true,
    hasChecks: isServerAtLeast(server, 8, 0, 16),
    modifyDropsColumnChecks: false,
    remakesChecksOfRenamed: true,
    renamesChecksWithTables: true,
  });
}

/** The same on a MariaDB server, which has a type for UUIDs. */
export function mariadbBackend(django: DjangoVersion, server: ServerVersion): Backend {
  const hasUuid = isAtLeast(django, 5, 0) && isServerAtLeast(server, 10, 7);
  const mariadbExpressions = hasUuid ? { ...mariadbSql, uuidType: 'uuid' } : mariadbSql;
  return backendOn(
    'mariadb',
    server,
    hasUuid ? { ...mysqlTypes, UUIDField: 'uuid' } : mysqlTypes,
    mariadbServerNames,
    mariadbExpressions,
    {
      hasExpressionIndexes: false,
      hasIndexOrdering: isServerAtLeast(server, 10, 8),
      hasChecks: true,
      modifyDropsColumnChecks: true,
      remakesChecksOfRenamed: !isServerAtLeast(server, 10, 5, 2),
      renamesChecksWithTables: false,
    },
  );
}

type OwnFeatures = Pick<
  Features,
  | 'hasExpressionIndexes'
  | 'hasIndexOrdering'
  | 'hasChecks'
  | 'modifyDropsColumnChecks'
  | 'remakesChecksOfRenamed'
  | 'renamesChecksWithTables'
>;

function backendOn(
  dialect: Dialect,
  server: ServerVersion,
  table: TypeTable,
  serverNames: ServerNames,
  expressions: VendorSql,
  own: OwnFeatures,
): Backend {
  const sql = sqlDialect(dialect);
  const { label } = sql.traits;
  return {
    sql,
    server,
    vendor: 'mysql',
    engine: 'django.db.backends.mysql',
    names: mysqlNames,
    types: {
      decidesOutput: false,
      of: (field, types) => typeIn(table, field, types, label),
      ofReference: (field, types) => typeIn(table, field, types, label),
      check: (kind, column) => (kind.form === 'positive' && own.hasChecks ? `${column} >= 0` : null),
      identity: (field) => (field.kind.form === 'auto' ? 'by default' : null),
    },
    serverNames,
    features: {
      hasKeyCollations: false,
      hasPatternTwins: false,
      unindexedTypes: limitedTypes,
      hasDeferrableUniques: false,
      hasNullsDistinct: false,
      hasInlineForeignKeys: false,
      addsUniquesAsIndexes: false,
      remakesTables: false,
      modifiesColumns: true,
      ...own,
    },
    literals: mysqlLiterals,
    expressions,
  };
}
