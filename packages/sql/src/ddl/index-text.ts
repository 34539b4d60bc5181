import { type Index, type IndexKey, isUnreadable, type Table } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { columnsInText } from '../expressions/text';
import { commentLine } from './comment-line';
import { columnList } from './constraint-text';
import { indexedText } from './expression-text';
import type { Surroundings } from './table-constraints';

/** What is known of all tables when an index is written. */
export type IndexSurroundings = Pick<Surroundings, 'names' | 'unwritable' | 'spelling'>;

/** CREATE INDEX with every clause; a note where a part of it could not be read. */
export function indexText(index: Index, table: Table, { names, unwritable, spelling }: IndexSurroundings): string {
  const name = index.name ?? names.free(table, index.keys.map(columnOf), 'idx');
  const why = unreadPart(index) ?? unwritable.whyNotAll(table, columnsOf(index, table));
  if (why !== null) return commentLine(`index ${name}: ${why}`);
  const gap = index.method === 'btree' ? spelling.beforeBracket : ` USING ${index.method} `;
  const statement = [
    `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoteName(name)} ON ${spelling.name(table)}${gap}(${index.keys.map(keyText).join(', ')})`,
    ...(index.include.length === 0 ? [] : [`INCLUDE (${columnList(index.include)})`]),
    ...(index.nullsNotDistinct ? ['NULLS NOT DISTINCT'] : []),
    ...(typeof index.where === 'string' ? [`WHERE ${index.where}`] : []),
  ].join(' ');
  const unnamed = index.name === null ? `${commentLine(`index ${name}: its name could not be read`)}\n` : '';
  return `${unnamed}${statement};`;
}

function keyText({ of, collation, opclass, descending, nulls }: IndexKey): string {
  const usual = descending ? 'first' : 'last';
  return [
    termText(of),
    ...(collation === null ? [] : [`COLLATE ${quoteName(collation)}`]),
    ...(opclass === null ? [] : [quoteName(opclass)]),
    ...(descending ? ['DESC'] : []),
    ...(nulls === usual ? [] : [`NULLS ${nulls.toUpperCase()}`]),
  ].join(' ');
}

function termText(term: IndexKey['of']): string {
  if (term.kind === 'column') return quoteName(term.column);
  return isUnreadable(term.expression) ? '' : indexedText(term.expression);
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
function columnsOf({ keys, include, where }: Index, table: Table): readonly string[] {
  const expressions = keys.flatMap(({ of: term }) => (term.kind === 'expression' ? [term.expression] : []));
  const texts = [...expressions, where].filter((text) => typeof text === 'string');
  const own = new Set(table.columns.map(({ name }) => name));
  const named = keys.flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : []));
  return [...named, ...include, ...texts.flatMap(columnsInText).filter((name) => own.has(name))];
}
