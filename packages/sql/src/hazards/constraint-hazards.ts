import {
  assertNever,
  type Change,
  type Column,
  type Constraint,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { typeText } from '../fold/sql-text';
import type { Around, Said } from './said';

type AddConstraint = Extract<Change, { kind: 'add-constraint' }>;
type AddIndex = Extract<Change, { kind: 'add-index' }>;

/** ADD CONSTRAINT on a table with rows. */
export function constraintHazards({ table, constraint }: AddConstraint, around: Around): readonly Said[] {
  const fresh = newColumns(table, constraint.columns, around);
  switch (constraint.kind) {
    case 'primary-key':
    case 'unique':
      return isMadeOfIndex(constraint, around) ? [] : uniqueHazards(table, constraint, fresh);
    case 'foreign-key':
      return areEmpty(fresh, constraint.columns) ? [] : foreignKeyHazards(table, constraint);
    case 'check':
      return areEmpty(fresh, constraint.columns) ? [] : checkHazards(table, constraint);
    case 'exclusion':
      return exclusionHazards(table, constraint);
    default:
      return assertNever(constraint);
  }
}

/** The columns among these that the same changes add. */
function newColumns(table: TableRef, columns: readonly string[], { made }: Around): readonly Column[] {
  return made.flatMap((change) => {
    const isHere = change.kind === 'add-column' && tableLabel(change.table) === tableLabel(table);
    return isHere && columns.includes(change.column.name) ? [change.column] : [];
  });
}

/** Are all rows NULL in one of the columns, so that no key and few checks can be broken? */
function areEmpty(fresh: readonly Column[], columns: readonly string[]): boolean {
  const isEmpty = ({ default: value, identity, generated }: Column): boolean =>
    value === null && identity === null && generated === null;
  return columns.length > 0 && fresh.some(isEmpty);
}

/** `ADD … USING INDEX` reads as the index dropped and the constraint made: the work was done with the index. */
function isMadeOfIndex({ columns }: Constraint, { lastDropped }: Around): boolean {
  if (lastDropped?.unique !== true || lastDropped.where !== null) return false;
  const keys = lastDropped.keys.map(({ of: term }) => (term.kind === 'column' ? term.column : ''));
  return keys.join('\u0000') === columns.join('\u0000');
}

function uniqueHazards(table: TableRef, constraint: Constraint, fresh: readonly Column[]): readonly Said[] {
  const columns = constraint.columns.join(', ');
  const isKey = constraint.kind === 'primary-key';
  const name = quoteName(constraint.name ?? `${table.name}_${constraint.columns.join('_')}_key`);
  const list = constraint.columns.map(quoteName).join(', ');
  const target = typeText(table);
  const safer =
    `CREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${target} (${list}); ` +
    `ALTER TABLE ${target} ADD CONSTRAINT ${name} ${isKey ? 'PRIMARY KEY' : 'UNIQUE'} USING INDEX ${name}.`;
  const holes = isKey ? `, and rows where one of them is NULL,` : '';
  return [
    ...(areEmpty(fresh, constraint.columns) && !isKey
      ? []
      : [
          said(
            'fails-on-rows',
            `Rows of ${tableLabel(table)} that are alike in ${columns}${holes} make it fail.`,
            `Find them first: SELECT ${list}, count(*) FROM ${target} GROUP BY ${list} HAVING count(*) > 1; then ${safer}`,
          ),
        ]),
    said(
      'long-lock',
      `The index of ${name} is built over all rows of ${tableLabel(table)} while readers and writers wait.`,
      safer,
    ),
  ];
}

function foreignKeyHazards(table: TableRef, constraint: Extract<Constraint, { kind: 'foreign-key' }>): readonly Said[] {
  const { references, columns } = constraint;
  const target = tableLabel({ schema: references.schema, name: references.table });
  const safer = notValid(table, constraint.name, 'FOREIGN KEY …');
  return [
    said(
      'fails-on-rows',
      `Rows of ${tableLabel(table)} whose ${columns.join(', ')} is not in ${target} make it fail.`,
      safer,
    ),
    said(
      'long-lock',
      `All rows of ${tableLabel(table)} are looked up in ${target} while writers of both tables wait.`,
      safer,
    ),
  ];
}

function checkHazards(table: TableRef, constraint: Extract<Constraint, { kind: 'check' }>): readonly Said[] {
  const expression = typeof constraint.expression === 'string' ? constraint.expression : '…';
  const safer = notValid(table, constraint.name, `CHECK (${expression})`);
  return [
    said('fails-on-rows', `Rows of ${tableLabel(table)} for which ${expression} is false make it fail.`, safer),
    said('long-lock', `All rows of ${tableLabel(table)} are read while readers and writers wait.`, safer),
  ];
}

function exclusionHazards(table: TableRef, constraint: Extract<Constraint, { kind: 'exclusion' }>): readonly Said[] {
  const name = constraint.name ?? 'the exclusion';
  return [
    said('fails-on-rows', `Rows of ${tableLabel(table)} that exclude each other make it fail.`, null),
    said(
      'long-lock',
      `The index of ${name} is built over all rows of ${tableLabel(table)} while readers and writers wait.`,
      null,
    ),
  ];
}

function notValid(table: TableRef, name: string | null, definition: string): string {
  const alter = `ALTER TABLE ${typeText(table)}`;
  const quoted = name === null ? '…' : quoteName(name);
  return (
    `${alter} ADD CONSTRAINT ${quoted} ${definition} NOT VALID, which holds for new rows; mend the old ones; ` +
    `${alter} VALIDATE CONSTRAINT ${quoted}, which stops nobody.`
  );
}

/** CREATE INDEX on a table with rows. */
export function indexHazards({ table, index }: AddIndex, around: Around): readonly Said[] {
  const name = index.name === null ? '…' : quoteName(index.name);
  const unique = index.unique ? 'UNIQUE ' : '';
  const keys = index.keys.map(({ of: term }) => (term.kind === 'column' ? quoteName(term.column) : '…')).join(', ');
  const safer = `CREATE ${unique}INDEX CONCURRENTLY ${name} ON ${typeText(table)} (${keys}), outside a transaction.`;
  const columns = index.keys.flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : []));
  const isEmpty = areEmpty(newColumns(table, columns, around), columns) && !index.nullsNotDistinct;
  const message = `Rows of ${tableLabel(table)} that are alike in the keys of ${name} make it fail.`;
  return [
    ...(index.unique && !isEmpty ? [said('fails-on-rows', message, 'Find and mend them first.')] : []),
    said('long-lock', `${name} is built over all rows of ${tableLabel(table)} while writers wait.`, safer),
  ];
}

function said(kind: Said['kind'], message: string, safer: string | null): Said {
  return { kind, message, safer };
}
