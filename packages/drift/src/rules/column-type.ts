import { isUnreadable } from '@canonical-schema/schema';
import type { ColumnPair } from '../align/alignment';
import { isDjango } from '../compare/choices';
import { compareTypes, type TypeComparison } from '../compare/column-types';
import { compareLabels } from '../compare/labels';
import { alterType } from '../repairs/column-repair';
import { noRepair } from '../repairs/repair';
import { columnLabel, columnSubject, orSqlFirst, placesIn } from './departure';
import { factValue } from './facts';
import type { Rule } from './rule';

/** Two types that differ, and those that differ in name only. */
export const columnType: Rule = {
  code: 'column-type',
  over: 'column',
  judge: (pair, table) => {
    const { canonical, actual } = pair;
    const comparison = compareTypes(pair, table.side);
    if (!differing.has(comparison.kind)) return [];
    const [expected, found] = [String(canonical.type), String(actual.type)];
    const fact = `${columnLabel(table.canonical, canonical.name)} is ${expected} in SQL and ${found} in ${table.side.remedies.side}.`;
    const departure = {
      subject: columnSubject(table.canonical, canonical.name),
      departs: table.side.source,
      places: placesIn(table, canonical, actual),
      canonical: factValue(canonical.type),
      actual: factValue(actual.type),
      repair: alterType(table, pair),
    };
    if (comparison.kind === 'tolerated') {
      return [{ ...departure, severity: 'tolerated', message: `${fact} ${comparison.why}` }];
    }
    if (comparison.kind === 'choices' && hasSameChoices(pair)) {
      return [{ ...departure, severity: 'tolerated', message: `${fact} The choices are the enum's labels.` }];
    }
    if (comparison.kind !== 'different') return [];
    if (isDjango(table.side.source) && table.side.dialect.isWidened(expected, found)) {
      const message = `${fact} Django makes no other of its kind: say ${found} in the SQL.`;
      return [{ ...departure, severity: 'warning', message, repair: noRepair }];
    }
    return [{ ...departure, message: `${fact} ${orSqlFirst(table.side.remedies.setType(found, expected))}` }];
  },
};

/** The comparisons that a finding may come of. */
const differing: ReadonlySet<TypeComparison['kind']> = new Set(['tolerated', 'choices', 'different']);

function hasSameChoices({ labels, actual }: ColumnPair): boolean {
  if (labels.canonical === null || isUnreadable(labels.canonical)) return false;
  return compareLabels(labels.canonical, actual.choices ?? []) !== 'other-set';
}
