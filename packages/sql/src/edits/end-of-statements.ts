import { commentsOf } from '../comments/comments';
import { kindOf } from '../fold/tree';
import type { FilePart } from '../psql/parse-file';
import type { Standing } from './standing';

/** Where more statements go at the end of a file. */
export interface EndOfStatements {
  readonly offset: number;
  /** What the statement before lacks: its semicolon. */
  readonly missing: ';' | '';
  /** Does nothing but blanks stand before it in the file? */
  readonly isStart: boolean;
}

/** Behind the last statement that is no COMMIT, and what stands beside it on its line; before a version log below it. */
export function endOfStatements({ file, parts }: Standing): EndOfStatements {
  const { text } = file;
  const last = parts.findLast((part) => part.kind !== 'statement' || !endsTransaction(part));
  if (last === undefined) return startOfEmpty(text, file);
  const { end } = spanOf(last);
  if (last.kind === 'meta-command') return { offset: endOfLine(text, end), missing: '', isStart: false };
  const semicolon = semicolonBehind(text, end, commentSpans(file));
  if (semicolon === null) return { offset: end, missing: ';', isStart: false };
  const behind = readsData(last) ? endOfData(text, semicolon) : semicolon + 1;
  return { offset: restIsComment(text, behind) ? endOfLine(text, behind) : behind, missing: '', isStart: false };
}

function spanOf(part: FilePart): { readonly start: number; readonly end: number } {
  return part.kind === 'statement' ? part.text.span : part.place.span;
}

function endsTransaction(part: Extract<FilePart, { kind: 'statement' }>): boolean {
  return 'TransactionStmt' in part.node && part.node.TransactionStmt.kind === 'TRANS_STMT_COMMIT';
}

function readsData(part: FilePart): boolean {
  if (part.kind !== 'statement' || kindOf(part.node) !== 'CopyStmt' || !('CopyStmt' in part.node)) return false;
  const { is_from, filename, is_program } = part.node.CopyStmt;
  return is_from === true && filename === undefined && is_program !== true;
}

/** Behind the line `\.`. */
function endOfData(text: string, from: number): number {
  const end = /^\\\.[^\S\n]*\r?$/gm;
  end.lastIndex = from;
  const found = end.exec(text);
  return found === null ? text.length : found.index + 2;
}

function commentSpans(file: Standing['file']): readonly { readonly start: number; readonly end: number }[] {
  return commentsOf(file).map(({ span }) => span);
}

/** The offset of the semicolon that ends a statement; null where the file ends before one. */
function semicolonBehind(
  text: string,
  from: number,
  comments: readonly { readonly start: number; readonly end: number }[],
): number | null {
  let at = from;
  for (;;) {
    const character = text[at];
    if (character === undefined) return null;
    const comment = comments.find(({ start }) => start === at);
    if (comment !== undefined) at = comment.end;
    else if (character === ';') return at;
    else if (character.trim() === '') at += 1;
    else return null;
  }
}

function restIsComment(text: string, from: number): boolean {
  return /^[ \t]*(?:--.*)?\r?$/.test(text.slice(from, endOfLine(text, from)));
}

/** Before the line's end, and before the carriage return of it. */
function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > from ? end - 1 : end;
}

/** A file of comments: at its top heading's end, or behind everything. */
function startOfEmpty(text: string, file: Standing['file']): EndOfStatements {
  const comments = commentsOf(file);
  const log = comments.findIndex(({ text: comment }) => /^(?:--|\/\*)[\s*]*version\s+v?\d/i.test(comment));
  const heading = comments.findIndex(({ span }, at) => {
    const next = comments[at + 1];
    return next === undefined || /\n[ \t]*\r?\n/.test(text.slice(span.end, next.span.start));
  });
  const isHeading = heading >= 0 && (log < 0 || heading < log);
  const offset = isHeading ? (comments[heading]?.span.end ?? 0) : log < 0 ? text.trimEnd().length : 0;
  return { offset, missing: '', isStart: offset === 0 };
}
