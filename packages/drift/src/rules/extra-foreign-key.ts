import type { ForeignKey } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { dropConstraint } from '../repairs/repair';
import { addFirstOr, objectSubject, placesIn } from './departure';
import { foreignKeyFact, foreignKeyLabel } from './foreign-key-words';
import type { Departure, Rule } from './rule';

/** A foreign key that the SQL does not have. Where it leads to a table that the SQL leaves to others, it cannot have it. */
export const extraForeignKey: Rule = {
  code: 'extra-foreign-key',
  over: 'table',
  judge: (table) => [
    ...table.foreignKeys.extra.map((key) => ({
      ...departureOf(key, table),
      message: `${foreignKeyLabel(table.canonical, key)} is in ${table.side.remedies.side} and not in SQL. ${addFirstOr(table.side.remedies.dropForeignKey(key))}`,
      repair: dropConstraint(table, 'foreign-key', key),
    })),
    ...table.foreignKeysAbroad.map(
      (key): Departure => ({
        ...departureOf(key, table),
        severity: 'tolerated',
        message: `${foreignKeyLabel(table.canonical, key)} is in ${table.side.remedies.side} and not in SQL, which does not describe ${key.references.table}.`,
      }),
    ),
  ],
};

function departureOf(key: ForeignKey, table: TablePair): Omit<Departure, 'message'> {
  return {
    subject: objectSubject('foreign-key', table.canonical, key, key.columns),
    departs: table.side.source,
    places: placesIn(table, null, key, key.columns),
    actual: foreignKeyFact(key),
  };
}
