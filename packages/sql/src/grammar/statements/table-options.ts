import { BrokenStatement, type TokenReader } from '../token-reader';

/** What stands behind a table's columns, as far as it says something of the schema. */
export interface TableOptions {
  readonly comment: string | null;
  readonly isWithoutRowid: boolean;
  /** Is the table kept in memory, where an index is a hash unless it says otherwise? */
  readonly isInMemory: boolean;
  /** `AS SELECT …` behind the columns. */
  readonly isOfQuery: boolean;
}

/** Words that start another statement: the semicolon before them is missing. */
const starts: ReadonlySet<string> = new Set(['create', 'alter', 'drop', 'insert']);

/** The options at the end of CREATE TABLE. Engines, character sets, row formats and partitions say nothing of the schema. */
export function tableOptions(reader: TokenReader): TableOptions {
  let comment: string | null = null;
  let isWithoutRowid = false;
  let isOfQuery = false;
  let isInMemory = false;
  let isPartitioned = false;
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
    } else if (reader.accepts('partition', 'by')) isPartitioned = true;
    else if (!isPartitioned && reader.accepts('comment')) {
      reader.accepts('=');
      comment = reader.string() || null;
    } else {
      if (reader.sees('select') || reader.sees('as')) isOfQuery = true;
      reader.take();
    }
  }
  return { comment, isWithoutRowid, isInMemory, isOfQuery };
}
