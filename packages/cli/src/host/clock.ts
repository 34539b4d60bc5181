/** The date and the minute that are written into files. */
export interface Moment {
  /** Where the computer is: `2026-11-23`. */
  readonly today: string;
  /** As Django writes it into migrations, in UTC: `2026-11-23 02:10`. */
  readonly now: string;
}

/** This moment. */
export function momentOf(time: Date = new Date()): Moment {
  const [year, month, day] = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return { today: `${year}-${month}-${day}`, now: time.toISOString().slice(0, 16).replace('T', ' ') };
}
