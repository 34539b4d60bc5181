import { type Index, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { isPossibleTwin } from '../compare/coverage';
import { keyColumnsOf } from '../compare/index-structure';
import { columnsLabel, objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Departure, Rule } from './rule';

/** The twin that Django makes beside an index on text, for searches by prefix: the SQL lacks it, or has it where Django may not. */
export const likeIndex: Rule = {
  code: 'like-index',
  over: 'table',
  judge: (table) => [
    ...table.indexes.extra.filter((index) => index.origin === 'pattern').map((index) => ofExtra(index, table)),
    ...table.indexes.missing.filter((index) => isOpenTwin(index, table)).map((index) => ofOpen(index, table)),
  ],
};

/** Is an index that the models lack one that Django makes where the column's collation lets it? */
export function isOpenTwin(index: Index, { side, actual }: TablePair): boolean {
  return side.source.startsWith('django') && isPossibleTwin(index, actual);
}

function ofExtra(index: Index, table: TablePair): Departure {
  return {
    subject: objectSubject('index', table.canonical, index, keyColumnsOf(index)),
    departs: table.side.source,
    message: `Django makes a second index for searches by prefix on ${tableLabel(table.canonical)} ${columnsLabel(keyColumnsOf(index))}, the SQL does not.`,
    places: placesIn(table, null, index, keyColumnsOf(index)),
    actual: indexFact(index),
  };
}

function ofOpen(index: Index, table: TablePair): Departure {
  return {
    subject: objectSubject('index', table.canonical, index, keyColumnsOf(index)),
    departs: table.side.source,
    message: `The SQL has a second index for searches by prefix on ${tableLabel(table.canonical)} ${columnsLabel(keyColumnsOf(index))}. Django makes it too where the column's collation is deterministic.`,
    places: placesIn(table, index, null, keyColumnsOf(index)),
    canonical: indexFact(index),
  };
}
