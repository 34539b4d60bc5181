import type { Span, TextEdit } from '@canonical-schema/schema';
import type { ClassDefinition, Statement } from '../syntax/ast';
import { atIndent, type Code, codeText } from './code';
import type { FileStyle } from './file-style';
import {
  afterBlankLines,
  beforeBlankLines,
  indentAt,
  lineEnd,
  lineStart,
  nextLine,
  startsLine,
  tokensBetween,
  withCommentsAbove,
} from './lines';

/** Statements that come into a body. */
export interface Insertion {
  /** The statement that they follow; null for the start of the body. */
  readonly after: Statement | null;
  readonly code: Code;
  /** How many blank lines stand around it; `siblings` as the statements there have it. */
  readonly apart: number | 'siblings';
}

/** All that is to happen to one body. */
export interface BodyChange {
  readonly insert: readonly Insertion[];
  readonly remove: ReadonlySet<Statement>;
}

/** A body: a class's, or a module's, which has no owner. */
export interface Body {
  readonly owner: ClassDefinition | null;
  readonly statements: readonly Statement[];
}

interface Editing {
  readonly text: string;
  readonly style: FileStyle;
  readonly body: Body;
  readonly indent: string;
  readonly change: BodyChange;
}

/**
 * The edits that make a change to a body. A statement goes with the comment lines right above it and behind it, and
 * with blank lines that would be one too many; a body that would be empty gets `pass`.
 */
export function bodyEdits(text: string, body: Body, change: BodyChange, style: FileStyle): TextEdit[] {
  const editing: Editing = { text, style, body, indent: bodyIndent(text, body, style), change };
  const first = body.statements[0];
  if (first === undefined) return intoEmptyModule(editing);
  if (body.owner !== null && !startsLine(text, first.start) && change.insert.length > 0)
    return openedEdits(editing, first);
  const placeholder = body.statements.find((each) => isPlaceholder(text, each));
  const isBare = body.statements.every((each) => each === placeholder || isDocstring(each));
  if (isBare && placeholder !== undefined && change.insert.length > 0) return [inPlaceOf(editing, placeholder)];
  const goes = body.statements.filter((each) => change.remove.has(each));
  const leavesNothing = body.owner !== null && goes.length === body.statements.length && change.insert.length === 0;
  const stays = leavesNothing ? first : null;
  return [
    ...(stays === null ? [] : [{ span: { start: first.start, end: first.end }, text: 'pass' }]),
    ...goes.filter((each) => each !== stays).flatMap((each) => removal(editing, each)),
    ...insertions(editing),
  ];
}

/** The indentation of a body's statements. */
export function bodyIndent(text: string, { owner, statements }: Body, style: FileStyle): string {
  const onOwnLine = statements.find(({ start }) => startsLine(text, start));
  if (onOwnLine !== undefined) return indentAt(text, onOwnLine.start);
  return owner === null ? '' : indentAt(text, owner.start) + style.indent;
}

/** The span of a statement with what goes with it: comments above, behind it, and its line. */
export function wholeStatement(text: string, statement: Statement): Span {
  return { start: withCommentsAbove(text, lineStart(text, statement.start)), end: lineAfter(text, statement) };
}

/** The start of the line after a statement; comments at the end of its own body are still its own. */
function lineAfter(text: string, statement: Statement): number {
  let at = nextLine(text, statement.end);
  if (statement.kind !== 'class' && statement.kind !== 'function') return at;
  const indent = indentAt(text, statement.start).length;
  for (let line = afterBlankLines(text, at); line < text.length; line = afterBlankLines(text, at)) {
    const inner = indentAt(text, line).length;
    if (inner <= indent || text[line + inner] !== '#') break;
    at = nextLine(text, line);
  }
  return at;
}

function isPlaceholder(text: string, statement: Statement): boolean {
  if (statement.kind === 'expression') return statement.value.kind === 'ellipsis';
  return statement.kind === 'jump' && text.slice(statement.start, statement.end) === 'pass';
}

/** Is the statement a bare string? */
export function isDocstring(statement: Statement): boolean {
  return statement.kind === 'expression' && statement.value.kind === 'string';
}

function lines(editing: Editing, inserted: readonly Insertion[], apart: (each: Insertion) => number): string {
  const { indent, style } = editing;
  return inserted
    .map((each) => `${'\n'.repeat(apart(each))}${indent}${codeText(each.code, atIndent(indent), style)}\n`)
    .join('');
}

function blanksOf({ apart }: Insertion): number {
  return apart === 'siblings' ? 0 : apart;
}

function intoEmptyModule(editing: Editing): TextEdit[] {
  const { text, change } = editing;
  if (change.insert.length === 0) return [];
  const lead = text === '' || text.endsWith('\n') ? '' : '\n';
  const [first, ...others] = change.insert;
  const written = first === undefined ? '' : lines(editing, [first], () => 0) + lines(editing, others, blanksOf);
  return [{ span: { start: text.length, end: text.length }, text: lead + written }];
}

/** `class X(Base): pass` gets lines of its own; only what stands between its statements is edited. */
function openedEdits(editing: Editing, first: Statement): TextEdit[] {
  const { text, body, indent, change } = editing;
  const edits: TextEdit[] = [];
  let end = afterColon(text, body, first);
  let isEmpty = true;
  for (const statement of body.statements) {
    const goes = change.remove.has(statement) || isPlaceholder(text, statement);
    const span = { start: end, end: goes ? statement.end : statement.start };
    edits.push({ span, text: goes ? '' : `\n${indent}` });
    isEmpty &&= goes;
    end = statement.end;
  }
  const [head, ...others] = change.insert;
  const written =
    (head === undefined ? '' : lines(editing, [head], isEmpty ? () => 0 : blanksOf)) + lines(editing, others, blanksOf);
  return [...edits, { span: { start: end, end }, text: `\n${written.replace(/\n$/, '')}` }];
}

/** The offset behind the colon before the first statement on the header's line. */
function afterColon(text: string, { owner }: Body, first: Statement): number {
  const from = Math.max(owner?.start ?? 0, lineStart(text, first.start));
  let colon = first.start;
  for (const { at, character } of tokensBetween(text, from, first.start)) if (character === ':') colon = at + 1;
  return colon;
}

function inPlaceOf(editing: Editing, placeholder: Statement): TextEdit {
  const { indent, change } = editing;
  const [first, ...others] = change.insert;
  const head = first === undefined ? '' : lines(editing, [first], () => 0);
  const written = (head + lines(editing, others, blanksOf)).slice(indent.length).replace(/\n$/, '');
  return { span: { start: placeholder.start, end: placeholder.end }, text: written };
}

// --- Taking statements away.

function removal(editing: Editing, statement: Statement): TextEdit[] {
  const shared = onSharedLine(editing, statement);
  if (shared !== null) return [shared];
  const { text, body, change } = editing;
  const whole = wholeStatement(text, statement);
  const before = body.statements[body.statements.indexOf(statement) - 1];
  // A text above may end in what looks like a comment.
  const start =
    before === undefined
      ? whole.start
      : Math.max(whole.start, Math.min(lineAfter(text, before), lineStart(text, statement.start)));
  const { end } = whole;
  const edits: TextEdit[] = [{ span: { start, end }, text: '' }];
  const at = body.statements.indexOf(statement);
  const isLast = body.statements.slice(at + 1).every((each) => change.remove.has(each));
  const previous = body.statements[at - 1];
  const above = beforeBlankLines(text, start);
  const below = afterBlankLines(text, end);
  const isInserted = change.insert.some(({ after }) => after === statement || after === (previous ?? null));
  if (isInserted) return edits;
  // Blank lines between two statements belong to the second; the last one takes those before it along.
  if (isLast && at > 0) edits.push({ span: { start: above, end: start }, text: '' });
  else if (!isLast && (above < start || at === 0)) edits.push({ span: { start: end, end: below }, text: '' });
  return edits.filter(({ span }) => span.start < span.end);
}

/** `a = 1; b = 2`: only the statement and its semicolon go. */
function onSharedLine({ text, body }: Editing, statement: Statement): TextEdit | null {
  const at = body.statements.indexOf(statement);
  const previous = body.statements[at - 1];
  const next = body.statements[at + 1];
  if (next !== undefined && !startsLine(text, next.start))
    return { span: { start: statement.start, end: next.start }, text: '' };
  if (previous !== undefined && !startsLine(text, statement.start)) {
    return { span: { start: previous.end, end: statement.end }, text: '' };
  }
  return null;
}

// --- Adding statements.

function insertions(editing: Editing): TextEdit[] {
  const { change } = editing;
  const places = new Map<Statement | null, Insertion[]>();
  for (const each of change.insert) {
    const after = each.after === null ? null : lastOfLine(editing, each.after);
    places.set(after, [...(places.get(after) ?? []), each]);
  }
  return [...places].flatMap(([after, inserted]) => insertedAfter(editing, after, inserted));
}

function lastOfLine({ text, body }: Editing, statement: Statement): Statement {
  let at = body.statements.indexOf(statement);
  for (let next = body.statements[at + 1]; next !== undefined; next = body.statements[at + 1]) {
    if (startsLine(text, next.start)) break;
    at++;
  }
  return body.statements[at] ?? statement;
}

function insertedAfter(editing: Editing, after: Statement | null, inserted: readonly Insertion[]): TextEdit[] {
  const { text, body } = editing;
  const at = after === null ? 0 : body.statements.indexOf(after) + 1;
  const next = body.statements[at];
  const siblings = after === null ? 0 : blanksAround(editing, after, next);
  const apart = (each: Insertion): number => (each.apart === 'siblings' ? siblings : each.apart);
  const last = inserted[inserted.length - 1];
  const lastApart = last === undefined ? 0 : apart(last);
  if (after === null) {
    const [first, ...others] = inserted;
    const start = next === undefined ? text.length : withCommentsAbove(text, lineStart(text, next.start));
    const head = first === undefined ? '' : lines(editing, [first], () => 0);
    return [
      {
        span: { start, end: start },
        text: head + lines(editing, others, apart) + '\n'.repeat(Math.max(lastApart, minimumBefore(next))),
      },
    ];
  }
  const start = lineAfter(text, after);
  const lead = start === text.length && !text.endsWith('\n') ? '\n' : '';
  const head = isDocstring(after) ? Math.max(1, siblings) : siblings;
  const first = (each: Insertion): number =>
    Math.max(apart(each), each === inserted[0] && isDocstring(after) ? head : 0);
  const written = lead + lines(editing, inserted, first);
  const wanted = next === undefined ? 0 : Math.max(lastApart, minimumBefore(next));
  const has = next === undefined ? 0 : blankLinesFrom(text, start);
  const tail = '\n'.repeat(Math.max(0, wanted - has));
  const cut = lead === '' ? written : written.replace(/\n$/, '');
  return [{ span: { start, end: start }, text: cut + tail }];
}

/** Definitions stand apart. */
function minimumBefore(next: Statement | undefined): number {
  return next?.kind === 'class' || next?.kind === 'function' ? 1 : 0;
}

function blankLinesFrom(text: string, start: number): number {
  return text.slice(start, afterBlankLines(text, start)).split('\n').length - 1;
}

/** The blank lines between assignments next to each other here: the fewest. */
function blanksAround({ text, body }: Editing, after: Statement, next: Statement | undefined): number {
  const previous = body.statements[body.statements.indexOf(after) - 1];
  const counts = [
    ...(isAssignment(previous) && isAssignment(after) ? [blanksBetween(text, previous, after)] : []),
    ...(isAssignment(after) && isAssignment(next) ? [blanksBetween(text, after, next)] : []),
  ];
  return counts.length === 0 ? 0 : Math.min(...counts);
}

function isAssignment(statement: Statement | undefined): statement is Statement {
  return statement?.kind === 'assign' || statement?.kind === 'annotated';
}

function blanksBetween(text: string, first: Statement, second: Statement): number {
  const from = lineEnd(text, first.end);
  return Math.max(
    0,
    text
      .slice(from, second.start)
      .split('\n')
      .filter((line, at) => at > 0 && line.trim() === '').length - 1,
  );
}
