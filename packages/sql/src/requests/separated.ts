import { quotedAt } from '../parser/quoted';

/** The parts of a text between separators that stand in no brackets and no quotes; `::` separates nothing. */
export function separated(text: string, separator: ',' | ':'): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const quoted = quotedAt(text, at);
    if (quoted?.isClosed) {
      at = quoted.end - 1;
      continue;
    }
    depth += depthOf(text[at]);
    if (text[at] === separator && separator === ':' && text[at + 1] === ':') at += 1;
    else if (text[at] === separator && depth <= 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

function depthOf(character: string | undefined): number {
  if (character === '(' || character === '[') return 1;
  return character === ')' || character === ']' ? -1 : 0;
}
