/** Which of two versions is newer: negative where `a` is the older one. `1.10` is newer than `1.9`, `1.0-rc1` older than `1.0`. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.max(first.numbers.length, second.numbers.length); at += 1) {
    const difference = (first.numbers[at] ?? 0) - (second.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (first.suffix === second.suffix) return 0;
  if (first.suffix === '' || second.suffix === '') return first.suffix === '' ? 1 : -1;
  return first.suffix < second.suffix ? -1 : 1;
}

/** The same text for versions that are the same: `v1.2`, `1.2.0`. */
export function normalVersion(version: string): string {
  const { numbers, suffix } = partsOf(version);
  return numbers.join('.').replace(/(?:\.0)+$/, '') + suffix;
}

/** Is this a day of the calendar, written `2026-01-15`? */
export function isCalendarDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const length = daysIn(Number(year), Number(month));
  return length !== undefined && Number(day) >= 1 && Number(day) <= length;
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly suffix: string } {
  const [, digits = '', suffix = ''] = /^v?([\d.]*\d)(.*)$/i.exec(version.replace(/\+.*$/, '')) ?? [];
  return { numbers: digits.split('.').map(Number), suffix };
}

function daysIn(year: number, month: number): number | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** The part of a version that goes up. */
export type Bump = 'major' | 'minor' | 'patch';

/**
 * The version after one: `1.1.0` → `1.2.0`. It has as many parts as that; where the part to go up is lacking, the last
 * one does. What stands behind the numbers is left out.
 */
export function nextVersion(version: string, bump: Bump): string {
  const { numbers } = partsOf(version);
  const at = Math.min({ major: 0, minor: 1, patch: 2 }[bump], numbers.length - 1);
  const next = numbers.map((number, position) => (position < at ? number : position === at ? number + 1 : 0));
  return `${/^v/i.exec(version)?.[0] ?? ''}${next.join('.')}`;
}
