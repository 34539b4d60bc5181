import type { Index, Table } from '@canonical-schema/schema';

/**
 * The indexes without those that came with foreign keys: an index of exactly a key's columns that has the key's name, or,
 * where the server named the key, the name that it gives an index without one. Nobody can tell a written one of that name.
 */
export function withoutForeignKeyIndexes({
  name,
  indexes,
  foreignKeys,
}: Pick<Table, 'name' | 'indexes' | 'foreignKeys'>): readonly Index[] {
  const isOwnKeyName = (key: string | null): boolean => key?.startsWith(`${name}_ibfk_`) === true;
  return indexes.filter((index) => {
    const columns = plainColumns(index);
    if (columns === null) return true;
    return !foreignKeys.some(
      (key) =>
        columns.join('\0') === key.columns.join('\0') &&
        (index.name === key.name || (isOwnKeyName(key.name) && isOwnIndexName(index.name, columns[0] ?? ''))),
    );
  });
}

function isOwnIndexName(name: string | null, column: string): boolean {
  return name === column || (name?.startsWith(`${column}_`) === true && /^\d+$/.test(name.slice(column.length + 1)));
}

/** The columns of an index such as a foreign key brings: whole ones, in order; null for any other. */
function plainColumns({ keys, method, unique }: Index): readonly string[] | null {
  const columns = keys.flatMap(({ of, length, descending }) =>
    of.kind === 'column' && length === undefined && !descending ? [of.column] : [],
  );
  return columns.length === keys.length && (method === 'btree' || method === 'hash') && !unique ? columns : null;
}
