/** A stretch of SQL text inside which brackets and semicolons mean nothing. */
export interface Quoted {
  readonly kind: 'string' | 'name' | 'comment';
  /** Where the text goes on; the text's length where it is not closed. */
  readonly end: number;
  readonly isClosed: boolean;
}

const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const nameCharacter = /[A-Za-z0-9_$\u0080-\uffff]/;
const commentEdge = /\/\*|\*\//g;

/** The string, quoted name or comment that starts at `at`; null where none does. Follows PostgreSQL's `scan.l`. */
export function quotedAt(text: string, at: number): Quoted | null {
  switch (text[at]) {
    case "'":
      return hasEscapes(text, at) ? escapedString(text, at) : enclosed(text, at, "'", 'string');
    case '"':
      return enclosed(text, at, '"', 'name');
    case '-':
      return text[at + 1] === '-' ? lineComment(text, at) : null;
    case '/':
      return text[at + 1] === '*' ? blockComment(text, at) : null;
    case '$':
      return dollarString(text, at);
    default:
      return null;
  }
}

/** Is this character part of an unquoted name? */
export function isNameCharacter(character: string | undefined): boolean {
  return character !== undefined && nameCharacter.test(character);
}

/** Is this the quote of `E'…'`, in which backslashes escape? */
function hasEscapes(text: string, at: number): boolean {
  const before = text[at - 1];
  return (before === 'E' || before === 'e') && !isNameCharacter(text[at - 2]);
}

function enclosed(text: string, at: number, quote: string, kind: 'string' | 'name'): Quoted {
  let close = text.indexOf(quote, at + 1);
  while (close >= 0 && text[close + 1] === quote) close = text.indexOf(quote, close + 2);
  return closedAt(text, kind, close, 1);
}

function escapedString(text: string, at: number): Quoted {
  for (let offset = at + 1; offset < text.length; offset += 1) {
    if (text[offset] === '\\') offset += 1;
    else if (text[offset] === "'" && text[offset + 1] === "'") offset += 1;
    else if (text[offset] === "'") return closedAt(text, 'string', offset, 1);
  }
  return closedAt(text, 'string', -1, 0);
}

function lineComment(text: string, at: number): Quoted {
  const end = text.indexOf('\n', at);
  return { kind: 'comment', end: end < 0 ? text.length : end, isClosed: true };
}

function blockComment(text: string, at: number): Quoted {
  let depth = 0;
  commentEdge.lastIndex = at;
  for (let edge = commentEdge.exec(text); edge !== null; edge = commentEdge.exec(text)) {
    depth += edge[0] === '/*' ? 1 : -1;
    if (depth === 0) return closedAt(text, 'comment', edge.index, 2);
  }
  return closedAt(text, 'comment', -1, 0);
}

function dollarString(text: string, at: number): Quoted | null {
  if (isNameCharacter(text[at - 1])) return null;
  dollarTag.lastIndex = at;
  const tag = dollarTag.exec(text)?.[0];
  if (tag === undefined) return null;
  return closedAt(text, 'string', text.indexOf(tag, at + tag.length), tag.length);
}

function closedAt(text: string, kind: Quoted['kind'], close: number, width: number): Quoted {
  return close < 0 ? { kind, end: text.length, isClosed: false } : { kind, end: close + width, isClosed: true };
}
