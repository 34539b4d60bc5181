import { BrokenStatement, type TokenReader } from '../token-reader';
import { charsetOf, collationOf } from '../types-mysql';

/** What a table says of the text in its columns; null for what the server says. */
export interface TextDefaults {
  readonly charset: string | null;
  readonly collation: string | null;
}

/** A table of which nothing is known. */
export const unknownTexts: TextDefaults = { charset: null, collation: null };

/** What stands behind a table's columns, as far as it says something of the schema. */
export interface TableOptions {
  readonly comment: string | null;
  readonly isWithoutRowid: boolean;
  /** Is the table kept in memory, where an index is a hash unless it says otherwise? */
  readonly isInMemory: boolean;
  readonly texts: TextDefaults;
  /** `AS SELECT …` behind the columns. */
  readonly isOfQuery: boolean;
}

/** Words that start another statement: the semicolon before them is missing. */
const starts: ReadonlySet<string> = new Set(['create', 'alter', 'drop', 'insert']);

/** The options at the end of CREATE TABLE. Engines, row formats and partitions say nothing of the schema. */
export function tableOptions(reader: TokenReader): TableOptions {
  let comment: string | null = null;
  let isWithoutRowid = false;
  let isOfQuery = false;
  let isInMemory = false;
  let isPartitioned = false;
  let charset: string | null = null;
  let collation: string | null = null;
  while (!reader.isAtEnd) {
    const token = reader.peek();
    if (starts.has(token?.word ?? '')) {
      throw new BrokenStatement(`a semicolon is missing before ${token?.text}`, token?.span ?? null);
    }
    if (reader.sees('(')) reader.bracketed();
    else if (reader.accepts('without', 'rowid')) isWithoutRowid = true;
    else if (reader.accepts('engine')) {
      reader.accepts('=');
      isInMemory = ['memory', 'heap'].includes(reader.take().value.toLowerCase());
    } else if (reader.acceptsOneOf(['character set', 'charset', 'char set']) !== null) {
      reader.accepts('=');
      charset = charsetOf(reader);
    } else if (reader.accepts('collate')) {
      reader.accepts('=');
      collation = collationOf(reader);
    } else if (reader.accepts('partition', 'by')) isPartitioned = true;
    else if (!isPartitioned && reader.accepts('comment')) {
      reader.accepts('=');
      comment = reader.string() || null;
    } else {
      if (reader.sees('select') || reader.sees('as')) isOfQuery = true;
      reader.take();
    }
  }
  const texts = { charset: charset ?? collation?.split('_')[0] ?? null, collation };
  return { comment, isWithoutRowid, isInMemory, isOfQuery, texts };
}
