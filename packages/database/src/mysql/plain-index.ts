import type { Index, IndexKey } from '@canonical-schema/schema';

/** Is it an ordinary index over whole columns, in ascending order? */
export function isPlain({ keys, method }: Index): boolean {
  const isWhole = ({ of, length, descending }: IndexKey) => of.kind === 'column' && length === undefined && !descending;
  return (method === 'btree' || method === 'hash') && keys.every(isWhole);
}

/** The columns among an index's keys. */
export function plainColumnsOf({ keys }: Index): readonly string[] {
  return keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
}
