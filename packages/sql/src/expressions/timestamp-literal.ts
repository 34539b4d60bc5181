/**
 * A moment as PostgreSQL prints it in UTC: `2020-01-01 00:00:00+00`, or without the zone where its type has none; null
 * for a text of another form (`now`, `infinity`). One without an offset is taken as UTC, which is the session time zone
 * of Django and of any catalog that is read here.
 */
export function canonicalTimestamp(text: string, zoned: boolean): string | null {
  const match =
    /^\s*(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d*?)0*)?)?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?\s*$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', seconds = '00', fraction = '', offset = ''] = match;
  // MySQL's `0000-00-00` is no day.
  if (Number(month) === 0 || Number(day) === 0) return null;
  const minutes = Number(hour) * 60 + Number(minute) - (zoned ? offsetMinutes(offset) : 0);
  const days = Math.floor(minutes / minutesPerDay);
  const clock = minutes - days * minutesPerDay;
  const date = moved({ year: Number(year), month: Number(month), day: Number(day) }, days);
  const time = `${padded(Math.trunc(clock / 60))}:${padded(clock % 60)}:${seconds}${fraction === '' ? '' : `.${fraction}`}`;
  return `${padded(date.year, 4)}-${padded(date.month)}-${padded(date.day)} ${time}${zoned ? '+00' : ''}`;
}

const minutesPerDay = 24 * 60;

function padded(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

function offsetMinutes(offset: string): number {
  if (!/^[+-]/.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
  return offset.startsWith('-') ? -minutes : minutes;
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day before, the same day or the day after: an offset reaches no further. */
function moved({ year, month, day }: CalendarDate, days: number): CalendarDate {
  const moment = day + days;
  if (moment < 1) {
    const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
    return { ...before, day: daysIn(before.year, before.month) };
  }
  if (moment <= daysIn(year, month)) return { year, month, day: moment };
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
