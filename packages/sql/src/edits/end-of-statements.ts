import type { SourceFile } from '@canonical-schema/schema';
import { type Comment, commentsOf } from '../comments/comments';
import type { FilePart } from '../psql/parse-file';
import { endOfLine, isRestComment, nextCode } from './lines';
import type { PostgresqlStanding } from './postgresql-standing';

/** Where more statements go at the end of a file. */
export interface EndOfStatements {
  readonly offset: number;
  /** What the statement before lacks: its semicolon. */
  readonly missing: ';' | '';
  /** Does nothing but blanks stand before it in the file? */
  readonly isStart: boolean;
}

/** Behind the last statement that is no COMMIT, and what stands beside it on its line; before a version log below it. */
export function endOfStatements({ file, parts }: PostgresqlStanding): EndOfStatements {
  const last = parts.findLast((part) => part.kind !== 'statement' || !endsTransaction(part));
  if (last === undefined) return startOfEmpty(file, commentsOf(file));
  return { ...behindPart(file, last), isStart: false };
}

/** Where a statement goes that stands behind another, and what the other lacks. */
export function behindPart(file: SourceFile, part: FilePart): Pick<EndOfStatements, 'offset' | 'missing'> {
  const { text } = file;
  const { end } = spanOf(part);
  if (part.kind === 'meta-command') return { offset: endOfLine(text, end), missing: '' };
  const semicolon = semicolonBehind(text, end);
  if (semicolon === null) return { offset: end, missing: ';' };
  const behind = readsData(part) ? endOfData(text, semicolon) : semicolon + 1;
  return { offset: isRestComment(text, behind) ? endOfLine(text, behind) : behind, missing: '' };
}

/** The span of a part of a file. */
export function spanOf(part: FilePart): { readonly start: number; readonly end: number } {
  return part.kind === 'statement' ? part.text.span : part.place.span;
}

function endsTransaction(part: Extract<FilePart, { kind: 'statement' }>): boolean {
  return 'TransactionStmt' in part.node && part.node.TransactionStmt.kind === 'TRANS_STMT_COMMIT';
}

function readsData(part: FilePart): boolean {
  if (part.kind !== 'statement' || !('CopyStmt' in part.node)) return false;
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

/** The offset of the semicolon that ends a statement; null where the file ends before one. */
export function semicolonBehind(text: string, from: number): number | null {
  const at = nextCode(text, from);
  return text[at] === ';' ? at : null;
}

/** A file of comments: at its top heading's end, or behind everything. */
export function startOfEmpty({ text }: SourceFile, comments: readonly Comment[]): EndOfStatements {
  const log = comments.findIndex(({ text: comment }) => /^(?:--|\/\*)[\s*]*version\s+v?\d/i.test(comment));
  const heading = comments.findIndex(({ span }, at) => {
    const next = comments[at + 1];
    return next === undefined || /\n[ \t]*\r?\n/.test(text.slice(span.end, next.span.start));
  });
  const isHeading = heading >= 0 && (log < 0 || heading < log);
  const offset = isHeading ? (comments[heading]?.span.end ?? 0) : log < 0 ? text.trimEnd().length : 0;
  return { offset, missing: '', isStart: offset === 0 };
}
