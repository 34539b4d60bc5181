import type { SqlType } from '../description';

/** No type given: what `Column("x", ForeignKey("t.id"))` has until its target's type is known. */
export const noType: SqlType = { kind: 'none' };

/** A type by its `format_type` text. */
export function plainType(text: string, collation: string | null = null): SqlType {
  return { kind: 'plain', text, collation };
}

/** A type that is not known, and why. */
export function unreadType(why: string): SqlType {
  return { kind: 'unread', why };
}
