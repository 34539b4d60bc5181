import type { Index } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import type { Pair } from '../align/pairing';
import { keyColumnsOf } from '../compare/index-structure';
import { renameIndex } from '../repairs/repair';
import type { Rule } from './rule';
import { differentNames, type NamedPair } from './written-names';

/** The same index under two written names. */
export const indexName: Rule = {
  code: 'index-name',
  over: 'table',
  judge: (table) => {
    const unique = table.uniqueness.both
      .filter((pair) => pair.canonical.form === 'index' && pair.actual.form === 'index')
      .map((pair) => ({ canonical: pair.canonical.index, actual: pair.actual.index }));
    return differentNames(
      [...table.indexes.both, ...unique].map((pair) => named(pair, table)),
      table,
    );
  },
};

function named(pair: Pair<Index>, table: TablePair): NamedPair {
  const repair = () => renameIndex(table, pair);
  return { ...pair, kind: 'index', noun: 'index', columns: keyColumnsOf(pair.canonical), repair };
}
