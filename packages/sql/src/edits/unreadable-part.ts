import { type Change, isUnreadable } from '@canonical-schema/schema';

/** Why a part of what a change carries could not be read; null where all of it was. */
export function unreadablePart(change: Change): string | null {
  const why = unreadIn(change);
  if (why !== null || change.kind !== 'add-table') return why;
  return change.table.unread[0]?.why ?? null;
}

function unreadIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (isUnreadable<unknown>(value)) return value.unreadable;
  for (const member of Object.values(value)) {
    const why = unreadIn(member);
    if (why !== null) return why;
  }
  return null;
}
