import { sqlDialect } from '@canonical-schema/sql';
import { postgresqlSql } from '../expressions/vendor-postgresql';
import { postgresqlNames } from '../names';
import { type DjangoVersion, isAtLeast } from '../version';
import type { Backend } from './backend';
import { postgresqlLiterals } from './literals';
import { postgresqlServerNames } from './server-names';

/** `django.db.backends.postgresql`. The table of fields has its types, for they also tell what lookups a field has. */
export function postgresqlBackend(django: DjangoVersion): Backend {
  return {
    sql: sqlDialect('postgresql'),
    server: [],
    vendor: 'postgresql',
    engine: 'django.db.backends.postgresql',
    names: postgresqlNames,
    types: {
      decidesOutput: true,
      of: (field, types) => field.kind.type(field, types),
      ofReference: (field, types) => field.kind.type(field, types),
      check: (kind, column) => (kind.form === 'positive' ? `${column} >= 0` : null),
      identity(field) {
        if (field.kind.form !== 'auto') return null;
        return isAtLeast(django, 4, 1) ? 'by default' : 'serial';
      },
    },
    serverNames: postgresqlServerNames,
    features: {
      hasKeyCollations: true,
      hasPatternTwins: true,
      unindexedTypes: new Set(),
      hasExpressionIndexes: true,
      hasIndexOrdering: true,
      hasDeferrableUniques: true,
      hasNullsDistinct: true,
      hasChecks: true,
      hasInlineForeignKeys: false,
      addsUniquesAsIndexes: false,
      remakesTables: false,
      modifiesColumns: false,
      modifyDropsColumnChecks: false,
      remakesChecksOfRenamed: false,
      renamesChecksWithTables: false,
    },
    literals: postgresqlLiterals,
    expressions: postgresqlSql,
  };
}
