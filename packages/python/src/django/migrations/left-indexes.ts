import type { Catalog, ForeignKey, Index, Table, TableRef } from '@canonical-schema/schema';
import { columnName, hasColumn } from '../emit/field-columns';
import { columnKey, fieldIndex } from '../emit/field-indexes';
import type { Model } from './schema-editor';

/**
 * The indexes that MySQL made for foreign keys: no catalog shows them beside their keys, but they stay when a key is
 * dropped, and go when another index or key takes their place.
 */
export class LeftIndexes {
  private readonly names = new Set<string>();

  constructor(private readonly catalog: Catalog) {}

  /** A key was dropped: its index is left, unless the key had none of its own. */
  leave(table: TableRef, { name, columns, place }: ForeignKey): void {
    const now = this.catalog.table(table);
    if (now === null || name === null || beginnings(now).some((each) => beginsWith(each.columns, columns))) return;
    const index: Index = {
      name,
      nameGiven: false,
      unique: false,
      method: 'btree',
      keys: columns.map((column) => columnKey(column)),
      include: [],
      where: null,
      nullsNotDistinct: false,
      origin: 'foreign-key',
      place,
    };
    this.catalog.apply({ kind: 'add-index', table, index });
    this.names.add(name);
  }

  /** An index or key came: what it makes needless goes. */
  settle(table: TableRef): void {
    const now = this.catalog.table(table);
    if (now === null) return;
    for (const { name, columns } of beginnings(now)) {
      if (name === null || !this.names.has(name)) continue;
      const others = beginnings(now).filter((each) => each.name !== name);
      const isKeyed = now.foreignKeys.some((key) => key.columns.join() === columns.join());
      if (!isKeyed && !others.some((each) => beginsWith(each.columns, columns))) continue;
      this.catalog.apply({ kind: 'drop-index', table, index: name });
      this.names.delete(name);
    }
  }
}

/** The column that the index of that name begins with, be it a unique constraint's; undefined for everything else. */
export function firstColumn({ uniques, indexes, ...rest }: Table, name: string): string | undefined {
  const own = beginnings({ ...rest, uniques, indexes, primaryKey: null }).find((each) => each.name === name);
  return own?.columns[0];
}

/**
 * The index of a foreign key that has none but the one that goes, which begins with its column; null where there is no
 * such key. Source: `_create_missing_fk_index` of MySQL's schema editor.
 */
export function missingForeignKeyIndex(model: Model, table: Table, dbTable: string, column: string): Index | null {
  const { state, context } = model;
  const { names, sql } = context.backend;
  if (!sql.traits.indexesForeignKeys) return null;
  const isNamed = (name: string): boolean => names.stored(name) === column;
  const field = context.registry.fields(state).find((each) => hasColumn(each) && isNamed(columnName(each)));
  const standing = beginnings(table).filter(({ columns }) => columns[0] === column);
  if (field?.kind.form !== 'foreign-key' || standing.length !== 1) return null;
  return fieldIndex(field, dbTable, context);
}

/** The indexes of a table, those of keys and unique constraints included, by the columns that they begin with. */
function beginnings(table: Table): readonly { readonly name: string | null; readonly columns: readonly string[] }[] {
  const key = table.primaryKey === null ? [] : [table.primaryKey];
  const indexes = table.indexes.map(({ name, keys }) => {
    const end = keys.findIndex(({ of }) => of.kind === 'expression');
    const plain = end < 0 ? keys : keys.slice(0, end);
    return { name, columns: plain.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : [])) };
  });
  return [...key, ...table.uniques, ...indexes];
}

function beginsWith(columns: readonly string[], first: readonly string[]): boolean {
  return first.every((column, index) => columns[index] === column);
}
