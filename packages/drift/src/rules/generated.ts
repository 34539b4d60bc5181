import { type Generated, isUnreadable } from '@canonical-schema/schema';
import { alterColumn } from '../repairs/column-repair';
import { columnLabel, columnSubject, orSqlFirst, placesIn } from './departure';
import type { Rule } from './rule';

/** Generated on one side only, stored against virtual, or another expression. */
export const generated: Rule = {
  code: 'generated',
  over: 'column',
  judge: (pair, table) => {
    const { canonical, actual } = pair;
    if (isUnreadable(canonical.generated) || isUnreadable(actual.generated)) return [];
    const [expected, found] = [words(canonical.generated), words(actual.generated)];
    if (expected === found) return [];
    const { remedies } = table.side;
    return [
      {
        subject: columnSubject(table.canonical, canonical.name),
        departs: table.side.source,
        message: `${columnLabel(table.canonical, canonical.name)} is ${expected} in SQL and ${found} in ${remedies.side}. ${orSqlFirst(remedies.setGenerated(canonical))}`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.generated,
        actual: actual.generated,
        repair: alterColumn(table, pair, ['generated', 'nullable', 'default']),
      },
    ];
  },
};

function words(column: Generated | null): string {
  return column === null ? 'an ordinary column' : `generated ${column.kind} as (${column.expression})`;
}
