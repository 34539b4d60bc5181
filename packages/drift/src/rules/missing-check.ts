import { type Check, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { addConstraint } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { choicesFor } from './check-choices';
import { objectSubject, placesIn } from './departure';
import { factValue } from './facts';
import type { Departure, Rule } from './rule';

/** A check of the SQL that the other side does not have; tolerated where Django's `choices` list the same labels. */
export const missingCheck: Rule = {
  code: 'missing-check',
  over: 'table',
  judge: (table) => table.checks.missing.flatMap((check) => judgeCheck(check, table)),
};

function judgeCheck(check: Check, table: TablePair): Departure[] {
  const { remedies, source } = table.side;
  const chosen = choicesFor(check, table);
  if (chosen !== null && chosen.comparison === 'other-set') return [];
  const fact = `${tableLabel(table.canonical)} has CHECK (${String(check.expression)})${namedWords(check)} in SQL and not in ${remedies.side}`;
  const departure = {
    subject: objectSubject('check', table.canonical, check, check.columns),
    departs: source,
    canonical: factValue(check.expression),
    repair: addConstraint(table, { kind: 'check', ...check }),
  };
  if (chosen === null) {
    const message = `${fact}. ${remedies.addCheck(check)}, or drop it from the SQL.`;
    return [{ ...departure, message, places: placesIn(table, check, null, check.columns) }];
  }
  const message = `${fact}, where the choices of ${chosen.column.actual.name} are the same.`;
  const places = placesIn(table, check, chosen.column.actual);
  return [{ ...departure, severity: 'tolerated', message, places, actual: chosen.choices }];
}
