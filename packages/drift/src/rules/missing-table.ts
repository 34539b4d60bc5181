import { tableLabel } from '@canonical-schema/schema';
import { leftOut, placesOf, tableSubject } from './departure';
import type { Rule } from './rule';

/** A table of the SQL that the other side does not have. */
export const missingTable: Rule = {
  code: 'missing-table',
  over: 'reading',
  judge: ({ side, tables }) =>
    tables.missing.map((table) => ({
      subject: tableSubject(table),
      departs: side.source,
      isAllowed: side.mirror === 'subset',
      message: `${tableLabel(table)} is in SQL and not in ${side.remedies.side} (${side.name}). ${side.mirror === 'subset' ? leftOut : `${side.remedies.addTable(table)}, or drop the table from the SQL.`}`,
      places: placesOf(side, table.place, null),
      canonical: table.columns.map((column) => column.name).sort(),
    })),
};
