import { type Change, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { DdlLanguage } from '../../ddl/ddl-language';
import { quietRules } from '../quiet-rules';
import type { Around, HazardRules, Said } from '../said';
import { columnBefore, isEmpty, isStored, lostColumn, lostTable, said } from './quiet';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** What changes do to the rows of SQLite. Source: its pages on ALTER TABLE and on locking. */
export function sqliteHazards({ refText, quoteName }: DdlLanguage): HazardRules {
  return {
    ...quietRules,
    'drop-table': ({ table }) =>
      lostTable(
        table,
        `Keep a copy of the file; ALTER TABLE ${refText(table)} RENAME TO ${quoteName(`${table.name}_old`)} first, and drop it ` +
          'when nothing has missed it.',
      ),
    'drop-column': lostColumn,
    'add-column': ({ table, column }) => {
      if (isStored(column) || column.identity !== null) return [rebuilt(table, `Adding ${column.name}`)];
      if (column.nullable !== false || column.default !== null || column.generated !== null) return [];
      const message = `Rows of ${tableLabel(table)} have no value for ${column.name}, which is NOT NULL without a DEFAULT.`;
      return [said('fails-on-rows', message, 'Give it a DEFAULT, or let it be NULL first.')];
    },
    'alter-column': alterations,
    'add-constraint': constraints,
    'drop-constraint': ({ table }) => [rebuilt(table, 'Dropping a constraint')],
    'add-index': ({ table, index }, around) => {
      const columns = index.keys.flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : []));
      const name = index.name ?? 'the index';
      const alike = `Rows of ${tableLabel(table)} that are alike in the keys of ${name} make it fail.`;
      return [
        ...(index.unique && !isEmpty(around, table, columns)
          ? [said('fails-on-rows', alike, 'Find and mend them first.')]
          : []),
        said('long-lock', `${name} is built over all rows of ${tableLabel(table)} while all writers wait.`, null),
      ];
    },
  };
}

/** What ALTER TABLE cannot do. */
function rebuilt(table: TableRef, what: string): Said {
  return said(
    'rewrites-table',
    `${what} makes ${tableLabel(table)} anew and copies every row while readers and writers wait.`,
    null,
  );
}

function alterations({ table, column, set }: Of<'alter-column'>, around: Around): readonly Said[] {
  const old = columnBefore(around, table, column);
  const label = `${tableLabel(table)}.${column}`;
  const isStricter = set.nullable === false && old?.nullable !== false && !isEmpty(around, table, [column]);
  return [
    ...(isStricter
      ? [said('fails-on-rows', `Rows in which ${label} is NULL make it fail.`, 'UPDATE the rows first.')]
      : []),
    rebuilt(table, `Changing ${label}`),
  ];
}

function constraints({ table, constraint }: Of<'add-constraint'>, around: Around): readonly Said[] {
  const owner = tableLabel(table);
  const columns = constraint.columns.join(', ');
  const isFree = isEmpty(around, table, constraint.columns);
  const failures: { readonly [kind in Of<'add-constraint'>['constraint']['kind']]?: string } = {
    'primary-key': `Rows of ${owner} that are alike in ${columns}, and rows where one of them is NULL, make it fail.`,
    unique: `Rows of ${owner} that are alike in ${columns} make it fail.`,
    check: `Rows of ${owner} that break the check make it fail.`,
  };
  const failure = isFree ? undefined : failures[constraint.kind];
  return [
    ...(failure === undefined ? [] : [said('fails-on-rows', failure, 'Find and mend them first.')]),
    rebuilt(table, 'Adding a constraint'),
  ];
}
