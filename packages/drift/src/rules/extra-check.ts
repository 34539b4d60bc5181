import { type Check, isUnreadable, type Severity, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { dropCheck, noRepair } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { addFirstOr, objectSubject, placesIn } from './departure';
import { factValue } from './facts';
import type { Rule } from './rule';

/** A check that the SQL does not have; less than an error where a Django field makes it by itself. */
export const extraCheck: Rule = {
  code: 'extra-check',
  over: 'table',
  judge: (table) =>
    table.checks.extra.map((check) => {
      const severity = severityOf(check, table);
      const isTolerated = severity === 'tolerated';
      const remedy = isTolerated
        ? 'No row that gets there breaks it.'
        : addFirstOr(table.side.remedies.dropCheck(check));
      return {
        subject: objectSubject('check', table.canonical, check, check.columns),
        departs: table.side.source,
        severity,
        message: `${tableLabel(table.canonical)} has CHECK (${String(check.expression)})${namedWords(check)} in ${table.side.remedies.side} and not in SQL. ${remedy}`,
        places: placesIn(table, null, check, check.columns),
        actual: factValue(check.expression),
        repair: isTolerated ? noRepair : dropCheck(table, check),
      };
    }),
};

function severityOf(check: Check, table: TablePair): Severity {
  if (check.origin === 'written') return 'error';
  const column = table.columns.both.find(({ actual }) => actual.name === check.columns[0]);
  const type = column?.canonical.type;
  const isKnown = type !== undefined && !isUnreadable(type) && !isUnreadable(check.expression);
  return isKnown && table.side.dialect.isPrecaution(String(check.expression), type) ? 'tolerated' : 'warning';
}
