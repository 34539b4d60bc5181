import { type Subject, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { alterColumn } from '../repairs/column-repair';
import { made, ownRef, type Repair } from '../repairs/repair';
import { columnLabel, columnSubject, orSqlFirst, placesIn, tableSubject } from './departure';
import type { Departure, Rule } from './rule';

/** Both sides comment a table or column, and not with the same text. */
export const comment: Rule = {
  code: 'comment',
  over: 'table',
  judge: (table) => {
    const { canonical, actual } = table;
    if (!actual.managed) return [];
    const ofTable = compare(table, table, 'table', tableSubject(canonical), tableLabel(canonical), () =>
      setTableComment(table),
    );
    const commented = table.columns.both.filter((pair) => pair.canonical.comment !== null);
    const ofColumns = commented.flatMap((pair) => {
      const { name } = pair.canonical;
      const repair = () => alterColumn(table, pair, ['comment']);
      return compare(table, pair, 'column', columnSubject(canonical, name), columnLabel(canonical, name), repair);
    });
    return [...ofTable, ...ofColumns];
  },
};

function setTableComment(table: TablePair): Repair {
  const { comment: text } = table.canonical;
  return made(table, { kind: 'set-table-comment', table: ownRef(table), comment: text });
}

type Commented = Pick<TablePair['canonical'], 'comment' | 'place'>;

function compare(
  table: TablePair,
  pair: { readonly canonical: Commented; readonly actual: Commented },
  of: 'table' | 'column',
  subject: Subject,
  label: string,
  repair: () => Repair,
): Departure[] {
  const [expected, found] = [pair.canonical.comment, pair.actual.comment];
  if (expected === null || found === null || expected === found) return [];
  const { remedies, source } = table.side;
  return [
    {
      subject,
      departs: source,
      message: `${label} has the comment "${expected}" in SQL and "${found}" in ${remedies.side}. ${orSqlFirst(remedies.setComment(of, expected))}`,
      places: placesIn(table, pair.canonical, pair.actual),
      canonical: expected,
      actual: found,
      repair: repair(),
    },
  ];
}
