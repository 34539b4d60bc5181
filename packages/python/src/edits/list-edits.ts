import type { Span, TextEdit } from '@canonical-schema/schema';
import type { BracketList, ListItem } from './bracket-list';
import { type Code, codeText, flatText } from './code';
import type { FileStyle } from './file-style';
import { indentAt, lineEnd, lineStart, nextLine, startsLine } from './lines';

/** All that is to happen to one list. Positions are of the items as they stand now. */
export interface ListChange {
  /** In the order in which they shall stand; `before` is the number of items for the end. */
  readonly insert: readonly { readonly before: number; readonly code: Code }[];
  readonly remove: ReadonlySet<number>;
}

/** What is to be done, over the text that it is done to. */
interface Editing {
  readonly text: string;
  readonly style: FileStyle;
  readonly list: BracketList;
  readonly change: ListChange;
  /** The items that stay, by their positions. */
  readonly kept: readonly number[];
  /** What comes before each position. */
  readonly added: ReadonlyMap<number, readonly { readonly code: Code }[]>;
}

/**
 * The edits that make a change to a list. It keeps its layout: one item per line, or all on one line as long as that
 * has room. Comments behind and above an item go with it.
 */
export function listEdits(text: string, list: BracketList, change: ListChange, style: FileStyle): TextEdit[] {
  const kept = list.items.map((_, at) => at).filter((at) => !change.remove.has(at));
  const added = new Map<number, { readonly code: Code }[]>();
  for (const each of change.insert) {
    const before = added.get(each.before) ?? [];
    before.push(each);
    added.set(each.before, before);
  }
  const editing: Editing = { text, style, list, change, kept, added };
  if (kept.length === 0 && change.insert.length === 0) return [edit(list.open + 1, list.close, '')];
  if (kept.length === 0) return filledList(editing);
  return isOnePerLine(editing) ? linesEdits(editing) : packedEdits(editing);
}

/** The spans of the items that a change takes away: what else was to be done inside them is moot. */
export function removedSpans({ items }: BracketList, { remove }: ListChange): Span[] {
  return items.filter((_, at) => remove.has(at)).map(({ start, end }) => ({ start, end }));
}

function edit(start: number, end: number, text: string): TextEdit {
  return { span: { start, end }, text };
}

function isOnePerLine({ text, list: { items, open } }: Editing): boolean {
  if (!items.every(({ start }) => startsLine(text, start)) || items.length === 0) return false;
  const isFirstBelow = lineStart(text, items[0]?.start ?? 0) > open;
  return isFirstBelow && (items.length > 1 || items[0]?.comma !== null);
}

/** An empty list, or one of which nothing stays, gets its first items. */
function filledList({ text, style, list, change }: Editing): TextEdit[] {
  const indent = indentAt(text, list.open);
  const inside = text.slice(list.open + 1, list.close);
  const items = change.insert.map(({ code }) => code);
  if (list.items.length === 0 && inside.includes('#')) {
    const inner = indent + style.indent;
    const lines = items.map(
      (item) => `${inner}${codeText(item, { indent: inner, column: inner.length, after: 1 }, style)},\n`,
    );
    const closing = lineStart(text, list.close);
    return [edit(closing, closing, lines.join(''))];
  }
  const start = lineStart(text, list.open);
  const onePerLine = /^[^\S\n]*\r?\n/.test(inside);
  const whole = codeText(
    { kind: 'bracketed', open: text.slice(start, list.open + 1), items, close: '', isTuple: list.isTuple, onePerLine },
    { indent, column: 0, after: lineEnd(text, list.close) - list.close },
    style,
  );
  return [edit(list.open + 1, list.close, whole.slice(list.open + 1 - start))];
}

// --- One item per line.

function linesEdits(editing: Editing): TextEdit[] {
  const { text, list } = editing;
  const { items } = list;
  const last = items[items.length - 1];
  const isTight = last !== undefined && nextLine(text, last.comma ?? last.end) > list.close;
  const edits: TextEdit[] = [];
  const starts = chunkStarts(editing);
  for (const [at, item] of items.entries()) {
    const isLast = at === items.length - 1;
    edits.push(...insertedLines(editing, at, starts[at] ?? item.start));
    if (!editing.change.remove.has(at)) edits.push(...commaFix(editing, at, item));
    else if (isLast && isTight)
      edits.push(edit(lineEnd(text, (starts[at] ?? 1) - 1), item.comma === null ? item.end : item.comma + 1, ''));
    else edits.push(edit(starts[at] ?? item.start, starts[at + 1] ?? list.close, ''));
  }
  const end = starts[items.length] ?? list.close;
  return [
    ...edits,
    ...(isTight && last !== undefined ? tightEnd(editing, last) : insertedLines(editing, items.length, end)),
  ];
}

/** Where the lines of each item start, its comments above included; one more for what follows the last. */
function chunkStarts({ text, list }: Editing): number[] {
  return [nextLine(text, list.open), ...list.items.map(({ end, comma }) => nextLine(text, comma ?? end))];
}

function insertedLines(editing: Editing, before: number, at: number): TextEdit[] {
  const { text, style, list } = editing;
  const inner = indentAt(text, list.items[0]?.start ?? list.open);
  const inserted = editing.added.get(before) ?? [];
  const isEnd = list.items.length === before;
  const lines = inserted.map(({ code }, order) => {
    const isLast = isEnd && order === inserted.length - 1;
    const comma = !isLast || endsInComma(editing) ? ',' : '';
    return `${inner}${codeText(code, { indent: inner, column: inner.length, after: 1 }, style)}${comma}\n`;
  });
  return lines.length === 0 ? [] : [edit(at, at, lines.join(''))];
}

/** The closing bracket stands on the last item's line. */
function tightEnd(editing: Editing, last: ListItem): TextEdit[] {
  const { text, style, list, added } = editing;
  const inner = indentAt(text, list.items[0]?.start ?? list.open);
  const inserted = added.get(list.items.length) ?? [];
  const lines = inserted.map(
    ({ code }, order) =>
      `\n${inner}${codeText(code, { indent: inner, column: inner.length, after: 1 }, style)}${order < inserted.length - 1 || last.comma !== null ? ',' : ''}`,
  );
  const at = last.comma === null ? last.end : last.comma + 1;
  return lines.length === 0 ? [] : [edit(at, at, lines.join(''))];
}

/** The comma of an item that stays, where another became the last. */
function commaFix(editing: Editing, at: number, { end, comma }: ListItem): TextEdit[] {
  const { kept, change, list } = editing;
  const isLast = at === kept[kept.length - 1] && !change.insert.some(({ before }) => before > at);
  if (!isLast) return comma === null ? [edit(end, end, ',')] : [];
  const wants = endsInComma(editing) || (list.isTuple && kept.length === 1 && change.insert.length === 0);
  if (wants === (comma !== null)) return [];
  return comma === null ? [edit(end, end, ',')] : [edit(comma, comma + 1, '')];
}

function endsInComma({ list: { items } }: Editing): boolean {
  return items[items.length - 1]?.comma !== null;
}

// --- Several items per line.

function packedEdits(editing: Editing): TextEdit[] {
  const { text, list, kept, change } = editing;
  const edits = inlineEdits(editing);
  if (change.insert.length === 0) return edits;
  const first = list.items[0]?.start ?? list.open;
  const lines = text.slice(list.open, list.close);
  const isOneLine = !lines.includes('\n') || !text.slice(first, lastItem(list).end).includes('\n');
  const gaps = gapsOf(list).some(({ start, end }) => text.slice(start, end).includes('#'));
  const line = text.slice(lineStart(text, first), lineEnd(text, lastItem(list).end));
  const grown = edits.reduce((sum, { span, text: added }) => sum + added.length - (span.end - span.start), line.length);
  const isMultiline = change.insert.some(({ code }) => flatText(code).includes('\n'));
  return isOneLine && !gaps && kept.length > 0 && (grown > editing.style.lineLength || isMultiline)
    ? spreadEdits(editing)
    : edits;
}

function lastItem({ items, close }: BracketList): ListItem {
  return items[items.length - 1] ?? { start: close, end: close, comma: null };
}

function gapsOf({ open, close, items }: BracketList): Span[] {
  const starts = [open + 1, ...items.map(({ end }) => end)];
  const ends = [...items.map(({ start }) => start), close];
  return starts.map((start, at) => ({ start, end: ends[at] ?? close }));
}

/** Do the items around a position stand on lines of their own, though others share one? `Table("t", metadata,` has it so. */
function isAmongLines({ text, list: { items } }: Editing, before: number): boolean {
  const around = [items[before - 1], items[before]].filter((item) => item !== undefined);
  // One item below the bracket may share its line with the next, but not where it goes over several itself.
  const isListed = items.length > 1 || around.some(({ start, end }) => text.slice(start, end).includes('\n'));
  return isListed && before > 0 && around.every(({ start }) => startsLine(text, start));
}

function ownLine(
  { text, style, list: { items } }: Editing,
  code: Code,
  next: number | undefined,
  lastKept: number,
): TextEdit {
  const item = items[next ?? lastKept];
  const inner = indentAt(text, item?.start ?? 0);
  const written = codeText(code, { indent: inner, column: inner.length, after: 1 }, style);
  if (item === undefined || next !== undefined)
    return edit(item?.start ?? 0, item?.start ?? 0, `${written},\n${inner}`);
  if (item.comma === null || lastKept < items.length - 1) return edit(item.end, item.end, `,\n${inner}${written}`);
  const end = lineEnd(text, item.comma);
  return edit(end, end, `\n${inner}${written},`);
}

function inlineEdits(editing: Editing): TextEdit[] {
  const { list, change, kept } = editing;
  const { items, isTuple } = list;
  const lastKept = kept[kept.length - 1] ?? 0;
  const last = items[lastKept] ?? lastItem(list);
  const edits: TextEdit[] = [];
  for (const [at, item] of items.entries()) {
    if (at > lastKept || !change.remove.has(at)) continue;
    edits.push(edit(item.start, items[at + 1]?.start ?? item.end, ''));
  }
  for (const { before, code } of change.insert) {
    const next = kept.find((at) => at >= before);
    const at = items[next ?? lastKept];
    if (isAmongLines(editing, before)) edits.push(ownLine(editing, code, next, lastKept));
    else if (next !== undefined && at !== undefined) edits.push(edit(at.start, at.start, `${flatText(code)}, `));
    else edits.push(edit(last.end, last.end, `, ${flatText(code)}`));
  }
  const isSingle = kept.length + change.insert.length === 1;
  const { end, comma } = lastItem(list);
  if (lastKept < items.length - 1) edits.push(edit(last.end, end, ''));
  if (isTuple && isSingle && comma === null) edits.push(edit(end, end, ','));
  if (isTuple && !isSingle && items.length === 1 && comma !== null) edits.push(edit(comma, comma + 1, ''));
  return edits;
}

/** A list that outgrew its line: its items go on a line between the brackets, or on one each. */
function spreadEdits(editing: Editing): TextEdit[] {
  const { text, style, list, kept, change } = editing;
  const outer = indentAt(text, list.open);
  const inner = outer + style.indent;
  const flat = sequence(editing).map((slot) =>
    typeof slot === 'number' ? itemText(editing, slot) : flatText(slot.code),
  );
  const isOneLine = inner.length + flat.join(', ').length <= style.lineLength && lastItem(list).comma === null;
  const wasBelow = lineStart(text, list.items[0]?.start ?? 0) > list.open;
  const onOneLine = isOneLine && !wasBelow && !flat.some((each) => each.includes('\n'));
  const separator = onOneLine ? ', ' : `,\n${inner}`;
  const trailing = !onOneLine && style.trailingComma ? ',' : '';
  const written = (code: Code): string =>
    onOneLine ? flatText(code) : codeText(code, { indent: inner, column: inner.length, after: 1 }, style);
  const edits: TextEdit[] = [];
  let from = list.open + 1;
  let pending = `\n${inner}`;
  for (const slot of sequence(editing)) {
    if (typeof slot !== 'number') {
      pending += written(slot.code) + separator;
      continue;
    }
    const item = list.items[slot];
    if (item === undefined) continue;
    edits.push(edit(from, item.start, pending));
    from = item.end;
    pending = separator;
  }
  const lastKept = kept[kept.length - 1] ?? 0;
  const tail = change.insert.filter(({ before }) => before > lastKept).map(({ code }) => written(code));
  const rest = tail.length === 0 ? '' : `${separator}${tail.join(separator)}`;
  return [...edits, edit(from, list.close, `${rest}${trailing}\n${outer}`)];
}

/** What the list holds afterwards, in order: positions of items that stay, and new code. */
function sequence({ list, change, added }: Editing): (number | { readonly code: Code })[] {
  const slots: (number | { readonly code: Code })[] = [];
  for (let at = 0; at <= list.items.length; at++) {
    slots.push(...(added.get(at) ?? []));
    if (at < list.items.length && !change.remove.has(at)) slots.push(at);
  }
  return slots;
}

function itemText({ text, list }: Editing, at: number): string {
  const { start, end } = list.items[at] ?? lastItem(list);
  return text.slice(start, end);
}
