import { type Change, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { DdlLanguage } from '../../ddl/ddl-language';
import { quietRules } from '../quiet-rules';
import type { Around, HazardRules, Said } from '../said';
import { mysqlTypeChange } from './mysql-types';
import { columnBefore, isEmpty, isStored, lostColumn, lostTable, said } from './quiet';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/**
 * What changes do to the rows of MySQL and MariaDB. Source: the online DDL tables of InnoDB: adding a column is instant,
 * building an index lets writers go on, and what is copied lets only readers go on.
 */
export function mysqlHazards(label: string, { refText, quoteName }: DdlLanguage): HazardRules {
  /** Each statement is its own transaction. */
  const stays = ({ made }: Around): string =>
    made.length === 0 ? '' : ` What was made before it stays, for ${label} commits each statement by itself.`;
  const fails = (around: Around, message: string, safer: string | null): Said =>
    said('fails-on-rows', `${message}${stays(around)}`, safer);
  const copied = (table: TableRef, what: string): Said =>
    said(
      'rewrites-table',
      `${what} copies every row of ${tableLabel(table)} while writers wait.`,
      'A tool for online changes (gh-ost, pt-online-schema-change) copies the table beside the writers.',
    );
  return {
    ...quietRules,
    'drop-table': ({ table }) =>
      lostTable(
        table,
        `Keep a copy (mysqldump); ALTER TABLE ${refText(table)} RENAME TO ${quoteName(`${table.name}_old`)} first, and drop ` +
          'it when nothing has missed it.',
      ),
    'drop-column': lostColumn,
    'add-column': ({ table, column }, around) => {
      if (isStored(column) || column.identity !== null)
        return [copied(table, `Adding ${tableLabel(table)}.${column.name}`)];
      const isMoment = typeof column.type === 'string' && /^(?:date|datetime|timestamp)\b/.test(column.type);
      const lacksValue = column.nullable === false && column.default === null && column.generated === null;
      return lacksValue && isMoment ? [fails(around, zeroDate(table, column.name), null)] : [];
    },
    'alter-column': (change, around) => alterations(change, around, { fails, copied }),
    'add-constraint': (change, around) => constraints(change, around, { fails, copied }),
    'drop-constraint': ({ table, constraint }) =>
      constraint.kind === 'primary-key' ? [copied(table, 'Dropping the primary key')] : [],
    'add-index': ({ table, index }, around) => {
      const columns = index.keys.flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : []));
      const alike = `Rows of ${tableLabel(table)} that are alike in the keys of ${index.name ?? 'the index'} make it fail.`;
      const isLocked = index.method === 'fulltext' || index.method === 'spatial';
      return [
        ...(index.unique && !isEmpty(around, table, columns)
          ? [fails(around, alike, 'Find and mend them first.')]
          : []),
        ...(isLocked
          ? [
              said(
                'long-lock',
                `${index.name ?? 'The index'} is built over all rows of ${tableLabel(table)} while writers wait.`,
                null,
              ),
            ]
          : []),
      ];
    },
  };
}

interface Words {
  fails(around: Pick<Around, 'made'>, message: string, safer: string | null): Said;
  copied(table: TableRef, what: string): Said;
}

function zeroDate(table: TableRef, column: string): string {
  return `Rows of ${tableLabel(table)} would get the date 0000-00-00 as ${column}, which NO_ZERO_DATE (the default) refuses.`;
}

function alterations(
  { table, column, set }: Of<'alter-column'>,
  around: Around,
  { fails, copied }: Words,
): readonly Said[] {
  const old = columnBefore(around, table, column);
  if (old === undefined || isEmpty(around, table, [column])) return [];
  const label = `${tableLabel(table)}.${column}`;
  const isStricter = set.nullable === false && old.nullable !== false;
  const isNullFailing = isStricter
    ? [fails(around, `Rows in which ${label} is NULL make NOT NULL fail.`, 'UPDATE the rows in batches first.')]
    : [];
  if (typeof set.type !== 'string' || typeof old.type !== 'string') return isNullFailing;
  const { copies, canFail, loses } = mysqlTypeChange(old.type, set.type);
  const words = `${label} from ${old.type} to ${set.type}`;
  const beside = `Add a column of the new type, write both, UPDATE the rows in batches, read from it, and drop the old one.`;
  return [
    ...(loses === null ? [] : [said('loses-data', `Changing ${words} loses ${loses}.`, beside)]),
    ...(canFail
      ? [
          fails(
            around,
            `Values of ${label} that are no ${set.type} make it fail in strict mode, and are cut without it.`,
            'First find and mend the values that do not fit.',
          ),
        ]
      : []),
    ...(copies ? [copied(table, `Changing ${words}`)] : []),
    ...isNullFailing,
  ];
}

function constraints(
  { table, constraint }: Of<'add-constraint'>,
  around: Around,
  { fails, copied }: Words,
): readonly Said[] {
  const owner = tableLabel(table);
  const columns = constraint.columns.join(', ');
  const isFree = isEmpty(around, table, constraint.columns);
  if (constraint.kind === 'unique' || constraint.kind === 'primary-key') {
    const isKey = constraint.kind === 'primary-key';
    const alike = `Rows of ${owner} that are alike in ${columns}${isKey ? ', and rows where one of them is NULL,' : ''} make it fail.`;
    return isFree && !isKey ? [] : [fails(around, alike, 'Find and mend them first.')];
  }
  if (constraint.kind === 'foreign-key') {
    const target = constraint.references.table;
    const orphans = `Rows of ${owner} whose ${columns} is not in ${target} make it fail.`;
    return isFree
      ? []
      : [fails(around, orphans, 'Find and mend them first.'), copied(table, `Holding ${columns} against ${target}`)];
  }
  if (constraint.kind !== 'check' || isFree) return [];
  const expression = typeof constraint.expression === 'string' ? constraint.expression : '…';
  return [
    fails(around, `Rows of ${owner} for which ${expression} is false make it fail.`, 'Find and mend them first.'),
    copied(table, 'Holding rows against a check'),
  ];
}
