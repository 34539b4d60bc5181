import type { ForeignKey, Index, Table } from '@canonical-schema/schema';
import { isPlain, plainColumnsOf } from './plain-index';

/**
 * The indexes without those that came with foreign keys: an index of exactly a key's columns that has the key's name, or,
 * where the server named the key, the name that it gives an index without one. Nobody can tell a written one of that name.
 */
export function withoutForeignKeyIndexes({
  name,
  indexes,
  foreignKeys,
}: Pick<Table, 'name' | 'indexes' | 'foreignKeys'>): readonly Index[] {
  return indexes.filter((index) => !foreignKeys.some((key) => comesWith(key, index, name)));
}

function comesWith(key: ForeignKey, index: Index, table: string): boolean {
  const columns = plainColumnsOf(index);
  if (index.unique || !isPlain(index) || columns.join('\0') !== key.columns.join('\0')) return false;
  const isOwnKeyName = key.name?.startsWith(`${table}_ibfk_`) === true;
  return index.name === key.name || (isOwnKeyName && isOwnIndexName(index.name, columns[0] ?? ''));
}

function isOwnIndexName(name: string | null, column: string): boolean {
  return name === column || (name?.startsWith(`${column}_`) === true && /^\d+$/.test(name.slice(column.length + 1)));
}
