import { dialectTraits, formatType, type Identity, truncateName } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import { textOf } from '../facts-of-values';
import type { AlchemyDialect, CountingColumn, TypeCompiler } from './alchemy-dialect';
import { postgresqlStatements } from './postgresql-statements';
import { postgresqlThirdParty, postgresqlTypes, typesUnknownToPostgresql } from './postgresql-types';
import { postgresqlName } from './server-names';

const integers: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint']);

const types: TypeCompiler = {
  rules: postgresqlTypes,
  refused: typesUnknownToPostgresql,
  normal: (text) => text,
  varchar: (length) => formatType('varchar', length === null ? [] : [length]),
  tellingKeywords: [
    'length',
    'precision',
    'scale',
    'timezone',
    'second_precision',
    'fields',
    'varying',
    'native_uuid',
    'collation',
  ],
  openTypes: new Set([
    'character varying',
    'character(1)',
    'numeric',
    'double precision',
    'timestamp without time zone',
    'time without time zone',
    'interval',
    'uuid',
    'bit(1)',
  ]),
  enums: 'named',
  hasArrays: true,
  hasBoolean: true,
  isInteger: (type) => integers.has(type),
  thirdParty: postgresqlThirdParty,
  collation: (name) => name,
};

/** SERIAL is not made beside an identity of its own, nor beside a sequence that is not optional. */
function identity({ column, autoincrement }: CountingColumn): Identity | null {
  const { serverDefault, sequence } = column;
  if (serverDefault.kind === 'identity') return serverDefault.always === true ? 'always' : 'by default';
  const isSerial =
    column === autoincrement && column.pythonDefault === null && (sequence === null || sequence.optional);
  return isSerial ? 'serial' : null;
}

/** PostgreSQL, as `PGTypeCompiler`, `PGCompiler` and `PGDDLCompiler` speak it. */
export const postgresql = (sql: SqlDialect): AlchemyDialect => ({
  traits: dialectTraits.postgresql,
  sql,
  names: ['postgresql'],
  server: { name: 'postgres', option: 'postgres', newest: '18' },
  types,
  casts: types,
  statements: postgresqlStatements,
  ddl: {
    storedName: truncateName,
    longestName: 63,
    serverName: postgresqlName,
    namesEveryKey: false,
    namesWithinTable: false,
    defersUniques: true,
    countsWithinKeys: true,
    keepsDefaultOfKey: false,
    dropsTwins: true,
    namesColumnChecks: true,
    restrictIsNoAction: false,
    hasMatch: true,
    refersToOtherSchemas: true,
    hasOnUpdate: false,
    identity,
    // From PostgreSQL 18 and SQLAlchemy 2.1 on, a computed column is virtual unless it says `persisted=True`.
    storesComputed: (versions) => !(versions.isServerAtLeast(18, 0) && versions.isAtLeast(2, 1)),
    indexMethod: (option) => (textOf(option('using')) ?? 'btree').toLowerCase(),
    pythonFunctions: { 'uuid.uuid4': 'gen_random_uuid()' },
    printedDefault: (sql) => sql,
  },
});
