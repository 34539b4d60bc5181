import { isUnreadable } from '@canonical-schema/schema';

/** Is no fact of this object, or of anything in it, unreadable? */
export function isReadWhole(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isUnreadable<unknown>(value)) return false;
  return Object.values(value).every(isReadWhole);
}
