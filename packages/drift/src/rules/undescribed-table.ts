import { tableLabel } from '@canonical-schema/schema';
import { tableKey } from '../align/alignment';
import { placesOf, tableSubject } from './departure';
import type { Rule } from './rule';

/** A table of the SQL that every mirror is allowed to leave out, and every one does. */
export const undescribedTable: Rule = {
  code: 'undescribed-table',
  over: 'judgement',
  judge: ({ canonical, alignments }) => {
    const [first] = alignments;
    if (first === undefined || alignments.some(({ side }) => side.mirror === 'all')) return [];
    const missingCounts = new Map<string, number>();
    for (const table of alignments.flatMap((alignment) => (alignment.isEmpty ? [] : alignment.tables.missing))) {
      missingCounts.set(tableKey(table), (missingCounts.get(tableKey(table)) ?? 0) + 1);
    }
    return canonical.schema.tables
      .filter((table) => missingCounts.get(tableKey(table)) === alignments.length)
      .map((table) => ({
        subject: tableSubject(table),
        departs: 'canonical',
        message: `${tableLabel(table)} is in SQL and in no other source. Describe it in one of them, or drop it from the SQL.`,
        places: placesOf(first.side, table.place, null),
      }));
  },
};
