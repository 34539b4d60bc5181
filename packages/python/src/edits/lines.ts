/** The offset at which the line of an offset starts. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset of the line's end: of its `\n`, or `\r\n`, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** The offset at which the next line starts; the end of the text after the last. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The white space that the line of an offset starts with. */
export function indentAt(text: string, at: number): string {
  const start = lineStart(text, at);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** Does nothing but white space stand before the offset on its line? */
export function startsLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}

/** Is the line that starts at an offset empty? */
export function isBlankLine(text: string, start: number): boolean {
  return start < text.length && text.slice(start, lineEnd(text, start)).trim() === '';
}

/** The offset after the blank lines that start at an offset. */
export function afterBlankLines(text: string, start: number): number {
  let at = start;
  while (isBlankLine(text, at)) at = nextLine(text, at);
  return at;
}

/** The start of the blank lines that end where a line starts. */
export function beforeBlankLines(text: string, start: number): number {
  let at = start;
  while (at > 0 && isBlankLine(text, lineStart(text, at - 1))) at = lineStart(text, at - 1);
  return at;
}

/** The start of the comment lines right above a line, indented as it is; the line's own start where there are none. */
export function withCommentsAbove(text: string, start: number): number {
  const indent = indentAt(text, start);
  let at = start;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (indentAt(text, above) !== indent || text[above + indent.length] !== '#') break;
    at = above;
  }
  return at;
}

/**
 * The characters between two offsets that are no white space, comment or line continuation. Only for text between
 * expressions, where no string can stand.
 */
export function* tokensBetween(text: string, from: number, to: number): Generator<{ at: number; character: string }> {
  for (let at = from; at < to; at++) {
    const character = text[at] ?? '';
    if (character === '#') at = lineEnd(text, at) - 1;
    else if (!/[\s\\]/.test(character)) yield { at, character };
  }
}
