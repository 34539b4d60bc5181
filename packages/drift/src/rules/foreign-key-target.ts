import { type ForeignKey, tableLabel } from '@canonical-schema/schema';
import { targetOf } from '../align/constraints';
import { replaceForeignKey } from '../repairs/repair';
import { columnsLabel, objectSubject, orSqlFirst, placesIn } from './departure';
import { foreignKeyFact, targetLabel } from './foreign-key-words';
import type { Rule } from './rule';

/** The same columns reference another table or column, or composite ones match NULLs in another way. */
export const foreignKeyTarget: Rule = {
  code: 'foreign-key-target',
  over: 'foreign-key',
  judge: ({ canonical, actual }, table) => {
    const isSameTarget = targetOf(canonical) === targetOf(actual);
    const isSameMatch = canonical.columns.length === 1 || canonical.match === actual.match;
    if (isSameTarget && isSameMatch) return [];
    const { remedies, source } = table.side;
    const words = (key: ForeignKey) => targetLabel(key) + (isSameTarget ? ` MATCH ${key.match.toUpperCase()}` : '');
    const columns = columnsLabel(canonical.columns);
    return [
      {
        subject: objectSubject('foreign-key', table.canonical, canonical, canonical.columns),
        departs: source,
        message: `The foreign key ${tableLabel(table.canonical)} ${columns} references ${words(canonical)} in SQL and ${words(actual)} in ${remedies.side}. ${orSqlFirst(remedies.setTarget(canonical))}`,
        places: placesIn(table, canonical, actual),
        canonical: foreignKeyFact(canonical),
        actual: foreignKeyFact(actual),
        repair: replaceForeignKey(table, { canonical, actual }),
      },
    ];
  },
};
