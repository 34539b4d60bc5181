import { type Fact, isUnreadable } from '@canonical-schema/schema';
import type { SqlType } from '../description';

/** No type given: what `Column("x", ForeignKey("t.id"))` has until its target's type is known. */
export const noType: SqlType = { kind: 'none' };

/** A type by its text in the dialect's normal form. */
export function plainType(text: string, collation: string | null = null): SqlType {
  return { kind: 'plain', text, collation };
}

/** A type as a rule of the dialect gave it. */
export function ruledType(text: Fact<string>, collation: string | null = null): SqlType {
  return isUnreadable(text) ? unreadType(text.unreadable) : plainType(text, collation);
}

/** A type that is not known, and why. */
export function unreadType(why: string): SqlType {
  return { kind: 'unread', why };
}
