import type { Change, ForeignKey, Index, Unique } from '@canonical-schema/schema';
import type { WrittenTable } from './column-intent';
import { isNamedByItself, ownName } from './object-name';

/** What of a table's keys and indexes is written at a column itself. */
export interface OwnKeys {
  readonly foreignKey: ForeignKey | null;
  readonly unique: boolean;
  readonly index: boolean;
  readonly isKey: boolean;
}

/** The changes that are written together with a column, and what they make of it. */
export interface Gathered {
  readonly own: OwnKeys;
  readonly taken: ReadonlySet<Change>;
}

/** Finds among changes those that stand at a new column: its foreign key, and the indexes that its flags would make. */
export function gatherOwnKeys(column: string, changes: readonly Change[], table: WrittenTable): Gathered {
  const taken = new Set<Change>();
  let foreignKey: ForeignKey | null = null;
  let unique = false;
  let index = false;
  let isKey = false;
  const take = (change: Change): true => taken.add(change) && true;
  for (const change of changes) {
    if (change.kind === 'add-index') {
      const is = flagsOfIndex(change.index, column, table);
      if (is === 'index' && !unique && !index) index = take(change);
      if (is === 'unique-index' && !unique && !index) unique = index = take(change);
    }
    if (change.kind !== 'add-constraint' || !isOver(change.constraint.columns, column)) continue;
    const { constraint } = change;
    if (constraint.kind === 'foreign-key' && foreignKey === null && take(change)) foreignKey = constraint;
    if (constraint.kind === 'unique' && isUniqueFlag(constraint, column, table) && !unique && !index)
      unique = take(change);
    if (constraint.kind === 'primary-key' && isKeyFlag(constraint, table)) isKey = take(change);
  }
  return { own: { foreignKey, unique, index, isKey }, taken };
}

function isOver(columns: readonly string[], column: string): boolean {
  return columns.length === 1 && columns[0] === column;
}

/** Is it what `index=True`, or `unique=True, index=True`, would make of the column, name included? */
export function flagsOfIndex(index: Index, column: string, table: WrittenTable): 'index' | 'unique-index' | null {
  const [key, ...others] = index.keys;
  const isPlain =
    key !== undefined &&
    others.length === 0 &&
    key.of.kind === 'column' &&
    key.of.column === column &&
    key.opclass === null &&
    key.length === undefined &&
    key.collation === null &&
    !key.descending &&
    key.nulls === 'last' &&
    index.method === 'btree' &&
    index.include.length === 0 &&
    index.where === null &&
    !index.nullsNotDistinct;
  const named = { kind: 'ix' as const, table, columns: [{ name: column, key: column }], referred: null, wanted: index };
  if (!isPlain || index.name === null || ownName(named) !== index.name) return null;
  return index.unique ? 'unique-index' : 'index';
}

/** Is it what `unique=True` would make of the column? */
export function isUniqueFlag(unique: Unique, column: string, table: WrittenTable): boolean {
  const isPlain = !unique.deferrable && !unique.nullsNotDistinct && unique.include.length === 0;
  const named = {
    kind: 'uq' as const,
    table,
    columns: [{ name: column, key: column }],
    referred: null,
    wanted: unique,
  };
  return isPlain && isOver(unique.columns, column) && isNamedByItself(named);
}

/** Is it what `primary_key=True` at its columns would make? */
export function isKeyFlag(
  key: { readonly name: string | null; readonly nameGiven: boolean; readonly columns: readonly string[] },
  table: WrittenTable,
): boolean {
  const columns = key.columns.map((name) => ({ name, key: name }));
  return isNamedByItself({ kind: 'pk', table, columns, referred: null, wanted: key });
}
