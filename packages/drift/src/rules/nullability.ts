import { isUnreadable, type Severity } from '@canonical-schema/schema';
import type { ColumnPair } from '../align/alignment';
import { alterColumn } from '../repairs/column-repair';
import { noRepair } from '../repairs/repair';
import { columnLabel, columnSubject, orSqlFirst, placesIn } from './departure';
import type { Rule } from './rule';

/** NULL on one side, NOT NULL on the other. */
export const nullability: Rule = {
  code: 'nullability',
  over: 'column',
  judge: (pair, table) => {
    const { canonical, actual } = pair;
    if (isUnreadable(canonical.nullable) || isUnreadable(actual.nullable)) return [];
    if (canonical.nullable === actual.nullable) return [];
    const severity = severityOf(pair);
    const { remedies } = table.side;
    const words = (nullable: boolean) => (nullable ? 'NULL' : 'NOT NULL');
    return [
      {
        subject: columnSubject(table.canonical, canonical.name),
        departs: table.side.source,
        severity,
        message: `${columnLabel(table.canonical, canonical.name)} is ${words(canonical.nullable)} in SQL and ${words(actual.nullable)} in ${remedies.side}. ${remedyOf(severity, remedies.setNullable(canonical.nullable), table.side.dialect.traits.label)}`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.nullable,
        actual: actual.nullable,
        repair: severity === 'tolerated' ? noRepair : alterColumn(table, pair, ['nullable']),
      },
    ];
  },
};

/** A generated column's value is the server's alone; a default that the ORM always fills in never leaves a NULL. */
function severityOf({ canonical, actual }: ColumnPair): Severity {
  if (canonical.generated !== null || actual.generated !== null) return 'tolerated';
  const hasDefault = canonical.default !== null;
  const isFilledIn = actual.pythonDefault !== undefined && actual.pythonDefault !== null;
  return canonical.nullable === true && hasDefault && isFilledIn ? 'warning' : 'error';
}

function remedyOf(severity: Severity, remedy: string, server: string): string {
  if (severity === 'tolerated') return `${server} computes the value, so nothing writes a NULL.`;
  if (severity === 'warning') return 'The value is always filled in: say NOT NULL in the SQL.';
  return orSqlFirst(remedy);
}
