import { quotedAt } from './quoted';

/** More than any person or generator writes, and far from where the parser's call stack ends. */
const maximumDepth = 1_000;
/** `1 + 1 + …` nests to the left without a bracket: operators that one item of a list may hold. */
const maximumChain = 4_000;
/** A text shorter than this cannot nest deeply enough to matter. */
const harmlessLength = 2_000;

/** What a character does to the nesting; all others do nothing. */
const effects: Readonly<Record<string, 'open' | 'close' | 'separate' | 'operate'>> = {
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  ',': 'separate',
  ';': 'separate',
  ...Object.fromEntries([...'+-*/%^|:<>='].map((operator) => [operator, 'operate' as const])),
};

/** Is the text nested more deeply than the parser can take? Strings, quoted names and comments do not count. */
export function isTooDeep(text: string): boolean {
  if (text.length < harmlessLength) return false;
  let depth = 0;
  let chain = 0;
  for (let at = 0; at < text.length; ) {
    const quoted = quotedAt(text, at);
    const effect = quoted === null ? effects[text[at] ?? ''] : undefined;
    if (effect === 'open') depth += 1;
    else if (effect === 'close') depth = Math.max(0, depth - 1);
    else if (effect === 'operate') chain += 1;
    else if (effect === 'separate') chain = 0;
    if (depth > maximumDepth || chain > maximumChain) return true;
    at = quoted?.end ?? at + 1;
  }
  return false;
}
