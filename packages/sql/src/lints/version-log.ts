import type { TextEdit } from '@canonical-schema/schema';
import { compareVersions, isCalendarDate, normalVersion } from '../version-log/order';
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
    ...ofOrder(inTime),
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

/** Compared with the newest before it, so that one entry out of place is one finding. `entries` are in time's order. */
function ofOrder(entries: readonly LogEntry[]): readonly LogRemark[] {
  const seen = new Set<string>();
  let newest: string | null = null;
  let latest: string | null = null;
  return entries.flatMap(({ version, date, span }) => {
    const message = disorder(version, date, { seen, newest, latest });
    seen.add(normalVersion(version));
    if (newest === null || compareVersions(newest, version) < 0) newest = version;
    if (date !== null && isCalendarDate(date) && (latest === null || latest < date)) latest = date;
    return message === null ? [] : [{ message, span }];
  });
}

interface Before {
  readonly seen: ReadonlySet<string>;
  readonly newest: string | null;
  readonly latest: string | null;
}

function disorder(version: string, date: string | null, { seen, newest, latest }: Before): string | null {
  if (seen.has(normalVersion(version))) {
    return `Version ${version} is in the version log twice. Give each change a version of its own.`;
  }
  if (newest !== null && compareVersions(newest, version) > 0) {
    return `Version ${version} follows ${newest} in the version log. Versions go forwards.`;
  }
  if (latest === null || date === null || !isCalendarDate(date) || latest <= date) return null;
  return `Version ${version} is of ${date}, before the ${latest} of an earlier version. Dates go forwards.`;
}
