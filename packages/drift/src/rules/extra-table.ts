import { type Table, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { dropConstraint, type Repair } from '../repairs/repair';
import { addFirstOr, placesOf, tableSubject } from './departure';
import type { Rule } from './rule';

/** A table of the other side that the SQL does not have. */
export const extraTable: Rule = {
  code: 'extra-table',
  over: 'reading',
  judge: ({ side, tables }) =>
    tables.extra.map((table) => {
      const model = table.orm === undefined ? '' : ` (${table.orm.model})`;
      return {
        subject: tableSubject(table),
        departs: side.source,
        message: `${tableLabel(table)} is in ${side.remedies.side}${model} and not in SQL. ${addFirstOr(side.remedies.dropTable(table), 'the table')}`,
        places: placesOf(side, null, table.place),
        actual: table.columns.map((column) => column.name).sort(),
        repair: [
          ...keysTo(table, tables.both),
          { kind: 'drop-table', table: { schema: table.schema, name: table.name } },
        ],
      };
    }),
};

/** Drops the foreign keys of tables that stay to one that goes. */
function keysTo({ schema, name }: Table, others: readonly TablePair[]): Repair {
  return others.flatMap((table) =>
    table.foreignKeysAbroad
      .filter(({ references }) => references.schema === schema && references.table === name)
      .flatMap((key) => dropConstraint(table, 'foreign-key', key)),
  );
}
