import { type Index, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import type { Pair } from '../align/pairing';
import type { UniquenessRule } from '../align/uniqueness';
import { describeIndex, keyColumnsOf, structureOf } from '../compare/index-structure';
import { addIndex, addRule, all, dropIndex, dropRule } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { objectSubject, orSqlFirst, placesIn } from './departure';
import { indexFact } from './facts';
import type { Departure, Rule } from './rule';

/** Indexes over the same columns that differ in method, order, operator class, collation, predicate or INCLUDE. */
export const indexDefinition: Rule = {
  code: 'index-definition',
  over: 'table',
  judge: (table) => {
    return [
      ...table.indexes.both.filter(isDifferent).map((pair) => ({
        ...departureOf(pair, table, 'index'),
        repair: all(dropIndex(table, pair.actual), addIndex(table, pair.canonical)),
      })),
      ...table.uniqueness.both
        .filter((pair) => isDifferent(indexesOf(pair)))
        .map((pair) => ({
          ...departureOf(indexesOf(pair), table, 'unique'),
          repair: all(dropRule(table, pair.actual), addRule(table, pair.canonical)),
        })),
    ];
  },
};

function indexesOf({ canonical, actual }: Pair<UniquenessRule>): Pair<Index> {
  return { canonical: canonical.index, actual: actual.index };
}

function isDifferent({ canonical, actual }: Pair<Index>): boolean {
  const [expected, found] = [structureOf(canonical), structureOf(actual)];
  return expected !== null && found !== null && expected !== found;
}

function departureOf({ canonical, actual }: Pair<Index>, table: TablePair, kind: 'index' | 'unique'): Departure {
  const { remedies, source } = table.side;
  const remedy = kind === 'index' ? remedies.setIndex(canonical) : remedies.addUnique(canonical);
  return {
    subject: objectSubject(kind, table.canonical, canonical, keyColumnsOf(canonical)),
    departs: source,
    message: `The ${kind === 'index' ? 'index' : 'unique rule'}${namedWords(canonical)} of ${tableLabel(table.canonical)} is ${describeIndex(canonical)} in SQL and ${describeIndex(actual)} in ${remedies.side}. ${orSqlFirst(remedy)}`,
    places: placesIn(table, canonical, actual),
    canonical: indexFact(canonical),
    actual: indexFact(actual),
  };
}
