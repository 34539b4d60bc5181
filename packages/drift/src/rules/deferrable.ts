import { tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { isDjango } from '../compare/choices';
import { keyColumnsOf } from '../compare/index-structure';
import { addRule, all, dropRule, noRepair, replaceForeignKey } from '../repairs/repair';
import { deferrableWords } from '../wording/sql-words';
import { columnsLabel, objectSubject, orSqlFirst, placesIn } from './departure';
import { foreignKeyLabel } from './foreign-key-words';
import type { Departure, Rule } from './rule';

/** Checked at the end of the statement or of the transaction. Django defers every foreign key. */
export const deferrable: Rule = {
  code: 'deferrable',
  over: 'table',
  judge: (table) => [...ofForeignKeys(table), ...ofUniques(table)],
};

function ofForeignKeys(table: TablePair): Departure[] {
  const { remedies, source } = table.side;
  return table.foreignKeys.both.flatMap(({ canonical, actual }): Departure[] => {
    const [expected, found] = [deferrableWords(canonical), deferrableWords(actual)];
    if (expected === found) return [];
    const isTolerated = isDjango(source);
    return [
      {
        subject: objectSubject('foreign-key', table.canonical, canonical, canonical.columns),
        departs: source,
        severity: isTolerated ? 'tolerated' : 'error',
        message: `${foreignKeyLabel(table.canonical, canonical)} is ${expected} in SQL and ${found} in ${remedies.side}. ${isTolerated ? 'Django makes every foreign key so.' : orSqlFirst(remedies.setDeferrable(canonical))}`,
        places: placesIn(table, canonical, actual),
        canonical: expected,
        actual: found,
        repair: isTolerated ? noRepair : replaceForeignKey(table, { canonical, actual }),
      },
    ];
  });
}

/** Between two constraints; a unique index against a deferrable constraint is `unique-form`. */
function ofUniques(table: TablePair): Departure[] {
  const { remedies, source } = table.side;
  return table.uniqueness.both.flatMap(({ canonical, actual }): Departure[] => {
    const [expected, found] = [deferrableWords(canonical), deferrableWords(actual)];
    if (expected === found || canonical.form !== actual.form) return [];
    const columns = keyColumnsOf(canonical.index);
    return [
      {
        subject: objectSubject('unique', table.canonical, canonical.index, columns),
        departs: source,
        message: `The unique constraint ${tableLabel(table.canonical)} ${columnsLabel(columns)} is ${expected} in SQL and ${found} in ${remedies.side}. ${orSqlFirst(remedies.setUniqueDeferrable(expected))}`,
        places: placesIn(table, canonical.index, actual.index),
        canonical: expected,
        actual: found,
        repair: all(dropRule(table, actual), addRule(table, canonical)),
      },
    ];
  });
}
