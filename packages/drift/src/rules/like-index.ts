import { tableLabel } from '@canonical-schema/schema';
import { keyColumnsOf } from '../compare/index-structure';
import { columnsLabel, objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Rule } from './rule';

/** The twin that Django makes beside an index on text, for searches by prefix, and the SQL lacks. */
export const likeIndex: Rule = {
  code: 'like-index',
  over: 'table',
  judge: (table) =>
    table.indexes.extra
      .filter((index) => index.origin === 'pattern')
      .map((index) => ({
        subject: objectSubject('index', table.canonical, index, keyColumnsOf(index)),
        departs: table.side.source,
        message: `Django makes a second index for searches by prefix on ${tableLabel(table.canonical)} ${columnsLabel(keyColumnsOf(index))}, the SQL does not.`,
        places: placesIn(table, null, index),
        actual: indexFact(index),
      })),
};
