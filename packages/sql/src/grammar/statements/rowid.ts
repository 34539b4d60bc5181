import type { Statement } from '../statement';
import type { ReadColumn } from './column';
import { refOf } from './relation';
import type { TableOptions } from './table-options';

/** A lone INTEGER PRIMARY KEY is the row's own number in SQLite, and counts up by itself. */
export function withRowid(
  { catalog }: Statement,
  name: string,
  columns: readonly ReadColumn[],
  { isWithoutRowid }: TableOptions,
): void {
  const [only, ...others] = catalog.table(refOf(name))?.primaryKey?.columns ?? [];
  if (only === undefined || others.length > 0 || isWithoutRowid) return;
  const read = columns.find(({ column }) => column.name === only);
  if (read === undefined || read.column.type !== 'integer' || read.isDescendingKey) return;
  if (read.column.identity !== null) return;
  catalog.apply({ kind: 'alter-column', table: refOf(name), column: only, set: { identity: 'serial' } });
}
