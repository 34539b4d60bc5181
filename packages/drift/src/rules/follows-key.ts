import { compareTypes } from '../compare/column-types';
import { alterColumn } from '../repairs/column-repair';
import { columnLabel, columnSubject, placesIn } from './departure';
import type { Rule } from './rule';

/** A foreign key's column whose type differs only because the referenced column's does. */
export const followsKey: Rule = {
  code: 'follows-key',
  over: 'column',
  judge: (pair, table) => {
    if (compareTypes(pair, table.side).kind !== 'follows-key') return [];
    const { canonical, actual } = pair;
    return [
      {
        subject: columnSubject(table.canonical, canonical.name),
        departs: table.side.source,
        message: `${columnLabel(table.canonical, canonical.name)} is ${canonical.type} in SQL and ${actual.type} in ${table.side.remedies.side}, as the column is that it references. Mend the referenced column.`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.type,
        actual: actual.type,
        repair: alterColumn(table, pair, ['type']),
      },
    ];
  },
};
