import { type Column, isUnreadable, type Table, type TableRef, type UnreadPart } from '@canonical-schema/schema';
import { quoteName, quoteText } from '../expressions/quote';
import { nextvalText } from '../fold/sql-text';
import { columnPieces, isPlainSerial, isSerial, sourcesOf } from './column-text';
import { constraintText } from './constraint-text';
import { guarded } from './guarded';
import { indexText } from './index-text';
import { bracketed, note, type Piece } from './piece';
import type { Spelling } from './spelling';
import { type LaterConstraint, type Surroundings, tableConstraints } from './table-constraints';
import { ownerText, sequenceText } from './types-text';

/** A table as statements, and what can be added only when all tables are made. */
export interface TableText {
  /** All of them in order. */
  readonly statements: readonly string[];
  /** CREATE TABLE with what stands before it and right behind it. */
  readonly made: readonly string[];
  readonly indexes: readonly string[];
  readonly comments: readonly string[];
  readonly last: readonly LaterConstraint[];
}

/** CREATE TABLE with its sequences before it, and its indexes and comments below. */
export function tableText(table: Table, around: Surroundings): TableText {
  const { spelling } = around;
  const constraints = tableConstraints(table, around);
  const sequences = new Map(
    table.columns
      .filter(
        (column) => isSerial(column) && !isPlainSerial(column) && around.unwritable.whyNot(table, column.name) === null,
      )
      .map(({ name }) => [name, { schema: table.schema, name: around.names.free(table, [name], 'seq') }]),
  );
  const keyColumns = writtenKey(table, around);
  const columns = table.columns.flatMap((column) => {
    const sequence = sequences.get(column.name);
    return columnPieces(column, {
      isKey: keyColumns.includes(column.name),
      unwritable: whyNot(column, table, around),
      nextval: sequence === undefined ? null : nextvalText(sequence, spelling.name(sequence)),
      inline: constraints.inline.get(column.name) ?? [],
      spelling,
    });
  });
  const body = bracketed([...columns, ...constraints.pieces, ...table.unread.map(unreadPiece)], spelling.indent);
  const made = [
    ...[...sequences.values()].map((sequence) => sequenceText(sequence, spelling)),
    `CREATE TABLE IF NOT EXISTS ${spelling.name(table)} ${body};`,
    ...[...sequences].map(([column, sequence]) =>
      ownerText(sequence, { schema: table.schema, table: table.name, column }, spelling),
    ),
    ...constraints.below.map((constraint) => laterText(constraint, spelling)),
  ];
  const [ofIndexes, ofComments] = [indexes(table, around), comments(table, around)];
  return {
    statements: [...made, ...ofIndexes, ...ofComments],
    made,
    indexes: ofIndexes,
    comments: ofComments,
    last: constraints.last,
  };
}

/** ALTER TABLE … ADD CONSTRAINT that passes over a constraint which is there already. */
export function laterText({ table, name, definition }: LaterConstraint, spelling: Spelling): string {
  return guarded(`ALTER TABLE ${spelling.name(table)} ADD ${constraintText(name, definition)}`, spelling);
}

/** The columns of the primary key; none where it cannot be written. */
function writtenKey(table: Table, { unwritable }: Surroundings): readonly string[] {
  const columns = table.primaryKey?.columns ?? [];
  return unwritable.whyNotAll(table, columns) === null ? columns : [];
}

/** A generated column goes with what it is computed from. */
function whyNot(column: Column, table: Table, { unwritable }: Surroundings): string | null {
  const own = unwritable.whyNot(table, column.name);
  if (own !== null) return own;
  return unwritable.whyNotAll(table, sourcesOf(column));
}

function unreadPiece({ kind, name, columns, why }: UnreadPart): Piece {
  const what =
    kind === 'anything' ? 'more of this table' : `${kind.replace('-', ' ')}${name === null ? '' : ` ${name}`}`;
  const on = columns === null || columns.length === 0 ? '' : ` (${columns.join(', ')})`;
  return note(`${what}${on}: could not be read: ${why}`);
}

function indexes(table: Table, around: Surroundings): readonly string[] {
  const texts = table.indexes.map((index) => ({
    name: index.name ?? '',
    text: indexText(index, table, around),
  }));
  return texts.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ text }) => text);
}

function comments(table: Table, { unwritable, spelling }: Surroundings): readonly string[] {
  const ofTable = table.comment === null ? [] : [tableCommentText(table, table.comment, spelling)];
  const ofColumns = table.columns.flatMap(({ name: column, comment, type }) => {
    const isWritten = !isUnreadable(type) && unwritable.whyNot(table, column) === null;
    if (comment === null || !isWritten) return [];
    return [columnCommentText(table, column, comment, spelling)];
  });
  return [...ofTable, ...ofColumns];
}

/** COMMENT ON TABLE; null takes the comment away. */
export function tableCommentText(table: TableRef, comment: string | null, spelling: Spelling): string {
  return `COMMENT ON TABLE ${spelling.name(table)} IS ${commentText(comment)};`;
}

/** COMMENT ON COLUMN; null takes the comment away. */
export function columnCommentText(table: TableRef, column: string, comment: string | null, spelling: Spelling): string {
  return `COMMENT ON COLUMN ${spelling.name(table)}.${quoteName(column)} IS ${commentText(comment)};`;
}

function commentText(comment: string | null): string {
  return comment === null ? 'NULL' : quoteText(comment);
}
