import { type Index, type IndexKey, isUnreadable, type Table, type TableRef } from '@canonical-schema/schema';
import { commentLine } from './comment-line';
import type { DdlLanguage } from './ddl-language';
import { element, note, type Piece } from './piece';
import type { Spelling } from './spelling';
import type { Surroundings } from './table-constraints';

/** What is known of all tables when an index is written. */
export type IndexSurroundings = Pick<Surroundings, 'names' | 'unwritable' | 'spelling'>;

/** An index with its parts as they are written. */
export interface IndexText extends Pick<Index, 'unique' | 'method' | 'include' | 'nullsNotDistinct'> {
  readonly name: string;
  readonly table: TableRef;
  readonly keys: readonly string[];
  readonly where: string | null;
  readonly spelling: Spelling;
}

/** CREATE INDEX with every clause; a note where a part of it could not be read. */
export function indexText(index: Index, table: Table, around: IndexSurroundings): string {
  const { language } = around.spelling;
  const written = writtenIndex(index, table, around);
  if (typeof written === 'string') return commentLine(written);
  const said = unnamed(index, written).map((line) => `${commentLine(line)}\n`);
  return `${said.join('')}${language.createIndex(written)};`;
}

/** The same between the brackets of CREATE TABLE. */
export function indexPieces(index: Index, table: Table, around: IndexSurroundings): readonly Piece[] {
  const written = writtenIndex(index, table, around);
  if (typeof written === 'string') return [note(written)];
  return [...unnamed(index, written).map(note), element(around.spelling.language.indexElement(written))];
}

function unnamed({ name }: Index, written: IndexText): readonly string[] {
  return name === null ? [`index ${written.name}: its name could not be read`] : [];
}

/** The parts of an index, or what is said in its place. */
function writtenIndex(index: Index, table: Table, around: IndexSurroundings): IndexText | string {
  const { names, unwritable, spelling } = around;
  const { unique, method, include, nullsNotDistinct, where } = index;
  const name = index.name ?? names.free(table, index.keys.map(columnOf), 'idx');
  const why = unreadPart(index) ?? unwritable.whyNotAll(table, columnsOf(index, table, spelling.language));
  if (why !== null) return `index ${name}: ${why}`;
  const keys = index.keys.map((key) => keyText(key, spelling.language));
  const predicate = typeof where === 'string' ? where : null;
  return { name, table, unique, method, keys, include, nullsNotDistinct, where: predicate, spelling };
}

function keyText({ of, collation, opclass, descending, nulls, length }: IndexKey, language: DdlLanguage): string {
  const { quoteName } = language;
  const usual = descending ? 'first' : 'last';
  return [
    termText(of, language) + (length === undefined ? '' : `(${length})`),
    ...(collation === null ? [] : [`COLLATE ${quoteName(collation)}`]),
    ...(opclass === null ? [] : [quoteName(opclass)]),
    ...(descending ? ['DESC'] : []),
    ...(nulls === usual ? [] : [`NULLS ${nulls.toUpperCase()}`]),
  ].join(' ');
}

function termText(term: IndexKey['of'], language: DdlLanguage): string {
  if (term.kind === 'column') return language.quoteName(term.column);
  return isUnreadable(term.expression) ? '' : language.indexedText(term.expression);
}

function columnOf({ of: term }: IndexKey): string {
  return term.kind === 'column' ? term.column : 'expr';
}

function unreadPart(index: Index): string | null {
  if (isUnreadable(index.where)) return `its predicate could not be read: ${index.where.unreadable}`;
  for (const { of: term } of index.keys) {
    if (term.kind === 'expression' && isUnreadable(term.expression))
      return `its expression could not be read: ${term.expression.unreadable}`;
  }
  return null;
}

/** The table's columns that the index names, in its expressions and predicate too. */
function columnsOf({ keys, include, where }: Index, table: Table, { columnsInText }: DdlLanguage): readonly string[] {
  const expressions = keys.flatMap(({ of: term }) => (term.kind === 'expression' ? [term.expression] : []));
  const texts = [...expressions, where].filter((text) => typeof text === 'string');
  const own = new Set(table.columns.map(({ name }) => name));
  const named = keys.flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : []));
  const inside = texts.flatMap((text) => columnsInText(text));
  return [...named, ...include, ...inside.filter((name) => own.has(name))];
}
