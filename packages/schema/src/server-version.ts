/** The numbers of a server's version: `[8, 0, 36]`. */
export type ServerVersion = readonly number[];

/** The numbers in front of a version's text: `10.11.6-MariaDB` is `[10, 11, 6]`; null where there are none. */
export function serverVersionOf(text: string): ServerVersion | null {
  const numbers = /^\d+(?:\.\d+)*/.exec(text)?.[0];
  return numbers === undefined ? null : numbers.split('.').map(Number);
}

/** Is the version this one or a later one? Numbers that are not given count as the newest: `8` is no early 8.0. */
export function isServerAtLeast(version: ServerVersion, ...wanted: readonly number[]): boolean {
  for (const [index, least] of wanted.entries()) {
    const number = version[index];
    if (number === undefined || number > least) return true;
    if (number < least) return false;
  }
  return true;
}
