import { type Key, type Pairing, type Placed, pairBy } from './pairing';

/** Pairs what is left where at least one of the two could not be read whole: by looser keys, such as its name alone. */
export function pairUncertain<T extends Placed>(
  pairing: Pairing<T>,
  isUncertain: (item: T) => boolean,
  keys: readonly Key<T>[],
): Pairing<T> {
  if (pairing.missing.length === 0 && pairing.extra.length === 0) return pairing;
  const isCertain = (item: T) => !isUncertain(item);
  const first = pairBy(pairing.missing, pairing.extra.filter(isUncertain), keys);
  const second = pairBy(first.missing.filter(isUncertain), pairing.extra.filter(isCertain), keys);
  return {
    both: [...pairing.both, ...first.both, ...second.both],
    missing: [...first.missing.filter(isCertain), ...second.missing],
    extra: [...first.extra, ...second.extra],
  };
}
