import type { UnreadPart } from '@canonical-schema/schema';
import type { Hidden } from './alignment';
import type { Pairing } from './pairing';

/** An object on one side, as far as an unread part of the other side may be it. */
export interface Sought {
  readonly kinds: readonly UnreadPart['kind'][];
  readonly name: string | null;
  readonly nameGiven: boolean;
  /** Null where an expression hides them. */
  readonly columns: readonly string[] | null;
  readonly label: string;
}

/** What both sides could not read of one table. */
export interface UnreadParts {
  readonly canonical: readonly UnreadPart[];
  readonly actual: readonly UnreadPart[];
}

/** Takes out of a pairing what an unread part of the other side may be, into `hidden`. */
export function withoutHidden<T>(
  pairing: Pairing<T>,
  unread: UnreadParts,
  soughtOf: (item: T) => Sought,
  hidden: Hidden[],
): Pairing<T> {
  if (unread.canonical.length === 0 && unread.actual.length === 0) return pairing;
  const stays = (on: Hidden['on']) => (item: T) => {
    const sought = soughtOf(item);
    const part = unread[on].find((candidate) => mayBe(candidate, sought));
    if (part !== undefined) hidden.push({ part, on, label: sought.label });
    return part === undefined;
  };
  return {
    both: pairing.both,
    missing: pairing.missing.filter(stays('actual')),
    extra: pairing.extra.filter(stays('canonical')),
  };
}

/** May the part that could not be read be the object that seems to be missing? */
export function mayBe(part: UnreadPart, sought: Sought): boolean {
  if (part.kind === 'anything') return true;
  if (!sought.kinds.includes(part.kind)) return false;
  const nameFits = part.name === null || !sought.nameGiven || part.name === sought.name;
  return nameFits && (part.columns === null || sought.columns === null || sameSet(part.columns, sought.columns));
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
