import { targetOf } from '../align/constraints';
import { objectSubject, placesIn } from './departure';
import { foreignKeyFact, foreignKeyLabel, targetLabel } from './foreign-key-words';
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
    const found = isSameTarget ? `MATCH ${actual.match.toUpperCase()}` : targetLabel(actual);
    return [
      {
        subject: objectSubject('foreign-key', table.canonical, canonical, canonical.columns),
        departs: source,
        message: `${foreignKeyLabel(table.canonical, canonical)}${isSameTarget ? ` MATCH ${canonical.match.toUpperCase()}` : ''} in SQL and ${found} in ${remedies.side}. ${remedies.setTarget(canonical)}, or change the SQL first.`,
        places: placesIn(table, canonical, actual),
        canonical: foreignKeyFact(canonical),
        actual: foreignKeyFact(actual),
      },
    ];
  },
};
