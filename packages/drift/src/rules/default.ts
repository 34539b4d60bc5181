import { isUnreadable, type Severity } from '@canonical-schema/schema';
import type { ColumnPair, TablePair } from '../align/alignment';
import { defaultDifference } from '../compare/defaults';
import { alterColumn } from '../repairs/column-repair';
import { columnLabel, columnSubject, orSqlFirst, placesIn } from './departure';
import type { Rule } from './rule';

/** Database defaults that differ. Where only the SQL has one, and the source is an ORM, `python-side-default` judges. */
export const databaseDefault: Rule = {
  code: 'default',
  over: 'column',
  judge: (pair, table) => {
    const severity = severityOf(pair, table);
    if (severity === null) return [];
    const { canonical, actual } = pair;
    const [expected, found] = [String(canonical.default), String(actual.default)];
    const words = (sql: string | null) => (sql === null ? 'has no DEFAULT' : `defaults to ${sql}`);
    const sides = `${words(canonical.default === null ? null : expected)} in SQL and ${words(actual.default === null ? null : found)} in ${table.side.remedies.side}`;
    const remedy = table.side.remedies.setDefault(canonical.default === null ? null : expected);
    return [
      {
        subject: columnSubject(table.canonical, canonical.name),
        departs: table.side.source,
        severity,
        message: `${columnLabel(table.canonical, canonical.name)} ${sides}. ${severity === 'tolerated' ? 'Within one statement both give the same value.' : orSqlFirst(remedy)}`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.default,
        actual: actual.default,
        repair: alterColumn(table, pair, ['default']),
      },
    ];
  },
};

function severityOf({ canonical, actual }: ColumnPair, table: TablePair): Severity | null {
  if (!table.actual.managed || isFilledByServer({ canonical, actual })) return null;
  if (isUnreadable(canonical.default) || isUnreadable(actual.default)) return null;
  if (actual.default === null && table.side.source !== 'database') return null;
  return defaultDifference(canonical.default, actual.default, table.side.dialect.valueKind(String(canonical.type)));
}

/** Identities and generated columns have rules of their own. */
function isFilledByServer({ canonical, actual }: Pick<ColumnPair, 'canonical' | 'actual'>): boolean {
  return [canonical, actual].some((column) => column.identity !== null || column.generated !== null);
}
