import type { Span, TextEdit } from '@canonical-schema/schema';
import { behindPart } from '../end-of-statements';
import { endOfLine, isBlankLine, isFirstOnLine, startOfLine, startOfNextLine } from '../lines';
import type { PostgresqlStanding } from '../postgresql-standing';
import type { Statement } from './statements';

/** The edits that take whole statements out, with the lines that only they stand on and the comment right above each. */
export function withoutStatements({ file }: PostgresqlStanding, statements: readonly Statement[]): TextEdit[] {
  const spans = statements.map((statement) => ({
    start: statement.text.span.start,
    end: behindPart(file, statement).offset,
  }));
  return withoutStretches(file.text, spans);
}

/** The same of statements that are known from their first word to behind their semicolon. */
export function withoutStretches(text: string, stretches: readonly Span[]): TextEdit[] {
  const spans = stretches.map((stretch) => withLines(text, stretch));
  return merged(spans).map((span) => ({ span: withBlankLine(text, span), text: '' }));
}

function withLines(text: string, { start, end }: Span): Span {
  if (!isFirstOnLine(text, start) || end !== endOfLine(text, end)) return { start, end };
  return { start: startOfLine(text, start), end: startOfNextLine(text, end) };
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

/** A comment right above that heads nothing else goes too, and one of two blank lines that would meet. */
function withBlankLine(text: string, span: Span): Span {
  const isAlone = isBlankLine(text, span.end);
  const start = isAlone ? startOfSection(text, startOfComment(text, span.start), span.end) : span.start;
  const isBelowBlank = start === 0 || isBlankLine(text, startOfLine(text, start - 1));
  const end = isAlone && isBelowBlank && span.end < text.length ? startOfNextLine(text, span.end) : span.end;
  return { start, end };
}

/** A section's heading goes with the last of what stood below it: where the next thing is a heading, or nothing. */
function startOfSection(text: string, start: number, end: number): number {
  const next = text.slice(end).trimStart();
  const isEmptied = next === '' || next.startsWith('--') || next.startsWith('/*');
  const above = start === 0 ? 0 : startOfLine(text, start - 1);
  if (!isEmptied || above === 0 || !isBlankLine(text, above)) return start;
  const heading = startOfComment(text, above);
  const isHeading = heading < above && isBlankLine(text, startOfLine(text, heading - 1));
  return isHeading ? heading : start;
}

function startOfComment(text: string, start: number): number {
  let at = start;
  while (at > 0 && startOfLine(text, at) === at && /^[ \t]*--/.test(text.slice(startOfLine(text, at - 1), at))) {
    at = startOfLine(text, at - 1);
  }
  // A comment at the top of the file is the file's.
  return at === 0 ? start : at;
}
