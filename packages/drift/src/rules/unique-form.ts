import { type Severity, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import type { Pair } from '../align/pairing';
import type { UniquenessRule } from '../align/uniqueness';
import { describeIndex, keyColumnsOf, structureOf } from '../compare/index-structure';
import { addRule, all, dropRule } from '../repairs/repair';
import { columnsLabel, objectSubject, placesIn } from './departure';
import type { Rule } from './rule';

/** A unique index against a unique constraint: the same rule, unless somebody relies on the constraint. */
export const uniqueForm: Rule = {
  code: 'unique-form',
  over: 'table',
  judge: (table) =>
    table.uniqueness.both
      .filter(({ canonical, actual }) => canonical.form !== actual.form && isSameStructure(canonical, actual))
      .map((pair) => {
        const { canonical, actual } = pair;
        const columns = keyColumnsOf(canonical.index);
        const severity = severityOf(pair, table);
        const words = (rule: UniquenessRule) => `a unique ${rule.form}`;
        const remedies = table.side.remedies;
        const remedy =
          severity === 'tolerated' ? 'Both keep the same rows out.' : `Give both sides a unique ${canonical.form}.`;
        return {
          subject: objectSubject('unique', table.canonical, canonical.index, columns),
          departs: table.side.source,
          severity,
          message: `${tableLabel(table.canonical)} ${columnsLabel(columns)} is kept unique by ${words(canonical)} in SQL and by ${words(actual)} in ${remedies.side}. ${remedy}`,
          places: placesIn(table, canonical.index, actual.index),
          canonical: `${canonical.form}: ${describeIndex(canonical.index)}`,
          actual: `${actual.form}: ${describeIndex(actual.index)}`,
          repair: all(dropRule(table, actual), addRule(table, canonical)),
        };
      }),
};

/** Rules that differ in more than their form are `index-definition`. */
function isSameStructure(canonical: UniquenessRule, actual: UniquenessRule): boolean {
  return structureOf(canonical.index) === structureOf(actual.index);
}

/** Only a constraint can be deferred, and a foreign key's target is one in the SQL standard. */
function severityOf({ canonical, actual }: Pair<UniquenessRule>, table: TablePair): Severity {
  const columns = keyColumnsOf(canonical.index).toSorted().join('\u0000');
  const isReliedOn = canonical.deferrable || actual.deferrable || table.referenced.has(columns);
  return isReliedOn ? 'error' : 'tolerated';
}
