import type { OtherObject } from '../model/schema';
import { type Table, type TableRef, tableLabel } from '../model/table';
import { CatalogError } from './catalog-error';

/** What tells a listed object from all others. */
export type OtherRef = Pick<OtherObject, 'kind' | 'schema' | 'name' | 'table'>;

/** A map's key for an object: its schema and name. */
export function keyOf({ schema, name }: TableRef): string {
  return `${schema}\u0000${name}`;
}

/** A map's key for a listed object. */
export function otherKeyOf({ kind, schema, name, table }: OtherRef): string {
  return [kind, schema ?? '', name, table ?? ''].join('\u0000');
}

/** Equal for two lists of the same columns in any order. */
export function setKeyOf(columns: readonly string[]): string {
  return [...columns].sort().join('\u0000');
}

/** The column of an index key; none for an expression. */
export function columnOf({ of }: Table['indexes'][number]['keys'][number]): string[] {
  return of.kind === 'column' ? [of.column] : [];
}

/** The object of that name. Throws `CatalogError` where there is none. */
export function demand<T>(objects: ReadonlyMap<string, T>, ref: TableRef, noun: string): T {
  const object = objects.get(keyOf(ref));
  if (object === undefined) throw new CatalogError(`${noun} ${tableLabel(ref)} does not exist`);
  return object;
}

/** Adds an object. Throws `CatalogError` where its name is taken. */
export function add<T extends TableRef>(objects: Map<string, T>, object: T, noun: string): void {
  if (objects.has(keyOf(object))) throw new CatalogError(`${noun} ${tableLabel(object)} already exists`);
  objects.set(keyOf(object), object);
}

/** Removes an object. Throws `CatalogError` where there is none. */
export function remove<T>(objects: Map<string, T>, ref: TableRef, noun: string): void {
  demand(objects, ref, noun);
  objects.delete(keyOf(ref));
}

/** Puts an object in the place of another, under its own name. Throws `CatalogError`, with nothing done, where that is taken. */
export function replaceKey<T extends TableRef>(objects: Map<string, T>, ref: TableRef, to: T, noun: string): void {
  demand(objects, ref, noun);
  if (keyOf(ref) !== keyOf(to) && objects.has(keyOf(to))) {
    throw new CatalogError(`${noun} ${tableLabel(to)} already exists`);
  }
  objects.delete(keyOf(ref));
  objects.set(keyOf(to), to);
}
