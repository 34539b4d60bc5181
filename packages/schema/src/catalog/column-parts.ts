import type { OtherObject, Sequence } from '../model/schema';
import type { TableRef } from '../model/table';
import { otherKeyOf } from './objects';

/** The sequences that a table's columns own, or one of them, go with it. */
export function dropOwned(sequences: Map<string, Sequence>, ref: TableRef, column: string | null = null): void {
  for (const [key, { ownedBy }] of sequences) {
    const isOwn = ownedBy?.table === ref.name && ownedBy.schema === ref.schema;
    if (isOwn && (column === null || ownedBy.column === column)) sequences.delete(key);
  }
}

/** A sequence follows the column that owns it. */
export function followOwner(
  sequences: Map<string, Sequence>,
  ref: TableRef,
  follow: (owner: NonNullable<Sequence['ownedBy']>) => Sequence['ownedBy'],
): void {
  for (const [key, sequence] of sequences) {
    const { ownedBy } = sequence;
    if (ownedBy === null || ownedBy.table !== ref.name || ownedBy.schema !== ref.schema) continue;
    sequences.set(key, { ...sequence, ownedBy: follow(ownedBy) });
  }
}

/** What is listed as a part of a column goes where its column goes; null takes it away. */
export function followColumns(
  others: Map<string, OtherObject>,
  ref: TableRef,
  follow: (other: OtherObject) => OtherObject | null,
): void {
  for (const [key, other] of others) {
    const isPart = other.kind === 'on update' && other.table === ref.name && (other.schema ?? 'public') === ref.schema;
    const next = isPart ? follow(other) : other;
    if (next === other) continue;
    others.delete(key);
    if (next !== null) others.set(otherKeyOf(next), next);
  }
}
