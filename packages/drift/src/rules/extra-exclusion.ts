import { tableLabel } from '@canonical-schema/schema';
import { dropConstraint } from '../repairs/repair';
import { addFirstOr, objectSubject, placesIn } from './departure';
import { factValue } from './facts';
import type { Rule } from './rule';

/** An exclusion constraint that the SQL does not have. */
export const extraExclusion: Rule = {
  code: 'extra-exclusion',
  over: 'table',
  judge: (table) =>
    table.exclusions.extra.map((exclusion) => ({
      subject: objectSubject('exclusion', table.canonical, exclusion, exclusion.columns),
      departs: table.side.source,
      message: `The exclusion constraint ${String(exclusion.definition)} of ${tableLabel(table.canonical)} is in ${table.side.remedies.side} and not in SQL. ${addFirstOr(table.side.remedies.dropExclusion(exclusion))}`,
      places: placesIn(table, null, exclusion),
      actual: factValue(exclusion.definition),
      repair: dropConstraint(table, 'exclusion', exclusion),
    })),
};
