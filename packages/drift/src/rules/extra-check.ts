import { tableLabel } from '@canonical-schema/schema';
import { dropCheck } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { addFirstOr, objectSubject, placesIn } from './departure';
import { factValue } from './facts';
import type { Rule } from './rule';

/** A check that the SQL does not have; a warning where a Django field makes it by itself. */
export const extraCheck: Rule = {
  code: 'extra-check',
  over: 'table',
  judge: (table) =>
    table.checks.extra.map((check) => ({
      subject: objectSubject('check', table.canonical, check, check.columns),
      departs: table.side.source,
      severity: check.origin === 'field' ? 'warning' : 'error',
      message: `${tableLabel(table.canonical)} has CHECK (${String(check.expression)})${namedWords(check)} in ${table.side.remedies.side} and not in SQL. ${addFirstOr(table.side.remedies.dropCheck(check))}`,
      places: placesIn(table, null, check, check.columns),
      actual: factValue(check.expression),
      repair: dropCheck(table, check),
    })),
};
