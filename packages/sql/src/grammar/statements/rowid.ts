import type { ReadColumn } from './column';
import type { WrittenConstraint } from './constraint';
import { sameColumnName } from './relation';
import type { TableOptions } from './table-options';

/** The columns of a table where a lone INTEGER PRIMARY KEY is the row's own number, and counts up by itself. */
export function withRowid(
  columns: readonly ReadColumn[],
  constraints: readonly WrittenConstraint[],
  { isWithoutRowid }: TableOptions,
): readonly ReadColumn[] {
  const key = constraints.find((constraint) => constraint.kind === 'primary-key');
  const [only, ...others] = key?.kind === 'primary-key' ? key.parts : [];
  if (only?.of.kind !== 'column' || others.length > 0 || isWithoutRowid) return columns;
  const name = only.of.column;
  return columns.map((read) => {
    const { column, isDescendingKey } = read;
    const isRowid = sameColumnName(column.name, name) && column.type === 'integer' && !isDescendingKey;
    return isRowid && column.identity === null ? { ...read, column: { ...column, identity: 'serial' } } : read;
  });
}
