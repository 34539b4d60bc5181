import type { Span } from '@canonical-schema/schema';
import type { Token } from './tokens';

/** A text that is not of this grammar: a phrase that completes "could not be read: …", and where it departs. */
export class GrammarError extends Error {
  override readonly name = 'GrammarError';
  constructor(
    why: string,
    readonly span: Span | null = null,
  ) {
    super(why);
  }
}

/** A text that is no SQL at all: its message stands behind "The statement does not parse: ". */
export class BrokenStatement extends GrammarError {}

/** Tokens read from left to right. Nothing is taken unless it is what was asked for. */
export class TokenReader {
  private at = 0;

  constructor(readonly tokens: readonly Token[]) {}

  get position(): number {
    return this.at;
  }

  moveTo(position: number): void {
    this.at = position;
  }

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  /** The token that was taken last. */
  get last(): Token | undefined {
    return this.tokens[this.at - 1];
  }

  take(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw new GrammarError('ends where more is expected', this.last?.span ?? null);
    this.at += 1;
    return token;
  }

  /** Do these words or symbols come next? */
  sees(...words: readonly string[]): boolean {
    return words.every((word, ahead) => this.peek(ahead)?.word === word);
  }

  /** Takes these words or symbols if all of them come next. */
  accepts(...words: readonly string[]): boolean {
    if (!this.sees(...words)) return false;
    this.at += words.length;
    return true;
  }

  /** Takes the first of these phrases that comes next, and gives it; null where none does. */
  acceptsOneOf<T extends string>(phrases: readonly T[]): T | null {
    return phrases.find((phrase) => this.accepts(...phrase.split(' '))) ?? null;
  }

  expects(...words: readonly string[]): void {
    if (!this.accepts(...words)) throw this.unexpected(words.join(' ').toUpperCase());
  }

  /** What stands here is not what the grammar has. */
  unexpected(wanted: string | null = null): GrammarError {
    const token = this.peek();
    const found = token === undefined ? 'the end' : shown(token.text);
    const expected = wanted === null ? '' : ` where ${wanted} is expected`;
    return new GrammarError(
      `has ${found}${expected}${wanted === null ? ', which is not understood' : ''}`,
      token?.span ?? this.last?.span ?? null,
    );
  }

  /** A name, quoted or not. */
  name(): string {
    const token = this.peek();
    if (token?.kind !== 'word' && token?.kind !== 'name') throw this.unexpected('a name');
    return this.take().value;
  }

  /** A string's content. */
  string(): string {
    if (this.peek()?.kind !== 'string') throw this.unexpected('a string');
    return this.take().value;
  }

  /** The tokens within the brackets that open here; the reader goes on behind them. */
  bracketed(): readonly Token[] {
    if (!this.sees('(')) throw this.unexpected('(');
    const open = this.at;
    let depth = 0;
    while (!this.isAtEnd) {
      const { word } = this.take();
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
      if (depth === 0) return this.tokens.slice(open + 1, this.at - 1);
    }
    throw new GrammarError('has a bracket that is not closed', this.tokens[open]?.span ?? null);
  }
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Tokens cut at the commas that stand in no bracket; no tokens are no pieces. */
export function separated(tokens: readonly Token[], by = ','): readonly (readonly Token[])[] {
  if (tokens.length === 0) return [];
  const pieces: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.word === '(') depth += 1;
    if (token.word === ')') depth -= 1;
    if (token.word === by && depth === 0) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

/** From the first to the last of these tokens. */
export function spanOf(tokens: readonly Token[]): Span | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.span.start, end: last.span.end };
}
