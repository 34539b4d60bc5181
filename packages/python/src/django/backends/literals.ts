import { quotedName, quotedText } from '../../sql-quoting';
import { timedeltaMicroseconds, timedeltaSql } from '../../syntax/timedelta';
import type { CallValue } from '../../syntax/value';

/** How a server's driver writes constants of Python, and what stands for functions of Python. */
export interface Literals {
  /** An identifier in quotes. */
  name(name: string): string;
  text(text: string): string;
  truth(value: boolean): string;
  /** A date, time or moment; moments are in UTC, with `+00` behind. */
  moment(text: string): string;
  /** A `timedelta(…)`; null where an argument is no number. */
  interval(call: CallValue): string | null;
  /** For a column of that type. */
  uuid(text: string, type: string): string;
  /** A `Decimal` in a column with so many places. */
  decimal(text: string, places: number | null): string;
  readonly now: string;
  readonly today: string;
  readonly timeOfDay: string;
  /** `uuid4()` for a column of that type; null where SQL has no such function. */
  randomUuid(type: string): string | null;
}

/** psycopg's. */
export const postgresqlLiterals: Literals = {
  name: quotedName,
  text: quotedText,
  truth: (value) => (value ? 'true' : 'false'),
  moment: quotedText,
  interval: timedeltaSql,
  uuid: quotedText,
  decimal: (text) => text,
  now: 'now()',
  today: 'CURRENT_DATE',
  timeOfDay: 'LOCALTIME',
  randomUuid: () => 'gen_random_uuid()',
};

/** SQLite has numbers and texts, so that Django turns everything else into these. */
export const sqliteLiterals: Literals = {
  name: quotedName,
  text: quotedText,
  truth: (value) => (value ? '1' : '0'),
  moment: (text) => quotedText(text.replace(/\+00(:00)?$/, '')),
  interval: (call) => {
    const microseconds = timedeltaMicroseconds(call);
    return microseconds === null ? null : String(microseconds);
  },
  uuid: (text) => quotedText(text.replaceAll('-', '').toLowerCase()),
  decimal: (text, places) => quotedText(places === null ? text : withPlaces(text, places)),
  now: 'CURRENT_TIMESTAMP',
  today: 'CURRENT_DATE',
  timeOfDay: 'CURRENT_TIME',
  randomUuid: () => null,
};

/** In MySQL a backslash in a text escapes what follows. */
export const mysqlLiterals: Literals = {
  ...sqliteLiterals,
  name: (name) => `\`${name.replaceAll('`', '``')}\``,
  text: (text) => quotedText(text.replaceAll('\\', '\\\\')),
  moment: (text) => sqliteLiterals.moment(withMicroseconds(text)),
  uuid: (text, type) => (type === 'uuid' ? quotedText(text) : sqliteLiterals.uuid(text, type)),
  now: 'CURRENT_TIMESTAMP(6)',
  timeOfDay: 'CURRENT_TIME(6)',
  randomUuid: (type) => (type === 'uuid' ? 'uuid()' : null),
};

/** A time of day is written with all its microseconds. */
function withMicroseconds(text: string): string {
  const [, time, fraction = ''] = /^(\d\d:\d\d:\d\d)(?:\.(\d+))?$/.exec(text) ?? [];
  return time === undefined ? text : `${time}.${fraction.padEnd(6, '0')}`;
}

/** A decimal with exactly so many digits behind the point, rounded to the even one where it is halfway. Source: `format_number`. */
function withPlaces(text: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  if (fraction.length <= places) {
    const digits = fraction.padEnd(places, '0');
    return `${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${digits === '' ? '' : `.${digits}`}`;
  }
  const kept = BigInt(`${whole}${fraction.slice(0, places)}` || '0');
  const rest = fraction.slice(places);
  const half = `5${'0'.repeat(rest.length - 1)}`;
  const isUp = rest > half || (rest === half && kept % 2n === 1n);
  const digits = String(isUp ? kept + 1n : kept).padStart(places + 1, '0');
  const point = digits.length - places;
  return `${sign === '-' ? '-' : ''}${digits.slice(0, point)}${places === 0 ? '' : `.${digits.slice(point)}`}`;
}
