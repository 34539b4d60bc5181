import { quotedAt } from '../parser/quoted';

/** The end of the line, before its line break. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > from ? end - 1 : end;
}

/** The start of the line. */
export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line below, or the text's end. */
export function startOfNextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** Does nothing but a comment follow on the line? */
export function isRestComment(text: string, from: number): boolean {
  return /^[ \t]*(?:--.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)?$/.test(text.slice(from, endOfLine(text, from)));
}

/** Does nothing stand before this on its line? */
export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(startOfLine(text, offset), offset).trim() === '';
}

/** Is the line that starts there empty, or is there none? */
export function isBlankLine(text: string, start: number): boolean {
  return text.slice(start, endOfLine(text, start)).trim() === '';
}

/** Where the text goes on behind blanks and comments. */
export function nextCode(text: string, from: number): number {
  for (let at = from; at < text.length; ) {
    const quoted = quotedAt(text, at);
    if (quoted?.kind === 'comment') at = quoted.end;
    else if ((text[at] ?? '').trim() === '') at += 1;
    else return at;
  }
  return text.length;
}
