import { commentLine } from './comment-line';

/** A line between the brackets of CREATE TABLE: an element, or a note on what could not be written there. */
export interface Piece {
  readonly kind: 'element' | 'note';
  readonly text: string;
}

/** A column or constraint. */
export function element(text: string): Piece {
  return { kind: 'element', text };
}

/** Why something does not stand here as it should. */
export function note(text: string): Piece {
  return { kind: 'note', text: commentLine(text) };
}

/** The pieces one below the other, commas behind all elements but the last. */
export function bracketed(pieces: readonly Piece[], indent: string): string {
  const last = pieces.findLastIndex(({ kind }) => kind === 'element');
  const lines = pieces.map(({ kind, text }, at) => `${indent}${text}${kind === 'element' && at < last ? ',' : ''}`);
  return lines.length === 0 ? '()' : `(\n${lines.join('\n')}\n)`;
}
