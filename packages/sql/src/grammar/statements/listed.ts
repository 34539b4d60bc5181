import type { Statement } from '../statement';
import { isPassedOver, listObject, qualifiedName, tableNamed } from './relation';

/** Lists what a CREATE makes: the name stands here, behind IF NOT EXISTS. */
export function listed(kind: string): (statement: Statement) => void {
  return (statement) => {
    const { reader, text } = statement;
    reader.accepts('if', 'not', 'exists');
    listObject(statement, kind, qualifiedName(reader), text.place);
  };
}

/** A trigger belongs to the table behind its ON. */
export function createTrigger(statement: Statement): void {
  const { reader, text } = statement;
  reader.accepts('if', 'not', 'exists');
  const name = qualifiedName(reader);
  while (!reader.isAtEnd && !reader.accepts('on')) reader.take();
  if (reader.isAtEnd) throw reader.unexpected('ON');
  const written = qualifiedName(reader);
  const table = tableNamed(statement, written)?.name ?? written;
  if (!statement.fold.temporary.has(written.toLowerCase())) listObject(statement, 'trigger', name, text.place, table);
}

/** SQLite's virtual tables are their module's own. */
export function createVirtualTable(statement: Statement): void {
  const { reader, text } = statement;
  const ifNotExists = reader.accepts('if', 'not', 'exists');
  const name = qualifiedName(reader);
  if (ifNotExists && isPassedOver(statement, name)) return;
  listObject(statement, 'virtual table', name, text.place);
}
