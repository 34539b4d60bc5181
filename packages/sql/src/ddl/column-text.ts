import { type Column, isUnreadable } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { columnsInText } from '../expressions/text';
import { defaultText } from './expression-text';
import { element, note, type Piece } from './piece';
import type { Spelling } from './spelling';

/** What the table says of a column besides its own facts. */
export interface ColumnSurroundings {
  /** Is it part of the primary key, which makes it NOT NULL by itself? */
  readonly isKey: boolean;
  /** Why it cannot be written; null where it can. */
  readonly unwritable: string | null;
  /** DEFAULT where the column counts up by a sequence that stands beside it; null for serials and identities. */
  readonly nextval: string | null;
  /** Constraints that can stand behind the column, in the order to write them. */
  readonly inline: readonly string[];
  readonly spelling: Spelling;
}

const serials: Readonly<Record<string, string>> = { smallint: 'smallserial', integer: 'serial', bigint: 'bigserial' };

/** A column between the brackets of CREATE TABLE, behind notes on what of it could not be read. */
export function columnPieces(column: Column, around: ColumnSurroundings): readonly Piece[] {
  const notes = notesOf(column, around);
  if (around.unwritable !== null || isUnreadable(column.type)) return notes;
  const { name, type, clauses } = columnParts(column, around);
  return [...notes, element([name, type, ...clauses].join(' '))];
}

/** A column definition in its parts, for who aligns them. */
export interface ColumnParts {
  readonly name: string;
  readonly type: string;
  readonly clauses: readonly string[];
}

/** The parts of a column definition; those that could not be read are left out. */
export function columnParts(column: Column, around: ColumnSurroundings): ColumnParts {
  const type = isUnreadable(column.type) ? '' : column.type;
  const counting = isSerial(column) && around.nextval === null ? (serials[type] ?? type) : type;
  return { name: quoteName(column.name), type: around.spelling.type(counting), clauses: clausesOf(column, around) };
}

/** Can the column be written as `serial`, which is NOT NULL and of one of three types? */
export function isPlainSerial(column: Column): boolean {
  return isSerial(column) && column.nullable === false && !isUnreadable(column.type) && column.type in serials;
}

/** Does the column count up by a sequence that it owns? */
export function isSerial({ identity }: Column): boolean {
  return identity === 'serial';
}

function clausesOf(column: Column, { isKey, nextval, inline, spelling }: ColumnSurroundings): string[] {
  const { collation, nullable, identity } = column;
  const impliesNotNull = isKey || (identity !== null && nextval === null);
  return [
    ...(collation === null ? [] : [`COLLATE ${quoteName(collation)}`]),
    ...(nullable === false && !impliesNotNull ? ['NOT NULL'] : []),
    ...(nextval === null ? defaultOf(column, spelling) : [`DEFAULT ${nextval}`]),
    ...(identity === 'always' || identity === 'by default' ? [`GENERATED ${identity.toUpperCase()} AS IDENTITY`] : []),
    ...generatedOf(column),
    ...inline,
  ];
}

function defaultOf(column: Column, spelling: Spelling): string[] {
  return typeof column.default === 'string' ? [`DEFAULT ${spelling.value(defaultText(column.default))}`] : [];
}

function generatedOf({ generated }: Column): string[] {
  if (generated === null || isUnreadable(generated)) return [];
  return [`GENERATED ALWAYS AS (${generated.expression}) ${generated.kind.toUpperCase()}`];
}

function notesOf({ name, nullable, default: value, generated }: Column, { unwritable }: ColumnSurroundings): Piece[] {
  if (unwritable !== null) return [note(`${name}: ${unwritable}`)];
  return [
    ...(isUnreadable(nullable)
      ? [note(`${name}: whether it may be NULL could not be read: ${nullable.unreadable}`)]
      : []),
    ...(isUnreadable(value) ? [note(`${name}: its default could not be read: ${value.unreadable}`)] : []),
    ...(isUnreadable(generated)
      ? [note(`${name}: how it is generated could not be read: ${generated.unreadable}`)]
      : []),
  ];
}

/** The columns that a generated column is computed from. */
export function sourcesOf({ generated }: Column): readonly string[] {
  return generated === null || isUnreadable(generated) ? [] : columnsInText(generated.expression);
}
