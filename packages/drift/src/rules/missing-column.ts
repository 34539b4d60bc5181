import { type Column, isUnreadable } from '@canonical-schema/schema';
import { columnLabel, columnSubject, placesIn } from './departure';
import { columnFact } from './facts';
import type { Rule } from './rule';

/** A column of the SQL that the other side does not have. */
export const missingColumn: Rule = {
  code: 'missing-column',
  over: 'table',
  judge: (table) =>
    table.columns.missing.map((column) => ({
      subject: columnSubject(table.canonical, column.name),
      departs: table.side.source,
      isAllowed: table.side.mirror === 'subset' && canBeLeftOut(column),
      message: `${columnLabel(table.canonical, column.name)} is in SQL and not in ${table.side.remedies.side}. ${table.side.remedies.addColumn(column)}, or drop the column from the SQL.`,
      places: placesIn(table, column, null),
      canonical: columnFact(column),
    })),
};

/** Can rows be inserted without naming the column? */
function canBeLeftOut(column: Column): boolean {
  const hasValue = column.default !== null || column.identity !== null || column.generated !== null;
  return hasValue || isUnreadable(column.nullable) || column.nullable;
}
