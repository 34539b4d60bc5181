import { tableLabel } from '@canonical-schema/schema';
import { isForeignKeyIndex, isRedundantIndex } from '../compare/coverage';
import { describeIndex, keyColumnsOf } from '../compare/index-structure';
import { addIndex } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { leftOut, objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import { isOpenTwin } from './like-index';
import type { Rule } from './rule';

/** An index of the SQL that the other side does not have. */
export const missingIndex: Rule = {
  code: 'missing-index',
  over: 'table',
  judge: (table) =>
    table.indexes.missing
      .filter(
        (index) =>
          !isRedundantIndex(index, table) &&
          !isOpenTwin(index, table) &&
          !isForeignKeyIndex(index, table.actual, table.side.dialect),
      )
      .map((index) => ({
        subject: objectSubject('index', table.canonical, index, keyColumnsOf(index)),
        departs: table.side.source,
        isAllowed: table.side.mirror === 'subset',
        message: `${tableLabel(table.canonical)} has the index ${describeIndex(index)}${namedWords(index)} in SQL and not in ${table.side.remedies.side}. ${table.side.mirror === 'subset' ? leftOut : `${table.side.remedies.addIndex(index)}, or drop it from the SQL.`}`,
        places: placesIn(table, index, null, keyColumnsOf(index)),
        canonical: indexFact(index),
        repair: addIndex(table, index),
      })),
};
