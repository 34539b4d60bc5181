import { tableLabel } from '@canonical-schema/schema';
import { isForeignKeyIndex, isRedundantIndex } from '../compare/coverage';
import { describeIndex, keyColumnsOf } from '../compare/index-structure';
import { dropIndex } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { addFirstOr, objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Rule } from './rule';

/** An index that a person wrote on the other side, and that the SQL does not have. */
export const extraIndex: Rule = {
  code: 'extra-index',
  over: 'table',
  judge: (table) =>
    table.indexes.extra
      .filter(
        (index) =>
          index.origin === 'written' &&
          !isRedundantIndex(index, table) &&
          !isForeignKeyIndex(index, table.canonical, table.side.dialect),
      )
      .map((index) => ({
        subject: objectSubject('index', table.canonical, index, keyColumnsOf(index)),
        departs: table.side.source,
        message: `${tableLabel(table.canonical)} has the index ${describeIndex(index)}${namedWords(index)} in ${table.side.remedies.side} and not in SQL. ${addFirstOr(table.side.remedies.dropIndex(index))}`,
        places: placesIn(table, null, index, keyColumnsOf(index)),
        actual: indexFact(index),
        repair: dropIndex(table, index),
      })),
};
