import { type Index, type Table, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import type { UniquenessRule } from '../align/uniqueness';
import { isRedundantIndex, isRedundantUnique, standInFor } from '../compare/coverage';
import { describeIndex, keyColumnsOf } from '../compare/index-structure';
import { addIndex, addMissingRule, dropIndex, dropRule, noRepair, type Repair } from '../repairs/repair';
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
    const extraIndexes = redundantIndexes(table.indexes.extra, table.uniqueness.missing, table);
    const missingIndexes = redundantIndexes(table.indexes.missing, table.uniqueness.extra, table);
    return [
      ...missingIndexes.map((index) => ({
        ...departureOf(index, table, 'canonical'),
        repair: withoutUnique(index, table),
      })),
      ...missing.map((rule) => departureOfRule(rule, table)),
      ...extraIndexes.map((index) => ({ ...departureOf(index, table, 'actual'), repair: dropIndex(table, index) })),
      ...extra.map((rule) => ({ ...departureOf(rule.index, table, 'actual'), repair: dropRule(table, rule) })),
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

function redundantUniques(rules: readonly UniquenessRule[], lacking: Table): UniquenessRule[] {
  return rules.filter((rule) => isRedundantUnique(rule, lacking));
}

/** A subset mirror may leave out what it has in another way, as long as it has that. */
function departureOfRule(rule: UniquenessRule, table: TablePair): Departure {
  const repair = withoutCover(rule, table);
  const departure = departureOf(rule.index, table, 'canonical');
  return repair.length === 0 ? departure : { ...departure, isAllowed: false, repair };
}

/** Adds a rule of the SQL where what the source has instead makes way for something else. */
function withoutCover(rule: UniquenessRule, table: TablePair): Repair {
  const indexes = table.uniqueness.both.map(({ canonical }) => canonical.index);
  const agreeing = { ...table.actual, primaryKey: table.primaryKey.canonical, uniques: [], indexes };
  return isRedundantUnique(rule, agreeing) ? noRepair : addMissingRule(table, rule);
}

/** Adds an index of the SQL that only a unique of the source covers, which goes. */
function withoutUnique(index: Index, table: TablePair): Repair {
  return isRedundantIndex(index, { ...table, actual: table.canonical }) ? noRepair : addIndex(table, index);
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
