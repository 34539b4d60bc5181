import { type Index, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { hasIndexStartingWith, isForeignKeyIndex } from '../compare/coverage';
import { keyColumnsOf } from '../compare/index-structure';
import { dropIndex } from '../repairs/repair';
import { columnsLabel, objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Departure, Rule } from './rule';

/**
 * The index that Django makes for a foreign key, and the SQL lacks; tolerated where another one serves the column. Where
 * a foreign key brings its own index, one that only one side writes down is tolerated, too.
 */
export const fkIndex: Rule = {
  code: 'fk-index',
  over: 'table',
  judge: (table) => {
    const { extra, missing } = table.indexes;
    const { dialect } = table.side;
    return [
      ...missing
        .filter((index) => isForeignKeyIndex(index, table.actual, dialect))
        .map((index) => implied(index, table, 'canonical')),
      ...extra.flatMap((index) => {
        if (isForeignKeyIndex(index, table.canonical, dialect)) return [implied(index, table, 'actual')];
        return index.origin === 'foreign-key' ? [made(index, table)] : [];
      }),
    ];
  },
};

function made(index: Index, table: TablePair): Departure {
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
}

/** An index that the server makes for the foreign key where nobody writes it. */
function implied(index: Index, table: TablePair, on: 'canonical' | 'actual'): Departure {
  const columns = keyColumnsOf(index);
  const { dialect, remedies, source } = table.side;
  const where = on === 'canonical' ? `in SQL and not in ${remedies.side}` : `in ${remedies.side} and not in SQL`;
  return {
    subject: objectSubject('index', table.canonical, index, columns),
    departs: source,
    severity: 'tolerated',
    message: `The index of the foreign key ${tableLabel(table.canonical)} ${columnsLabel(columns)} is written ${where}. ${dialect.traits.label} makes one by itself.`,
    places: placesIn(table, on === 'canonical' ? index : null, on === 'actual' ? index : null, columns),
    [on]: indexFact(index),
  };
}
