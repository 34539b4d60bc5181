interface Made<T> {
  readonly from: readonly unknown[];
  readonly value: T;
}

/**
 * Makes a value of an object, `of`, and of everything else in `from`; the one made last where all of these are the very
 * same as then. A process that judges again and again pays for what changed; nothing is held beyond the object.
 */
export function remade<K extends object, T>(): (of: K, from: readonly unknown[], make: () => T) => T {
  const all = new WeakMap<K, Made<T>>();
  return (of, from, make) => {
    const known = all.get(of);
    if (known !== undefined && isSame(known.from, from)) return known.value;
    const value = make();
    all.set(of, { from, value });
    return value;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
