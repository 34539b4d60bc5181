import type { SourceFile, TextEdit } from '@canonical-schema/schema';
import type { Comment } from '../comments/comments';
import { type EntryForm, formOf, guideForm } from './entry-form';
import { type Bump, compareVersions, nextVersion } from './order';
import { type LogEntry, versionLogOf } from './version-log';

/** What a new entry of a version log says. */
export interface LogAddition {
  readonly file: SourceFile;
  /** A line each; `bulletsOf` words them. */
  readonly bullets: readonly string[];
  /** Paths from the workspace's root. */
  readonly migrations: readonly string[];
  /** The day, as `2026-11-23`. */
  readonly today: string;
  /** Which part of the version goes up: the minor one if not given, whatever changed, for the guide knows no other. */
  readonly bump?: Bump;
  /** Where the newest entry stands; as the log has it if not given. */
  readonly order?: 'oldest-first' | 'newest-first';
}

/**
 * The edits that add an entry to the version log, in the log's own form and order, and a log where there is none. None
 * where there is nothing to say. The dialect's parser must have been loaded before.
 */
export function appendLogEntry(
  addition: LogAddition,
  commentsOf: (file: SourceFile) => readonly Comment[],
): TextEdit[] {
  const { file, bullets, migrations, bump = 'minor' } = addition;
  const said = [...bullets, ...migrations.map((path) => `Migration: ${path}`)].map(inOneLine);
  if (said.length === 0) return [];
  const { entries } = versionLogOf(file, commentsOf(file));
  const [newest] = entries.toSorted((a, b) => compareVersions(b.version, a.version));
  const version = nextVersion(newest?.version ?? '1.0.0', bump);
  if (newest === undefined) return [newLog(file, version, said, addition.today)];
  const order = addition.order ?? orderOf(entries);
  const neighbour = order === 'newest-first' ? entries[0] : entries.at(-1);
  const form = formOf(file.text, entries, neighbour ?? newest);
  const lines = linesOf(form, version, said, addition.today);
  return order === 'newest-first'
    ? [above(file.text, neighbour ?? newest, form, lines)]
    : [below(file.text, neighbour ?? newest, form, lines)];
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();
}

/** One entry alone has no order: the next goes below it. */
function orderOf(entries: readonly LogEntry[]): 'oldest-first' | 'newest-first' {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return 'oldest-first';
  return compareVersions(first.version, last.version) > 0 ? 'newest-first' : 'oldest-first';
}

/** The lines of an entry; all but the first have what stands before the words. */
function linesOf(form: EntryForm, version: string, said: readonly string[], today: string): readonly string[] {
  const bullets = said.map((text, at) => `${form.beforeBullet}${form.markOf(at)}${text}`);
  return [`${form.word} ${version} (${today})`, ...bullets];
}

function below(text: string, { span, bullets }: LogEntry, form: EntryForm, lines: readonly string[]): TextEdit {
  const words = Math.max(span.end, ...bullets.map((bullet) => bullet.span.end));
  const lineEnd = endOfLine(text, words);
  const end = text.slice(words, lineEnd).trim() === '' ? lineEnd : words;
  const [heading = '', ...rest] = lines;
  const entry = [...form.between, form.beforeHeading + heading, ...rest];
  return { span: { start: end, end }, text: entry.map((line) => form.newline + line).join('') };
}

/** The old first entry keeps its own beginning of the line, which may open the comment. */
function above(text: string, { span }: LogEntry, form: EntryForm, lines: readonly string[]): TextEdit {
  const [heading = '', ...rest] = lines;
  const at = text.slice(0, span.start).endsWith(form.beforeHeading)
    ? span.start - form.beforeHeading.length
    : span.start;
  const opens = at === span.start;
  const first = opens ? heading : form.beforeHeading + heading;
  const entry = [first, ...rest, ...form.between].map((line) => line + form.newline).join('');
  return { span: { start: at, end: at }, text: opens ? entry + form.beforeHeading : entry };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > from ? end - 1 : end;
}

/** A log at the bottom, under a heading with rulers where the file has some. */
function newLog({ text }: SourceFile, version: string, said: readonly string[], today: string): TextEdit {
  const form = guideForm(text);
  const [heading = '', ...rest] = linesOf(form, version, said, today);
  const ruler = /^--[ \t]*([=-])\1{9,}[ \t]*\r?$/m.exec(text)?.[0].trimEnd();
  const title = ruler === undefined ? ['-- Version tracking'] : [ruler, '-- VERSION TRACKING', ruler];
  const lines = [...title, form.beforeHeading + heading, ...rest];
  const content = text.trimEnd();
  const isEnded = content === '' || /\n[ \t]*$/.test(text);
  const gap = content === '' ? '' : form.newline + form.newline;
  const end = content === '' ? 0 : lineEndOf(text, content.length);
  return {
    span: { start: end, end: text.length },
    text: gap + lines.join(form.newline) + (isEnded ? form.newline : ''),
  };
}

function lineEndOf(text: string, content: number): number {
  return Math.max(content, endOfLine(text, content));
}
