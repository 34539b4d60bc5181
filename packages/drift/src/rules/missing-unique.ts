import { tableLabel } from '@canonical-schema/schema';
import { isRedundantUnique, standInFor } from '../compare/coverage';
import { describeIndex, keyColumnsOf } from '../compare/index-structure';
import { addMissingRule } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Rule } from './rule';

/** A uniqueness rule of the SQL, whatever its form, that the other side does not have. */
export const missingUnique: Rule = {
  code: 'missing-unique',
  over: 'table',
  judge: (table) =>
    table.uniqueness.missing
      .filter((rule) => !isRedundantUnique(rule, table.actual))
      .map((rule) => [rule, rule.index] as const)
      .map(([rule, index]) => ({
        subject: objectSubject('unique', table.canonical, index, keyColumnsOf(index)),
        departs: table.side.source,
        message: `${tableLabel(table.canonical)} has ${describeIndex(index)}${namedWords(index)} in SQL and not in ${table.side.remedies.side}. ${table.side.remedies.addUnique(index)}, or drop it from the SQL.`,
        places: placesIn(table, index, standInFor(index, table.indexes.extra), keyColumnsOf(index)),
        canonical: indexFact(index),
        repair: addMissingRule(table, rule),
      })),
};
