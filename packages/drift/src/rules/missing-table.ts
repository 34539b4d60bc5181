import { type Table, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { stepsFor } from '../repairs/column-repair';
import { isReadWhole } from '../repairs/read-whole';
import { noRepair, type Repair } from '../repairs/repair';
import { leftOut, placesOf, tableSubject } from './departure';
import type { Rule } from './rule';

/** A table of the SQL that the other side does not have. */
export const missingTable: Rule = {
  code: 'missing-table',
  over: 'reading',
  judge: ({ side, tables, typeSteps }) =>
    tables.missing.map((table) => ({
      subject: tableSubject(table),
      departs: side.source,
      isAllowed: side.mirror === 'subset',
      message: `${tableLabel(table)} is in SQL and not in ${side.remedies.side} (${side.name}). ${side.mirror === 'subset' ? leftOut : `${side.remedies.addTable(table)}, or drop the table from the SQL.`}`,
      places: placesOf(side, table.place, null),
      canonical: table.columns.map((column) => column.name).sort(),
      repair: addTable(table, typeSteps),
    })),
};

function addTable(table: Table, typeSteps: TablePair['typeSteps']): Repair {
  if (!isReadWhole(table) || table.unread.length > 0) return noRepair;
  return [...table.columns.flatMap((column) => stepsFor({ typeSteps }, column)), { kind: 'add-table', table }];
}
