import type { Place } from '@canonical-schema/schema';

/** The same object on both sides. */
export interface Pair<T> {
  readonly canonical: T;
  readonly actual: T;
}

/** Two lists, taken apart into what both have and what one side alone has. */
export interface Pairing<T, P extends Pair<T> = Pair<T>> {
  readonly both: readonly P[];
  /** On the canonical side only. */
  readonly missing: readonly T[];
  /** On the other side only. */
  readonly extra: readonly T[];
}

/** A property that two sides of one object share; null where this object cannot be paired by it. */
export type Key<T> = (item: T) => string | null;

/** What stands somewhere: where everything else is equal, the place decides which of two comes first. */
export interface Placed {
  readonly place: Place | null;
}

/**
 * Pairs two lists as multisets, by the first key that fits, then what is left by the next: strictest key first.
 * Both lists are sorted by all keys beforehand, so the order in which a source lists its objects never matters.
 */
export function pairBy<T extends Placed>(
  canonical: readonly T[],
  actual: readonly T[],
  keys: readonly Key<T>[],
): Pairing<T> {
  if (canonical.length === 0 || actual.length === 0) return { both: [], missing: canonical, extra: actual };
  const both: Pair<T>[] = [];
  let missing = sortedBy(canonical, keys);
  let extra = sortedBy(actual, keys);
  for (const key of keys) {
    const step = pairOnce(missing, extra, key);
    both.push(...step.both);
    missing = step.missing;
    extra = step.extra;
  }
  return { both, missing, extra };
}

/** Pairs what has a name of its own on each side. Linear, where `pairBy` sorts. */
export function pairByName<T extends { readonly name: string }>(
  canonical: readonly T[],
  actual: readonly T[],
): Pairing<T> {
  const waiting = new Map(actual.map((item) => [item.name, item]));
  const both: Pair<T>[] = [];
  const missing: T[] = [];
  for (const item of canonical) {
    const partner = waiting.get(item.name);
    waiting.delete(item.name);
    if (partner === undefined) missing.push(item);
    else both.push({ canonical: item, actual: partner });
  }
  return { both, missing, extra: [...waiting.values()] };
}

function pairOnce<T>(canonical: readonly T[], actual: readonly T[], key: Key<T>) {
  const waiting = new Map<string, T[]>();
  const extra = new Set<T>(actual);
  for (const item of actual) {
    const value = key(item);
    if (value === null) continue;
    const queue = waiting.get(value);
    if (queue === undefined) waiting.set(value, [item]);
    else queue.push(item);
  }
  for (const queue of waiting.values()) queue.reverse();
  const both: Pair<T>[] = [];
  const missing: T[] = [];
  for (const item of canonical) {
    const value = key(item);
    const partner = value === null ? undefined : waiting.get(value)?.pop();
    if (partner === undefined) {
      missing.push(item);
      continue;
    }
    extra.delete(partner);
    both.push({ canonical: item, actual: partner });
  }
  return { both, missing, extra: [...extra] };
}

function sortedBy<T extends Placed>(items: readonly T[], keys: readonly Key<T>[]): T[] {
  if (items.length < 2) return [...items];
  const decorated = items.map((item) => ({ item, order: orderOf(item, keys) }));
  return decorated.sort((a, b) => compareText(a.order, b.order)).map(({ item }) => item);
}

function orderOf<T extends Placed>(item: T, keys: readonly Key<T>[]): string {
  const { place } = item;
  const at = place === null ? '' : `${place.path}:${String(place.span.start).padStart(10, '0')}`;
  return [...keys.map((key) => key(item) ?? ''), at].join('\u0000');
}

/** The order of two texts by code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A pairing in which nothing is compared. */
export const nothingPaired: Pairing<never> = { both: [], missing: [], extra: [] };
