/** Months, days and microseconds: the three parts that PostgreSQL keeps apart. */
interface Parts {
  months: number;
  days: number;
  microseconds: number;
}

const units: Readonly<Record<string, readonly [keyof Parts, number]>> = {
  ...unit('microseconds', 1, 'us usec usecs microsecond microseconds'),
  ...unit('microseconds', 1_000, 'ms msec msecs millisecond milliseconds'),
  ...unit('microseconds', 1_000_000, 's sec secs second seconds'),
  ...unit('microseconds', 60_000_000, 'm min mins minute minutes'),
  ...unit('microseconds', 3_600_000_000, 'h hr hrs hour hours'),
  ...unit('days', 1, 'd day days'),
  ...unit('days', 7, 'w week weeks'),
  ...unit('months', 1, 'mon mons month months'),
  ...unit('months', 12, 'y yr yrs year years'),
};

function unit(part: keyof Parts, size: number, names: string): Record<string, readonly [keyof Parts, number]> {
  return Object.fromEntries(names.split(' ').map((name) => [name, [part, size] as const]));
}

/**
 * An interval as PostgreSQL prints it (`1 day`, `1 mon 02:00:00`); null where its spelling is not a plain one, or where
 * it has parts smaller than `field` (`year` to `second`).
 */
export function canonicalInterval(text: string, field = 'second'): string | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^@\s*/, '')
    .match(/[+-]?[\d.:]+|[a-z]+/g);
  if (words === null || words.join('') !== text.toLowerCase().replace(/[\s@]/g, '')) return null;
  const parts: Parts = { months: 0, days: 0, microseconds: 0 };
  for (let at = 0; at < words.length; ) {
    const taken = takePart(words[at] ?? '', words[at + 1], parts);
    if (taken === 0) return null;
    at += taken;
  }
  return isWholeIn(parts, field) ? printInterval(parts) : null;
}

function isWholeIn({ months, days, microseconds }: Parts, field: string): boolean {
  const [part, size] = units[field] ?? [null, 0];
  if (part === 'microseconds') return size === 1_000_000 || microseconds % size === 0;
  if (part === 'days') return microseconds === 0;
  return part === 'months' && days === 0 && microseconds === 0 && months % size === 0;
}

/** Adds the part that starts here; answers how many words it took, 0 where it is not understood. */
function takePart(word: string, next: string | undefined, parts: Parts): number {
  if (word.includes(':')) return takeTime(word, parts) ? 1 : 0;
  if (!/^[+-]?\d+(\.\d+)?$/.test(word)) return 0;
  const [part, size] = units[next ?? 'second'] ?? [null, 0];
  const amount = Number(word) * size;
  if (part === null || !Number.isSafeInteger(amount)) return 0;
  parts[part] += amount;
  return next === undefined ? 1 : 2;
}

function takeTime(word: string, parts: Parts): boolean {
  const match = /^([+-]?)(\d+):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/.exec(word);
  if (match === null) return false;
  const [, sign, hours, minutes, seconds = '0', fraction = ''] = match;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const microseconds = whole * 1_000_000 + Number(fraction.padEnd(6, '0'));
  parts.microseconds += sign === '-' ? -microseconds : microseconds;
  return true;
}

function printInterval({ months, days, microseconds }: Parts): string {
  const years = Math.trunc(months / 12);
  const words = [counted(years, 'year'), counted(months % 12, 'mon'), counted(days, 'day')].filter(
    (word) => word !== '',
  );
  if (microseconds !== 0 || words.length === 0) words.push(clock(microseconds));
  return words.join(' ');
}

function counted(amount: number, name: string): string {
  if (amount === 0) return '';
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}

function clock(microseconds: number): string {
  const magnitude = Math.abs(microseconds);
  const seconds = Math.trunc(magnitude / 1_000_000);
  const fields = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60];
  const fraction = magnitude % 1_000_000;
  const decimals = fraction === 0 ? '' : `.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
  return (microseconds < 0 ? '-' : '') + fields.map((field) => String(field).padStart(2, '0')).join(':') + decimals;
}
