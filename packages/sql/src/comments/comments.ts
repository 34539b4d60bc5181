import type { SourceFile, Span } from '@canonical-schema/schema';
import { splitSql } from '../psql/split';

/** One comment of a file: what it says, where it stands, and whether nothing but it stands on its line. */
export interface Comment {
  /** With its `--` or `/*`. */
  readonly text: string;
  readonly span: Span;
  readonly standsAlone: boolean;
}

/** The comments of a SQL file in order, those within statements too. COPY data, strings and function bodies hold none. */
export function commentsOf({ text }: SourceFile): readonly Comment[] {
  const comments: Comment[] = [];
  splitSql(text, undefined, (span) => {
    const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
    const lineEnd = text.indexOf('\n', span.end);
    const around = text.slice(lineStart, span.start) + text.slice(span.end, lineEnd < 0 ? text.length : lineEnd);
    comments.push({ text: text.slice(span.start, span.end), span, standsAlone: around.trim() === '' });
  });
  return comments;
}

/** One line within a comment, as a person reads it: without the comment's own signs. */
export interface CommentLine {
  /** What stands before the words: deeper lines continue what is above them. */
  readonly indent: number;
  readonly text: string;
  readonly span: Span;
}

/** The lines of the comments that stand alone. */
export function commentLines(comments: readonly Comment[]): readonly CommentLine[] {
  return comments.filter(({ standsAlone }) => standsAlone).flatMap(linesOf);
}

function linesOf({ text, span }: Comment): CommentLine[] {
  if (text.startsWith('--')) return [lineOf(text.slice(2), span.start + 2)];
  const lines: CommentLine[] = [];
  let start = span.start + 2;
  for (const raw of text.slice(2, -2).split('\n')) {
    const star = /^\s*\*(?=\s|$)/.exec(raw)?.[0].length ?? 0;
    lines.push(lineOf(raw.slice(star), start + star));
    start += raw.length + 1;
  }
  return lines;
}

function lineOf(raw: string, start: number): CommentLine {
  const text = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  return { indent, text, span: { start: start + indent, end: start + indent + text.length } };
}
