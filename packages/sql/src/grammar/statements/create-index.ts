import type { Statement } from '../statement';
import { skipIndexType, skipKeyOptions } from './constraint';
import { readParts } from './key-parts';
import { qualifiedName, tableFor } from './relation';
import { addKeyIndex, indexNamed } from './table-index';

/** CREATE [UNIQUE | FULLTEXT | SPATIAL] INDEX with every clause. */
export function createIndex(kind: 'plain' | 'unique' | 'fulltext' | 'spatial'): (statement: Statement) => void {
  return (statement) => {
    const { reader, grammar, catalog, text } = statement;
    const isReplacing = reader.tokens[1]?.word === 'or';
    const ifNotExists = reader.accepts('if', 'not', 'exists');
    const name = qualifiedName(reader);
    const before = skipIndexType(reader);
    reader.expects('on');
    const table = tableFor(statement, qualifiedName(reader), 'is on');
    if (table === null) return;
    const parts = readParts(reader, grammar.traits);
    const method = skipKeyOptions(reader) ?? before;
    const where = reader.accepts('where') ? reader.tokens.slice(reader.position) : null;
    if (where === null && !reader.isAtEnd) throw reader.unexpected();
    const replaced = isReplacing ? indexNamed(statement, table, name) : null;
    if (replaced?.index) catalog.apply({ kind: 'drop-index', table, index: replaced.index.name ?? '' });
    addKeyIndex(statement, catalog.table(table) ?? table, {
      index: { unique: kind === 'unique', method: kind === 'plain' || kind === 'unique' ? method : kind, parts, where },
      name,
      place: text.place,
      isConstraint: false,
      ifNotExists,
    });
  };
}
