import { type Index, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { isRedundantIndex, isRedundantUnique } from '../compare/coverage';
import { describeIndex, keyColumnsOf } from '../compare/index-structure';
import { objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Departure, Rule } from './rule';

/** An index or uniqueness rule on one side only, whose columns another unique or key covers exactly. */
export const redundantIndex: Rule = {
  code: 'redundant-index',
  over: 'table',
  judge: (table) => {
    const isRedundant = (index: Index) => index.origin === 'written' && isRedundantIndex(index, table);
    const { missing, extra } = table.uniqueness;
    const inSql = [
      ...table.indexes.missing.filter(isRedundant),
      ...missing.filter((rule) => isRedundantUnique(rule, table.actual)).map((rule) => rule.index),
    ];
    const elsewhere = [
      ...table.indexes.extra.filter(isRedundant),
      ...extra.filter((rule) => isRedundantUnique(rule, table.canonical)).map((rule) => rule.index),
    ];
    return [
      ...inSql.map((index) => departureOf(index, table, 'canonical')),
      ...elsewhere.map((index) => departureOf(index, table, 'actual')),
    ];
  },
};

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
    places: isInSql ? placesIn(table, index, null) : placesIn(table, null, index),
    [on]: indexFact(index),
  };
}
