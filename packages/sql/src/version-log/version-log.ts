import type { SourceFile, Span } from '@canonical-schema/schema';
import { type Comment, type CommentLine, commentLines } from '../comments/comments';
import { splitSql } from '../psql/split';

/** The section of a canonical file that says what changed when. In the file's order. */
export interface VersionLog {
  readonly entries: readonly LogEntry[];
}

/** `Version 1.1.0 (2026-01-15)` and the bullets below it. */
export interface LogEntry {
  readonly version: string;
  /** As written; null where the line has none in brackets. */
  readonly date: string | null;
  /** What the heading should be, where it is written otherwise and that much can be told. */
  readonly wellFormed: string | null;
  readonly bullets: readonly LogBullet[];
  /** The heading's words. */
  readonly span: Span;
}

/** One thing that an entry says; lines that continue it are part of it. */
export interface LogBullet {
  readonly text: string;
  /** The paths after `Migration:`; null where the bullet is about something else. */
  readonly migrations: readonly string[] | null;
  readonly span: Span;
}

const heading = /^version[ \t]+(v?\d[\w.+-]*)[ \t]*(.*)$/i;
const bareHeading = /^v?(\d+(?:\.\d+)+[\w.+-]*)[ \t]*[-–:(]*[ \t]*(\d{4}-\d{1,2}-\d{1,2})\)?[ \t]*$/i;
const bracketed = /^\(([^)]*)\)[ \t]*(?::[ \t]*(.*))?$/;
const loose = /^[-–:(]*[ \t]*(\d{4}-\d{2}-\d{2})\)?[ \t]*:?$/;
const bullet = /^(?:[-*+•]|\d+[.)])[ \t]+(.*)$/;
const migration = /^migrations?[ \t]*:[ \t]*(.*)$/i;

/**
 * The version log in the comments of a file. A line `Version N` before the first statement that has neither a date nor
 * bullets is the file's own heading, no entry.
 */
export function versionLogOf(file: SourceFile, comments: readonly Comment[]): VersionLog {
  const entries: Draft[] = [];
  let open: Draft | null = null;
  let previousEnd = 0;
  for (const line of commentLines(comments)) {
    // Statements, or an empty line without `--`, end an entry.
    if (!isAdjacent(file.text, previousEnd, line.span.start)) open = null;
    previousEnd = line.span.end;
    const next: Draft | null = entryOf(line, entries.length > 0);
    if (next !== null) {
      entries.push(next);
      open = next;
    } else if (open !== null && !continueEntry(open, line)) open = null;
  }
  const first = entries[0];
  const isFileHeading = first?.date === null && first.bullets.length === 0 && standsFirst(file, first.span);
  return { entries: isFileHeading ? entries.slice(1) : entries };
}

interface Draft extends LogEntry {
  readonly bullets: LogBullet[];
  readonly indent: number;
}

function entryOf({ text, indent, span }: CommentLine, hasLog: boolean): Draft | null {
  const [, version, rest = ''] = heading.exec(text) ?? [];
  if (version !== undefined) {
    const [, date, summary = ''] = bracketed.exec(rest) ?? [];
    const meant = date === undefined ? loose.exec(rest)?.[1] : undefined;
    const wellFormed = meant === undefined ? null : `Version ${version} (${meant})`;
    const bullets = summary === '' ? [] : [bulletOf(summary, span)];
    return { version, date: date?.trim() ?? null, wellFormed, bullets, indent, span };
  }
  const [, bare, date] = (hasLog ? bareHeading.exec(text) : null) ?? [];
  if (bare === undefined || date === undefined) return null;
  return { version: bare, date: null, wellFormed: `Version ${bare} (${date})`, bullets: [], indent, span };
}

/** Takes a line into the entry; false where the line is about something else and the entry ends. */
function continueEntry({ bullets, indent }: Draft, line: CommentLine): boolean {
  const isProse = bullets.length === 0 && line.indent > indent && /\w/.test(line.text);
  const text = bullet.exec(line.text)?.[1] ?? (isProse ? line.text : undefined);
  if (text !== undefined) {
    bullets.push(bulletOf(text, line.span));
    return true;
  }
  if (line.text === '') return true;
  const last = bullets.pop();
  if (last === undefined || !/\w/.test(line.text)) {
    if (last !== undefined) bullets.push(last);
    return false;
  }
  bullets.push(bulletOf(`${last.text} ${line.text}`, { start: last.span.start, end: line.span.end }));
  return true;
}

function bulletOf(text: string, span: Span): LogBullet {
  const named = migration.exec(text)?.[1];
  return { text, migrations: named === undefined ? null : pathsIn(named), span };
}

/** `a.py, b.py (squashed)`: the paths, without quotes; none for "none" and its like. */
function pathsIn(text: string): string[] {
  return text
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^[`'"]+|[`'".]+$/g, ''))
    .filter((word) => /[\w]/.test(word) && !/^(?:none|no|n\/a|and)$/i.test(word));
}

/** Does only the end of one comment, one line break, and the start of the next lie between? */
function isAdjacent(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return between.length < 200 && /^[\s*/-]*$/.test(between) && !/\n[ \t]*\r?\n/.test(between);
}

function standsFirst(file: SourceFile, span: Span): boolean {
  const [first] = splitSql(file.text);
  return first === undefined || span.start < first.span.start;
}
