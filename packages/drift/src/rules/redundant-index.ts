import { type Index, type Table, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import type { UniquenessRule } from '../align/uniqueness';
import { isRedundantIndex, isRedundantUnique, standInFor } from '../compare/coverage';
import { describeIndex, keyColumnsOf } from '../compare/index-structure';
import { objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Departure, Rule } from './rule';

/** An index or uniqueness rule on one side only, whose columns another unique or key covers exactly. */
export const redundantIndex: Rule = {
  code: 'redundant-index',
  over: 'table',
  judge: (table) => {
    const missing = redundantUniques(table.uniqueness.missing, table.actual);
    const extra = redundantUniques(table.uniqueness.extra, table.canonical);
    const inSql = [...redundantIndexes(table.indexes.missing, table.uniqueness.extra, table), ...missing];
    const elsewhere = [...redundantIndexes(table.indexes.extra, table.uniqueness.missing, table), ...extra];
    return [
      ...inSql.map((index) => departureOf(index, table, 'canonical')),
      ...elsewhere.map((index) => departureOf(index, table, 'actual')),
    ];
  },
};

/** Of indexes on one side only; one that stands in for a rule that its side lacks is told of with that rule. */
function redundantIndexes(indexes: readonly Index[], lacked: readonly UniquenessRule[], table: TablePair): Index[] {
  const redundant = indexes.filter((index) => index.origin === 'written' && isRedundantIndex(index, table));
  if (redundant.length === 0) return redundant;
  const standIns = new Set(lacked.map(({ index }) => standInFor(index, indexes)));
  return redundant.filter((index) => !standIns.has(index));
}

function redundantUniques(rules: readonly UniquenessRule[], lacking: Table): Index[] {
  return rules.filter((rule) => isRedundantUnique(rule, lacking)).map(({ index }) => index);
}

function departureOf(index: Index, table: TablePair, on: 'canonical' | 'actual'): Departure {
  const { remedies, source, mirror } = table.side;
  const isInSql = on === 'canonical';
  const sides = isInSql ? `in SQL and not in ${remedies.side}` : `in ${remedies.side} and not in SQL`;
  const remedy = isInSql ? 'Drop it from the SQL' : remedies.dropIndex(index);
  return {
    subject: objectSubject('index', table.canonical, index, keyColumnsOf(index)),
    departs: source,
    isAllowed: isInSql && mirror === 'subset',
    message: `${tableLabel(table.canonical)} has ${describeIndex(index)} ${sides}; a unique or key covers the same columns. ${remedy}.`,
    places: placesIn(table, isInSql ? index : null, isInSql ? null : index, keyColumnsOf(index)),
    [on]: indexFact(index),
  };
}
