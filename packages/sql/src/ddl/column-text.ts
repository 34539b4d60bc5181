import { type Column, isUnreadable } from '@canonical-schema/schema';
import type { DdlLanguage } from './ddl-language';
import { element, note, type Piece } from './piece';
import type { Spelling } from './spelling';

/** What the table says of a column besides its own facts. */
export interface ColumnSurroundings {
  /** Is it part of the primary key, which may make it NOT NULL by itself? */
  readonly isKey: boolean;
  /** Why it cannot be written; null where it can. */
  readonly unwritable: string | null;
  /** DEFAULT where the column counts up by a sequence that stands beside it; null for serials and identities. */
  readonly nextval: string | null;
  /** Constraints that can stand behind the column, in the order to write them. */
  readonly inline: readonly string[];
  /** CHECK that can stand behind all else; absent where there is none. */
  readonly check?: string | undefined;
  /** Clauses of what is listed and belongs to the column (`ON UPDATE CURRENT_TIMESTAMP`); absent where there are none. */
  readonly listed?: readonly string[];
  readonly spelling: Spelling;
}

/** A column between the brackets of CREATE TABLE, behind notes on what of it could not be read. */
export function columnPieces(column: Column, around: ColumnSurroundings): readonly Piece[] {
  const notes = notesOf(column, around);
  if (around.unwritable !== null || isUnreadable(column.type)) return notes;
  const { name, type, clauses } = columnParts(column, around);
  return [...notes, element([name, type, ...clauses].filter((part) => part !== '').join(' '))];
}

/** A column definition in its parts, for who aligns them. */
export interface ColumnParts {
  readonly name: string;
  readonly type: string;
  readonly clauses: readonly string[];
}

/** The parts of a column definition; those that could not be read are left out. */
export function columnParts(column: Column, around: ColumnSurroundings): ColumnParts {
  const { language } = around.spelling;
  const type = isUnreadable(column.type) ? '' : column.type;
  const counting = around.nextval === null ? language.counting(column).type : type;
  return {
    name: language.quoteName(column.name),
    type: around.spelling.type(counting),
    clauses: clausesOf(column, around),
  };
}

function clausesOf(column: Column, around: ColumnSurroundings): string[] {
  const { isKey, nextval, inline, check, listed = [], spelling } = around;
  const { language } = spelling;
  const { collation, generated, comment } = column;
  const counting = language.counting(column);
  const isGenerated = generated !== null && !isUnreadable(generated);
  const isCounting = nextval === null && counting.impliesNotNull;
  const saysNotNull = !(isKey && language.keysAreNotNull) && !isCounting;
  const isNotNull = column.nullable === false && saysNotNull && (!isGenerated || language.generatedCanBeNotNull);
  const words = [
    ...(isNotNull ? ['NOT NULL'] : []),
    ...(nextval === null ? defaultOf(column, spelling) : [`DEFAULT ${nextval}`]),
    ...listed,
    ...counting.clauses,
  ];
  const computed = generatedOf(column);
  return [
    ...(collation === null || isUnreadable(collation) ? [] : [`COLLATE ${language.quoteName(collation)}`]),
    ...(language.generatedFirst ? [...computed, ...words] : [...words, ...computed]),
    ...inline,
    ...(comment === null || language.comments !== 'clauses' ? [] : [`COMMENT ${language.quoteText(comment)}`]),
    ...(check === undefined ? [] : [check]),
  ];
}

function defaultOf(column: Column, spelling: Spelling): string[] {
  const { default: value, type } = column;
  if (typeof value !== 'string') return [];
  return [`DEFAULT ${spelling.value(spelling.language.defaultText(value, isUnreadable(type) ? '' : type))}`];
}

function generatedOf({ generated }: Column): string[] {
  if (generated === null || isUnreadable(generated)) return [];
  return [`GENERATED ALWAYS AS (${generated.expression}) ${generated.kind.toUpperCase()}`];
}

function notesOf(column: Column, { unwritable, spelling: { language } }: ColumnSurroundings): Piece[] {
  const { name, nullable, default: value, generated, collation, comment } = column;
  if (unwritable !== null) return [note(`${name}: ${unwritable}`)];
  return [
    ...(comment !== null && language.comments === 'lines' ? [note(comment)] : []),
    ...(isUnreadable(nullable)
      ? [note(`${name}: whether it may be NULL could not be read: ${nullable.unreadable}`)]
      : []),
    ...(isUnreadable(value) ? [note(`${name}: its default could not be read: ${value.unreadable}`)] : []),
    ...(isUnreadable(generated)
      ? [note(`${name}: how it is generated could not be read: ${generated.unreadable}`)]
      : []),
    ...(isUnreadable(collation) ? [note(`${name}: its collation could not be read: ${collation.unreadable}`)] : []),
  ];
}

/** The columns that a generated column is computed from. */
export function sourcesOf({ generated }: Column, { columnsInText }: Pick<DdlLanguage, 'columnsInText'>) {
  return generated === null || isUnreadable(generated) ? [] : columnsInText(generated.expression);
}
