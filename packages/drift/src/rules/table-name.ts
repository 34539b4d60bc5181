import { tableLabel } from '@canonical-schema/schema';
import { made, ownRef } from '../repairs/repair';
import { placesIn, tableSubject } from './departure';
import type { Rule } from './rule';

/** A table of the same columns under another name. */
export const tableName: Rule = {
  code: 'table-name',
  over: 'table',
  judge: (table) => {
    const { canonical, actual, side } = table;
    const [expected, found] = [tableLabel(canonical), tableLabel(actual)];
    if (expected === found) return [];
    const model = actual.orm === undefined ? '' : ` (${actual.orm.model})`;
    return [
      {
        subject: tableSubject(canonical),
        departs: side.source,
        message: `${expected} in SQL is ${found} in ${side.remedies.side}${model}: the columns are the same, the name is not. ${side.remedies.renameTable(canonical)}, or rename the table in the SQL first.`,
        places: placesIn(table, canonical, actual),
        canonical: expected,
        actual: found,
        repair: made(table, {
          kind: 'rename-table',
          table: ownRef(table),
          to: { schema: canonical.schema, name: canonical.name },
        }),
      },
    ];
  },
};
