import { type Column, isUnreadable } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { addColumn } from '../repairs/missing-column-repair';
import { columnLabel, columnSubject, leftOut, placesIn } from './departure';
import { columnFact } from './facts';
import type { Departure, Rule } from './rule';

/** A column of the SQL that the other side does not have. */
export const missingColumn: Rule = {
  code: 'missing-column',
  over: 'table',
  judge: (table) => table.columns.missing.map((column) => departureOf(column, table)),
};

function departureOf(column: Column, table: TablePair): Departure {
  const { mirror, remedies, source } = table.side;
  const isAllowed = mirror === 'subset' && canBeLeftOut(column);
  const remedy = isAllowed ? leftOut : `${remedies.addColumn(column)}, or drop the column from the SQL.`;
  return {
    subject: columnSubject(table.canonical, column.name),
    departs: source,
    isAllowed,
    message: `${columnLabel(table.canonical, column.name)} is in SQL and not in ${remedies.side}. ${remedy}`,
    places: placesIn(table, column, null),
    canonical: columnFact(column),
    repair: addColumn(table, column),
  };
}

/** Can rows be inserted without naming the column? */
function canBeLeftOut(column: Column): boolean {
  const hasValue = column.default !== null || column.identity !== null || column.generated !== null;
  return hasValue || isUnreadable(column.nullable) || column.nullable;
}
