import { isUnreadable } from '@canonical-schema/schema';
import { alterColumn } from '../repairs/column-repair';
import { columnLabel, columnSubject, orSqlFirst, placesIn } from './departure';
import type { Rule } from './rule';

/** Both sides name a collation, and not the same. */
export const collation: Rule = {
  code: 'collation',
  over: 'column',
  judge: (pair, table) => {
    const { canonical, actual } = pair;
    const [expected, found] = [canonical.collation, actual.collation];
    if (isUnreadable(expected) || isUnreadable(found)) return [];
    if (expected === null || found === null || expected === found) return [];
    const { remedies } = table.side;
    return [
      {
        subject: columnSubject(table.canonical, canonical.name),
        departs: table.side.source,
        message: `${columnLabel(table.canonical, canonical.name)} is collated ${expected} in SQL and ${found} in ${remedies.side}. ${orSqlFirst(remedies.setCollation(expected))}`,
        places: placesIn(table, canonical, actual),
        canonical: expected,
        actual: found,
        repair: alterColumn(table, pair, ['collation']),
      },
    ];
  },
};
