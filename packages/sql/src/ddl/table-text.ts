import { type Column, isUnreadable, type Table, type TableRef, type UnreadPart } from '@canonical-schema/schema';
import { nextvalText } from '../fold/sql-text';
import { columnPieces, sourcesOf } from './column-text';
import { commentLine } from './comment-line';
import type { DdlLanguage, LaterConstraint } from './ddl-language';
import { indexPieces, indexText } from './index-text';
import { bracketed, note, type Piece } from './piece';
import type { Spelling } from './spelling';
import { type Surroundings, tableConstraints } from './table-constraints';
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
  const { language } = spelling;
  const constraints = tableConstraints(table, around);
  const sequences = new Map(
    table.columns
      .filter(
        (column) => language.counting(column).needsSequence && around.unwritable.whyNot(table, column.name) === null,
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
      check: constraints.checks.get(column.name),
      listed: around.listedClauses(table, column.name),
      spelling,
    });
  });
  const inTable = language.indexesStandInTables ? sortedIndexes(table) : [];
  const indexed = inTable.flatMap((index) => indexPieces(index, table, around));
  const pieces = [...columns, ...constraints.pieces, ...indexed, ...table.unread.map(unreadPiece)];
  const body = bracketed(pieces, spelling.indent);
  const said = table.comment !== null && language.comments === 'lines' ? [commentLine(table.comment)] : [];
  const option =
    table.comment !== null && language.comments === 'clauses' ? ` ${tableOption(table.comment, language)}` : '';
  const made = [
    ...[...sequences.values()].map((sequence) => sequenceText(sequence, spelling)),
    [...said, `CREATE TABLE IF NOT EXISTS ${spelling.name(table)} ${body}${option};`].join('\n'),
    ...[...sequences].map(([column, sequence]) =>
      ownerText(sequence, { schema: table.schema, table: table.name, column }, spelling),
    ),
    ...constraints.below.map((constraint) => language.addConstraint(constraint, spelling)),
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

/** The comment of a table behind its brackets. */
export function tableOption(comment: string | null, { quoteText }: Pick<DdlLanguage, 'quoteText'>): string {
  return `COMMENT=${quoteText(comment ?? '')}`;
}

/** The columns of the primary key; none where it cannot be written. */
function writtenKey(table: Table, { unwritable }: Surroundings): readonly string[] {
  const columns = table.primaryKey?.columns ?? [];
  return unwritable.whyNotAll(table, columns) === null ? columns : [];
}

/** A generated column goes with what it is computed from. */
function whyNot(column: Column, table: Table, { unwritable, spelling }: Surroundings): string | null {
  const own = unwritable.whyNot(table, column.name);
  if (own !== null) return own;
  return unwritable.whyNotAll(table, sourcesOf(column, spelling.language));
}

function unreadPiece({ kind, name, columns, why }: UnreadPart): Piece {
  const what =
    kind === 'anything' ? 'more of this table' : `${kind.replace('-', ' ')}${name === null ? '' : ` ${name}`}`;
  const on = columns === null || columns.length === 0 ? '' : ` (${columns.join(', ')})`;
  return note(`${what}${on}: could not be read: ${why}`);
}

function indexes(table: Table, around: Surroundings): readonly string[] {
  if (around.spelling.language.indexesStandInTables) return [];
  return sortedIndexes(table).map((index) => indexText(index, table, around));
}

function sortedIndexes({ indexes: all }: Table): readonly Table['indexes'][number][] {
  return all.toSorted((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

function comments(table: Table, { unwritable, spelling }: Surroundings): readonly string[] {
  if (spelling.language.comments !== 'statements') return [];
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
  return `COMMENT ON TABLE ${spelling.name(table)} IS ${commentText(comment, spelling)};`;
}

/** COMMENT ON COLUMN; null takes the comment away. */
export function columnCommentText(table: TableRef, column: string, comment: string | null, spelling: Spelling): string {
  return `COMMENT ON COLUMN ${spelling.name(table)}.${spelling.language.quoteName(column)} IS ${commentText(comment, spelling)};`;
}

function commentText(comment: string | null, { language }: Spelling): string {
  return comment === null ? 'NULL' : language.quoteText(comment);
}
