import type { Call, DictDisplay, Display, Expression, ImportFrom } from '../syntax/ast';
import { tokensBetween } from './lines';

/** What holds a list of items between brackets. */
export type ListNode = Call | Display | DictDisplay | ImportFrom;

/** Where the brackets, items and commas of a list stand. */
export interface BracketList {
  /** The opening bracket. */
  readonly open: number;
  /** The closing bracket. */
  readonly close: number;
  readonly items: readonly ListItem[];
  /** One item alone needs its comma. */
  readonly isTuple: boolean;
}

/** An item with its keyword and parentheses; `comma` is null where none follows. */
export interface ListItem {
  readonly start: number;
  readonly end: number;
  readonly comma: number | null;
}

interface Spanned {
  readonly start: number;
  readonly end: number;
}

/** The list of a call, display or parenthesised import; null for one without brackets of its own. */
export function bracketListOf(text: string, node: ListNode): BracketList | null {
  const values = valuesOf(node);
  const open = openingOf(text, node, values);
  const close = node.end - 1;
  if (open === null || !')]}'.includes(text[close] ?? ' ')) return null;
  const items = itemsOf(text, open, close, values);
  const expected = node.kind === 'dict' ? node.entries.length : values.length;
  if (items === null || items.length !== expected) return null;
  return { open, close, items, isTuple: node.kind === 'tuple' };
}

/** The names of a `from … import a, b` without parentheses, as if what stands around them were brackets. */
export function bareImportList(text: string, node: ImportFrom): BracketList | null {
  const [first] = node.names ?? [];
  if (first === undefined || bracketListOf(text, node) !== null) return null;
  const items = itemsOf(text, first.start - 1, node.end, node.names ?? []);
  return items === null ? null : { open: first.start - 1, close: node.end, items, isTuple: false };
}

function valuesOf(node: ListNode): readonly Spanned[] {
  switch (node.kind) {
    case 'call':
      return node.args.map(({ value }) => value);
    case 'dict':
      return node.entries.flatMap(({ key, value }): Expression[] => (key === null ? [value] : [key, value]));
    case 'import-from':
      return node.names ?? [];
    default:
      return node.items;
  }
}

function openingOf(text: string, node: ListNode, values: readonly Spanned[]): number | null {
  if (node.kind !== 'call' && node.kind !== 'import-from')
    return '([{'.includes(text[node.start] ?? ' ') ? node.start : null;
  const from = node.kind === 'call' ? node.callee.end : node.start;
  const to = node.kind === 'call' ? node.end : (values[0]?.start ?? node.end);
  for (const { at, character } of tokensBetween(text, from, to)) if (character === '(') return at;
  return null;
}

/** Null where a bracket closes that the list did not open: then its own bracket is another's. */
function itemsOf(text: string, open: number, close: number, values: readonly Spanned[]): ListItem[] | null {
  const items: ListItem[] = [];
  let depth = 0;
  let start: number | null = null;
  let end = open + 1;
  const between = (from: number, to: number): void => {
    for (const { at, character } of tokensBetween(text, from, to)) {
      if (character === ',' && depth === 0 && start !== null) {
        items.push({ start, end, comma: at });
        start = null;
        continue;
      }
      start ??= at;
      end = at + 1;
      if (character === '(') depth++;
      if (character === ')') depth--;
    }
  };
  let at = open + 1;
  for (const value of values) {
    if (value.start < at) return null;
    between(at, value.start);
    start ??= value.start;
    end = value.end;
    at = value.end;
    if (depth < 0) return null;
  }
  between(at, close);
  if (depth !== 0) return null;
  if (start !== null) items.push({ start, end, comma: null });
  return items;
}
