import { tableLabel } from '@canonical-schema/schema';
import { addConstraint } from '../repairs/repair';
import { objectSubject, placesIn } from './departure';
import { factValue } from './facts';
import type { Rule } from './rule';

/** An exclusion constraint of the SQL that the other side does not have. */
export const missingExclusion: Rule = {
  code: 'missing-exclusion',
  over: 'table',
  judge: (table) =>
    table.exclusions.missing.map((exclusion) => ({
      subject: objectSubject('exclusion', table.canonical, exclusion, exclusion.columns),
      departs: table.side.source,
      message: `The exclusion constraint ${String(exclusion.definition)} of ${tableLabel(table.canonical)} is in SQL and not in ${table.side.remedies.side}. ${table.side.remedies.addExclusion(exclusion)}, or drop it from the SQL.`,
      places: placesIn(table, exclusion, null),
      canonical: factValue(exclusion.definition),
      repair: addConstraint(table, { kind: 'exclusion', ...exclusion }),
    })),
};
