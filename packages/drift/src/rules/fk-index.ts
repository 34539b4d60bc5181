import { tableLabel } from '@canonical-schema/schema';
import { hasIndexStartingWith } from '../compare/coverage';
import { keyColumnsOf } from '../compare/index-structure';
import { dropIndex } from '../repairs/repair';
import { columnsLabel, objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Rule } from './rule';

/** The index that Django makes for a foreign key, and the SQL lacks; tolerated where another one serves the column. */
export const fkIndex: Rule = {
  code: 'fk-index',
  over: 'table',
  judge: (table) =>
    table.indexes.extra
      .filter((index) => index.origin === 'foreign-key')
      .map((index) => {
        const columns = keyColumnsOf(index);
        const isServed = columns[0] !== undefined && hasIndexStartingWith(table.canonical, columns[0]);
        const remedy = isServed
          ? 'Another index, unique or key of the SQL starts with that column.'
          : `CREATE INDEX ON ${tableLabel(table.canonical)} ${columnsLabel(columns)} in the SQL, or say db_index=False on the field.`;
        return {
          subject: objectSubject('index', table.canonical, index, columns),
          departs: table.side.source,
          severity: isServed ? 'tolerated' : 'warning',
          message: `${table.side.remedies.side.replace(/^the/, 'The')} indexes the foreign key ${tableLabel(table.canonical)} ${columnsLabel(columns)}, the SQL does not. ${remedy}`,
          places: placesIn(table, null, index, keyColumnsOf(index)),
          actual: indexFact(index),
          repair: dropIndex(table, index),
        };
      }),
};
