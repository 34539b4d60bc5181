/** In the place of a value that static reading could not establish. It is neither equal nor different to anything. */
export interface Unreadable {
  /** Why, as a phrase that completes "could not be read: …". */
  readonly unreadable: string;
}

/** A value, or the reason why it is not known. */
export type Fact<T> = T | Unreadable;

/** The fact that something could not be read. */
export function unreadable(why: string): Unreadable {
  return { unreadable: why };
}

/** Does this fact lack a value? */
export function isUnreadable<T>(fact: Fact<T>): fact is Unreadable {
  return typeof fact === 'object' && fact !== null && 'unreadable' in fact;
}

/** The fact of a value computed from a fact. */
export function mapFact<T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> {
  return isUnreadable(fact) ? fact : change(fact);
}
