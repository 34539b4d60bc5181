import { addConstraint } from '../repairs/repair';
import { objectSubject, placesIn } from './departure';
import { foreignKeyFact, foreignKeyLabel } from './foreign-key-words';
import type { Rule } from './rule';

/** A foreign key of the SQL that the other side does not have. */
export const missingForeignKey: Rule = {
  code: 'missing-foreign-key',
  over: 'table',
  judge: (table) =>
    table.foreignKeys.missing.map((key) => ({
      subject: objectSubject('foreign-key', table.canonical, key, key.columns),
      departs: table.side.source,
      message: `${foreignKeyLabel(table.canonical, key)} is in SQL and not in ${table.side.remedies.side}. ${table.side.remedies.addForeignKey(key)}, or drop it from the SQL.`,
      places: placesIn(table, key, null, key.columns),
      canonical: foreignKeyFact(key),
      repair: addConstraint(table, { kind: 'foreign-key', ...key }),
    })),
};
