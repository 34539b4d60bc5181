import { made, ownRef } from '../repairs/repair';
import { addFirstOr, columnLabel, columnSubject, placesIn } from './departure';
import { columnFact } from './facts';
import type { Rule } from './rule';

/** A column of the other side that the SQL does not have. */
export const extraColumn: Rule = {
  code: 'extra-column',
  over: 'table',
  judge: (table) =>
    table.columns.extra.map((column) => ({
      subject: columnSubject(table.canonical, column.name),
      departs: table.side.source,
      message: `${columnLabel(table.canonical, column.name)} is in ${table.side.remedies.side} and not in SQL. ${addFirstOr(table.side.remedies.dropColumn(column), 'the column')}`,
      places: placesIn(table, null, column),
      actual: columnFact(column),
      repair: made(table, { kind: 'drop-column', table: ownRef(table), column: column.name }),
    })),
};
