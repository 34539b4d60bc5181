import type { CallValue, Value } from './value';

/** Parameters of the constructors of module `datetime`, in order. */
const dateParts = ['year', 'month', 'day'];
const timeParts = ['hour', 'minute', 'second', 'microsecond'];

/** Names of the time zone in which PostgreSQL prints nothing but `+00`. */
const universal: ReadonlySet<string> = new Set(['datetime.timezone.utc', 'datetime.UTC', 'django.utils.timezone.utc']);

/**
 * The text of a constant that `datetime.date`, `time` or `datetime` makes, as PostgreSQL writes it; null for one that
 * depends on a time zone other than UTC, or on none. `named` gives a value's dotted name.
 */
export function momentText(call: CallValue, name: string, named: (value: Value) => string | null): string | null {
  const kind = name.startsWith('datetime.') ? name.slice('datetime.'.length) : '';
  if (!call.complete || !['date', 'time', 'datetime'].includes(kind)) return null;
  const parameters = [...(kind === 'time' ? [] : dateParts), ...(kind === 'date' ? [] : [...timeParts, 'tzinfo'])];
  const values = new Map(call.keywords);
  for (const [at, value] of call.positional.entries()) values.set(parameters[at] ?? '', value);
  const numbers = numbersOf(values);
  const zone = values.get('tzinfo');
  const isUniversal = zone !== undefined && universal.has(named(zone) ?? '');
  if (numbers === null || isUniversal !== (kind === 'datetime')) return null;
  const day = dateParts.map((part) => padded(numbers.get(part) ?? 0, part === 'year' ? 4 : 2)).join('-');
  const hour = ['hour', 'minute', 'second'].map((part) => padded(numbers.get(part) ?? 0, 2)).join(':');
  const time = hour + fraction(numbers.get('microsecond') ?? 0);
  if (kind === 'date') return day;
  return kind === 'time' ? time : `${day} ${time}+00`;
}

/** Every argument but the time zone as a number; null where one is none. */
function numbersOf(values: ReadonlyMap<string, Value>): ReadonlyMap<string, number> | null {
  const numbers = new Map<string, number>();
  for (const [name, value] of values) {
    if (name === 'tzinfo') continue;
    if (value.kind !== 'int' || ![...dateParts, ...timeParts].includes(name)) return null;
    numbers.set(name, Number(value.value));
  }
  return numbers;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

function fraction(microseconds: number): string {
  return microseconds === 0 ? '' : `.${padded(microseconds, 6).replace(/0+$/, '')}`;
}
