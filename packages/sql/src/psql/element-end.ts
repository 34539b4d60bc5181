import { quotedAt } from '../parser/quoted';

/** Where the list element that starts at `start` ends: before the comma or bracket that closes it, or at `limit`. */
export function elementEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  let end = start;
  for (let at = start; at < limit; ) {
    const quoted = quotedAt(text, at);
    const character = text[at] ?? '';
    if (quoted === null && depth === 0 && (character === ',' || character === ')')) return end;
    if (quoted === null && (character === '(' || character === '[')) depth += 1;
    if (quoted === null && (character === ')' || character === ']')) depth -= 1;
    at = quoted?.end ?? at + 1;
    if (quoted?.kind !== 'comment' && character > ' ') end = at;
  }
  return Math.min(end, limit);
}
