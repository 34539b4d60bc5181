import type { TextEdit } from '@canonical-schema/schema';
import { compareVersions, isCalendarDate } from '../version-log/order';
import type { LogEntry } from '../version-log/version-log';
import type { Lint, LintSubject, Remark } from './lint';

/** Every entry of the version log says a version, a day and what changed, in order; the migrations that it names exist. */
export const versionLog: Lint = { code: 'version-log', check };

function check(subject: LintSubject): readonly Remark[] {
  const { log, options } = subject;
  const inTime = options.versionLog === 'newest-first' ? [...log.entries].reverse() : log.entries;
  const remarks = [
    ...log.entries.flatMap((entry) => ofHeading(entry)),
    ...log.entries.flatMap((entry) => ofBullets(entry, subject)),
    ...inTime.flatMap((entry, at) => ofOrder(entry, inTime.slice(0, at))),
  ];
  return remarks.map((remark) => ({ ...remark, subject: { kind: 'file', name: subject.file.path } }));
}

type LogRemark = Omit<Remark, 'subject'>;

function ofHeading({ version, date, wellFormed, span }: LogEntry): readonly LogRemark[] {
  if (date === null) {
    const form = wellFormed ?? `Version ${version} (2026-01-15)`;
    const fix: readonly TextEdit[] | null = wellFormed === null ? null : [{ span, text: wellFormed }];
    const message = `Version ${version} of the version log has no date in brackets. Write -- ${form}.`;
    return [{ message, span, ...(fix === null ? {} : { fix }) }];
  }
  if (isCalendarDate(date)) return [];
  return [{ message: `"${date}" of version ${version} is not a day. Write year, month and day: (2026-01-15).`, span }];
}

function ofBullets({ version, bullets, span }: LogEntry, { file, files }: LintSubject): readonly LogRemark[] {
  if (bullets.length === 0) {
    return [{ message: `Version ${version} says nothing. Add a line for each change: --   - Added ….`, span }];
  }
  const directory = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/') + 1) : '';
  return bullets.flatMap((bullet) =>
    (bullet.migrations ?? [])
      .filter((path) => files.kindOf(path) !== 'file' && files.kindOf(directory + path) !== 'file')
      .map((path) => ({
        message: `Version ${version} names the migration ${path}, which does not exist. Correct the path, from the workspace's root.`,
        span: bullet.span,
      })),
  );
}

/** Compared with the newest before it, so that one entry out of place is one finding. */
function ofOrder(entry: LogEntry, before: readonly LogEntry[]): readonly LogRemark[] {
  const { version, date, span } = entry;
  const twin = before.find((other) => compareVersions(other.version, version) === 0);
  if (twin !== undefined) {
    return [
      { message: `Version ${version} is in the version log twice. Give each change a version of its own.`, span },
    ];
  }
  const newest = newestOf(before, (a, b) => compareVersions(a.version, b.version));
  if (newest !== null && compareVersions(newest.version, version) > 0) {
    return [
      { message: `Version ${version} follows ${newest.version} in the version log. Versions go forwards.`, span },
    ];
  }
  const dated = before.filter((other) => other.date !== null && isCalendarDate(other.date));
  const latest = newestOf(dated, (a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))?.date;
  if (latest === undefined || latest === null || date === null || !isCalendarDate(date) || latest <= date) return [];
  return [
    {
      message: `Version ${version} is of ${date}, before the ${latest} of an earlier version. Dates go forwards.`,
      span,
    },
  ];
}

function newestOf(entries: readonly LogEntry[], compare: (a: LogEntry, b: LogEntry) => number): LogEntry | null {
  return entries.reduce<LogEntry | null>(
    (newest, entry) => (newest === null || compare(newest, entry) < 0 ? entry : newest),
    null,
  );
}
