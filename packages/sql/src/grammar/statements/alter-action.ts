import { constraintsOf, type Table } from '@canonical-schema/schema';
import type { Statement } from '../statement';
import { spanOf, type TokenReader } from '../token-reader';
import { addConstraint, addNamedKeyIndex } from './add-constraint';
import { readTableConstraint } from './constraint';

/** What one action of ALTER TABLE is carried out on, its first words taken. */
export interface Action {
  readonly statement: Statement;
  readonly table: Table;
  readonly reader: TokenReader;
  /** What the whole statement drops, by lower-case names. */
  readonly gone: ReadonlySet<string>;
}

/** ADD of a constraint or index: its words are read again from the first. */
export function addElement({ statement, table, reader }: Action, words: string | null): void {
  if (words !== null) reader.moveTo(reader.position - words.split(' ').length);
  const place = statement.placeOf(spanOf(reader.tokens));
  const ifNotExists = reader.tokens
    .slice(0, 5)
    .some(({ word }, at, all) => word === 'if' && all[at + 1]?.word === 'not');
  const written = readTableConstraint(statement, reader, place);
  if (!reader.isAtEnd) throw reader.unexpected();
  if (written === null) return;
  const { name } = written;
  const known = [...constraintsOf(table), ...table.indexes].some((object) => name !== null && object.name === name);
  if (known && ifNotExists) return;
  addConstraint(statement, table.name, written);
  addNamedKeyIndex(statement, table.name, written);
}

/** The name behind TO. */
export function nameBehindTo(reader: TokenReader): string {
  reader.expects('to');
  return reader.name();
}
