import { isUnreadable, tableLabel } from '@canonical-schema/schema';
import { addConstraint, all, dropCheck } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { objectSubject, orSqlFirst, placesIn } from './departure';
import type { Departure, Rule } from './rule';

/** The same check, by its name or its columns, with another expression. */
export const checkDefinition: Rule = {
  code: 'check-definition',
  over: 'table',
  judge: (table) =>
    table.checks.both.flatMap(({ canonical, actual }): Departure[] => {
      const [expected, found] = [canonical.expression, actual.expression];
      if (isUnreadable(expected) || isUnreadable(found) || expected === found) return [];
      const { remedies, source } = table.side;
      return [
        {
          subject: objectSubject('check', table.canonical, canonical, canonical.columns),
          departs: source,
          message: `The check${namedWords(canonical)} of ${tableLabel(table.canonical)} is (${expected}) in SQL and (${found}) in ${remedies.side}. ${orSqlFirst(remedies.setCheck(expected))}`,
          places: placesIn(table, canonical, actual),
          canonical: expected,
          actual: found,
          repair: all(dropCheck(table, actual), addConstraint(table, { kind: 'check', ...canonical })),
        },
      ];
    }),
};
