import { diff, type Span, type Subject } from '@canonical-schema/schema';
import { normalVersion } from '../version-log/order';
import type { LogBullet, VersionLog } from '../version-log/version-log';
import { type NamedChange, namedChange, namesIn } from './changed-names';
import type { Lint, LintSubject, Remark } from './lint';

/** The schema changed against the base and no new entry of the version log names it, or one names what did not change. */
export const undocumentedChange: Lint = { code: 'undocumented-change', check };

function check(subject: LintSubject): readonly Remark[] {
  const { base, reading, log, file } = subject;
  if (base === null) return [];
  const changes = diff(base.reading.schema, reading.schema).flatMap((change) => namedChange(change) ?? []);
  const bullets = newBullets(base.log, log).filter(({ migrations }) => migrations === null);
  const words = new Set(bullets.flatMap(({ text }) => wordsOf(text)));
  const silent = changes.filter(({ names }) => !names.some((name) => isNamed(name, words)));
  const known = new Set([...namesIn(reading.schema), ...namesIn(base.reading.schema)]);
  const span = log.entries.at(-1)?.span ?? file.start.span;
  return [
    ...byObject(silent).map((group) => undocumented(group, bullets.length > 0, subject, span)),
    ...bullets.flatMap((bullet) => unfounded(bullet, changes, known, subject)),
  ];
}

/** What the log says now and did not say at the base. */
function newBullets(before: VersionLog, after: VersionLog): readonly LogBullet[] {
  const earlier = new Map(before.entries.map((entry) => [normalVersion(entry.version), entry]));
  return after.entries.flatMap(({ version, bullets }) => {
    const known = new Set(earlier.get(normalVersion(version))?.bullets.map(({ text }) => text));
    return bullets.filter(({ text }) => !known.has(text));
  });
}

function byObject(changes: readonly NamedChange[]): readonly (readonly NamedChange[])[] {
  const groups = new Map<string, NamedChange[]>();
  for (const change of changes) groups.set(change.object, [...(groups.get(change.object) ?? []), change]);
  return [...groups.values()];
}

function undocumented(group: readonly NamedChange[], hasEntry: boolean, subject: LintSubject, fallback: Span): Remark {
  const [first] = group;
  const table = first?.table ?? null;
  const shown = group.map(({ what }) => what);
  const what = shown.length > 3 ? `${shown.slice(0, 3).join(', ')}, …` : shown.join(', ');
  const remedy = hasEntry
    ? 'no new entry of the version log names it. Add a line about it.'
    : 'the version log did not. Add an entry to it.';
  const place = subject.reading.schema.tables.find(
    ({ schema, name }) => schema === table?.schema && name === table.name,
  )?.place;
  return {
    subject: fileSubject(subject, table),
    message: `${first?.object} changed since the base revision (${what}), and ${remedy}`,
    span: place?.span ?? fallback,
  };
}

/** A new line about objects of which none changed. A line that names no object at all says something else. */
function unfounded(
  { text, span }: LogBullet,
  changes: readonly NamedChange[],
  known: ReadonlySet<string>,
  subject: LintSubject,
): readonly Remark[] {
  const words = wordsOf(text);
  const named = words.filter((word) => known.has(word));
  const said = new Set(words);
  const isFounded = changes.some(({ names }) => names.some((name) => isNamed(name, said)));
  if (named.length === 0 || isFounded) return [];
  const message = `The version log has a new line about ${[...new Set(named)].join(', ')}, which did not change since the base revision. Correct the line, or make the change.`;
  return [{ subject: fileSubject(subject, null), message, span }];
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? []).map((word) => word.toLowerCase());
}

/** A name of several words is there when all of them are. */
function isNamed(name: string, words: ReadonlySet<string>): boolean {
  const parts = wordsOf(name);
  return parts.length > 0 && parts.every((part) => words.has(part));
}

function fileSubject({ file }: LintSubject, table: NamedChange['table']): Subject {
  return { kind: 'file', name: file.path, ...(table === null ? {} : { schema: table.schema, table: table.name }) };
}
