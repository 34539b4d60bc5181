import type { Span, TextEdit } from '@canonical-schema/schema';
import { endOfLine, isFirstOnLine, isRestComment, nextCode, startOfLine, startOfNextLine } from '../lines';

/** The elements of a list between brackets, in order. */
export interface List {
  readonly text: string;
  readonly newline: string;
  readonly elements: readonly Span[];
}

/** The edits that put an element behind another one of the list, on a line of its own where that has one. */
export function insertedBehind(list: List, at: number, element: string): TextEdit[] {
  const { text, newline, elements } = list;
  const before = elements[at] ?? { start: 0, end: 0 };
  const comma = commaBehind(text, before.end);
  const leading = leadingComma(list, at);
  if (leading !== null && isRestComment(text, before.end)) {
    return [insertion(endOfLine(text, before.end), `${newline}${leading}${element}`)];
  }
  const isOwnLine = isFirstOnLine(text, before.start);
  const indent = text.slice(startOfLine(text, before.start), before.start);
  if (comma === null) {
    if (!isOwnLine) return [insertion(before.end, `, ${element}`)];
    if (!isRestComment(text, before.end)) return [insertion(before.end, `,${newline}${indent}${element}`)];
    const line = endOfLine(text, before.end);
    if (line === before.end) return [insertion(before.end, `,${newline}${indent}${element}`)];
    return [insertion(before.end, ','), insertion(line, `${newline}${indent}${element}`)];
  }
  if (!isOwnLine || !isRestComment(text, comma + 1)) return [insertion(comma + 1, ` ${element},`)];
  return [insertion(endOfLine(text, comma + 1), `${newline}${indent}${element},`)];
}

/** What stands before an element where each line starts with its comma; null where none does. */
function leadingComma({ text, elements }: List, at: number): string | null {
  for (const index of [at, at + 1]) {
    const start = elements[index]?.start;
    if (start === undefined || index === 0) continue;
    const prefix = text.slice(startOfLine(text, start), start);
    if (/^[ \t]*,[ \t]*$/.test(prefix)) return prefix;
  }
  return null;
}

/** The edits that take elements out, each with its comma and what is said beside it. At least one has to stay. */
export function removed(list: List, gone: ReadonlySet<number>): TextEdit[] {
  const { text, elements } = list;
  const last = elements.findLastIndex((_, at) => !gone.has(at));
  const edits = [...gone].map((at): TextEdit => ({ span: spanWithLine(text, elements[at]), text: '' }));
  // The last one that stays loses the comma behind it, unless commas stand before elements.
  const kept = elements[last];
  const comma = kept === undefined || last === elements.length - 1 ? null : commaBehind(text, kept.end);
  const isLeading = comma !== null && edits.some(({ span }) => span.start <= comma && comma < span.end);
  if (comma !== null && !isLeading) edits.push({ span: { start: comma, end: comma + 1 }, text: '' });
  const first = elements.findIndex((_, at) => !gone.has(at));
  const opening = elements[first];
  if (first > 0 && opening !== undefined) edits.push(...withoutLeadingComma(text, opening, edits));
  return edits;
}

function withoutLeadingComma(text: string, { start }: Span, edits: readonly TextEdit[]): TextEdit[] {
  const lineStart = startOfLine(text, start);
  const comma = text.slice(lineStart, start).lastIndexOf(',');
  if (comma < 0) return [];
  const span = { start: lineStart + comma, end: start };
  return edits.some((edit) => edit.span.start < span.end && span.start < edit.span.end) ? [] : [{ span, text: '' }];
}

function spanWithLine(text: string, element: Span | undefined): Span {
  const { start, end } = element ?? { start: 0, end: 0 };
  const lineStart = startOfLine(text, start);
  const comma = commaBehind(text, end);
  const isLeading = /^[ \t]*,[ \t]*$/.test(text.slice(lineStart, start));
  const behind = comma === null || isLeading ? end : comma + 1;
  const isOwnLine = (isFirstOnLine(text, start) || isLeading) && isRestComment(text, behind);
  if (isOwnLine) return { start: lineStart, end: startOfNextLine(text, behind) };
  if (comma !== null) return { start, end: comma + 1 + (/^[ \t]*/.exec(text.slice(comma + 1))?.[0].length ?? 0) };
  return { start: start - (/[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0), end };
}

function commaBehind(text: string, end: number): number | null {
  const at = nextCode(text, end);
  return text[at] === ',' ? at : null;
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
