import { type Change, type Column, isUnreadable, type TableRef, tableLabel } from '@canonical-schema/schema';
import { columnPieces } from '../../ddl/column-text';
import { indexText } from '../../ddl/index-text';
import { tableText } from '../../ddl/table-text';
import type { Before, ChangeOf, Impossible, Statements } from '../outcome';
import { missingTable, noNamedTypes, withoutIndexName } from './impossible';

type Write<K extends Change['kind']> = (change: ChangeOf<K>, before: Before) => Statements;

/** The statements of each kind of change that SQLite has some for. */
const writes: { readonly [K in Change['kind']]: Write<K> } = {
  'add-table': ({ table }, { around }) => tableText(table, around).statements,
  'drop-table': ({ table }, { around }) => [`DROP TABLE IF EXISTS ${around.spelling.name(table)};`],
  'rename-table': ({ table, to }, { around: { spelling } }) => [
    `ALTER TABLE ${spelling.name(table)} RENAME TO ${spelling.name(to)};`,
  ],
  'add-column': addColumn,
  'drop-column': ({ table, column }, before) => [
    `${alter(table, before)} DROP COLUMN ${before.around.spelling.language.quoteName(column)};`,
  ],
  'rename-column': ({ table, column, to }, before) => {
    const { quoteName } = before.around.spelling.language;
    return [`${alter(table, before)} RENAME COLUMN ${quoteName(column)} TO ${quoteName(to)};`];
  },
  'alter-column': ({ table, column }) => unaltered(`${tableLabel(table)}.${column}`),
  'add-constraint': ({ table }) => unaltered(`the constraints of ${tableLabel(table)}`),
  'drop-constraint': ({ table }) => unaltered(`the constraints of ${tableLabel(table)}`),
  'rename-constraint': ({ table }) => unaltered(`the constraints of ${tableLabel(table)}`),
  'add-index': ({ table, index }, { catalog, around }) => {
    const found = catalog.table(table);
    if (found === null) return missingTable(table);
    return [indexText(withoutIndexName(index, table, around), found, around)];
  },
  'drop-index': ({ index }, { around }) => [`DROP INDEX IF EXISTS ${around.spelling.language.quoteName(index)};`],
  'rename-index': ({ table, index, to }, { catalog, around }) => {
    const owner = catalog.table(table);
    const found = owner?.indexes.find(({ name }) => name === index);
    if (owner === null || found === undefined) return missingTable(table);
    const { quoteName } = around.spelling.language;
    return [`DROP INDEX IF EXISTS ${quoteName(index)};`, indexText({ ...found, name: to }, owner, around)];
  },
  'set-table-comment': ({ table }) => ({
    why: `SQLite keeps no comment of ${tableLabel(table)}.`,
    remedy: 'Say it in a comment of the SQL file.',
  }),
  ...noNamedTypes,
  'add-other': ({ other }) => byHand(other),
  'drop-other': ({ other }, { around }) =>
    other.kind === 'view' || other.kind === 'trigger'
      ? [`DROP ${other.kind.toUpperCase()} IF EXISTS ${around.spelling.language.quoteName(other.name)};`]
      : byHand(other),
};

/** The statements that make a change in SQLite. */
export function sqliteStatements(change: Change, before: Before): Statements {
  return written(change, before);
}

function written<K extends Change['kind']>(change: ChangeOf<K>, before: Before): Statements {
  const write: Write<K> = writes[change.kind as K];
  return write(change, before);
}

function alter(table: TableRef, { around }: Before): string {
  return `ALTER TABLE ${around.spelling.name(table)}`;
}

function unaltered(what: string): Impossible {
  return {
    why: `SQLite's ALTER TABLE cannot change ${what}.`,
    remedy: 'Write the change into the CREATE TABLE statement by hand.',
  };
}

function byHand({ kind, name }: { readonly kind: string; readonly name: string }): Impossible {
  return {
    why: `The ${kind} ${name} is known by its name alone.`,
    remedy: 'Write the change into the SQL file by hand.',
  };
}

/** ADD COLUMN takes no key, no stored value and no default that is not a constant. */
function addColumn({ table, column }: ChangeOf<'add-column'>, before: Before): Statements {
  const { spelling } = before.around;
  const cause = whyNotAdded(column, before);
  if (cause !== null) return unaltered(`${tableLabel(table)} by ${column.name}: ${cause}`);
  const pieces = columnPieces(column, { isKey: false, unwritable: null, nextval: null, inline: [], spelling });
  return pieces
    .filter(({ kind }) => kind === 'element')
    .map(({ text }) => `ALTER TABLE ${spelling.name(table)} ADD COLUMN ${text};`);
}

function whyNotAdded(
  { identity, generated, default: value, nullable, type }: Column,
  { around }: Before,
): string | null {
  if (identity !== null) return 'it is a key';
  if (generated !== null && !isUnreadable(generated) && generated.kind === 'stored') return 'its value is stored';
  if (typeof value !== 'string') {
    return nullable === false && generated === null ? 'it is NOT NULL without a DEFAULT' : null;
  }
  const written = around.spelling.language.defaultText(value, isUnreadable(type) ? '' : type);
  return /^(?:\(|CURRENT_)/.test(written) ? 'its default is not a constant' : null;
}
