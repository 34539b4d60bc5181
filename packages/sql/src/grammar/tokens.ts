import type { Span } from '@canonical-schema/schema';
import type { Lexis } from './lexis';

/**
 * One token of a text. `word` is an unquoted name or keyword, `name` a quoted one, `bytes` a string of hexadecimal or
 * binary digits. A comment is a token too, which readers of statements never see; `blank` is an edge of a comment whose
 * content counts.
 */
export interface Token {
  readonly kind: 'word' | 'name' | 'string' | 'bytes' | 'number' | 'symbol' | 'comment' | 'blank';
  /** As written. */
  readonly text: string;
  /** A keyword in lower case, a symbol; empty for what is quoted. */
  readonly word: string;
  /** What a name or string holds, without quotes and escapes. */
  readonly value: string;
  readonly span: Span;
  /** False for a quote or comment that the text ends in. */
  readonly isClosed: boolean;
}

const space = /\s+/y;
const wordPattern = /[A-Za-z_$@\u0080-\uffff][A-Za-z0-9_$@\u0080-\uffff]*/y;
const numberPattern = /0x[0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const digitName = /\d+[A-Za-z_$][A-Za-z0-9_$]*/y;
const symbolPattern = /<=>|->>|<>|!=|<=|>=|==|\|\||&&|->|<<|>>|:=|./suy;
const executableOpening = /\/\*(M?)!(\d*)(?:\\-)?/y;

/** The tokens of a stretch of text one after the other; blanks between them are passed over. */
export class Scanner {
  private at: number;
  /** Are we within a comment whose content counts? Then the next closing mark ends it. */
  private isInExecutable = false;

  constructor(
    private readonly text: string,
    private readonly lexis: Lexis,
    { start, end }: Span = { start: 0, end: text.length },
  ) {
    this.at = start;
    this.end = end;
  }

  private readonly end: number;

  /** Where the next token will be looked for. */
  get offset(): number {
    return this.at;
  }

  moveTo(offset: number): void {
    this.at = offset;
  }

  /** Where the next token starts: blanks are behind. */
  skipBlanks(): number {
    space.lastIndex = this.at;
    const blanks = space.exec(this.text);
    if (blanks !== null) this.at = Math.min(this.end, this.at + blanks[0].length);
    return this.at;
  }

  /** The next token; null at the end. */
  next(): Token | null {
    if (this.skipBlanks() >= this.end) return null;
    const token = this.tokenAt(this.at);
    this.at = token.span.end;
    return token;
  }

  private tokenAt(at: number): Token {
    const { text } = this;
    const character = text[at] ?? '';
    const comment = this.commentAt(at, character);
    if (comment !== null) return comment;
    if (this.lexis.strings.includes(character)) return this.quoted('string', at, at, character);
    const close = this.lexis.names[character];
    if (close !== undefined) return this.quoted('name', at, at, close);
    if (/[0-9.]/.test(character)) return this.numberAt(at);
    const word = matchAt(wordPattern, text, at);
    if (word !== null) return this.wordAt(at, word);
    const symbol = matchAt(symbolPattern, text, at) ?? character;
    return this.token('symbol', at, at + symbol.length, symbol, symbol);
  }

  private token(kind: Token['kind'], start: number, end: number, word: string, value: string, isClosed = true): Token {
    return { kind, text: this.text.slice(start, end), word, value, span: { start, end }, isClosed };
  }

  private numberAt(at: number): Token {
    const name = matchAt(digitName, this.text, at);
    const number = matchAt(numberPattern, this.text, at);
    // `1st` is a name, but `1e5` and `0xff` are numbers.
    if (name !== null && (number === null || number.length < name.length)) {
      return this.token('word', at, at + name.length, name.toLowerCase(), name);
    }
    if (number === null) return this.token('symbol', at, at + 1, '.', '.');
    const kind = number.startsWith('0x') ? 'bytes' : 'number';
    return this.token(kind, at, at + number.length, '', number);
  }

  private wordAt(at: number, word: string): Token {
    const quote = at + word.length;
    const isQuote = this.lexis.strings.includes(this.text[quote] ?? '');
    if (isQuote && /^[xb]$/i.test(word)) {
      const { span, value, isClosed } = this.quoted('string', quote, quote, this.text[quote] ?? '');
      return this.token('bytes', at, span.end, '', `${word.toLowerCase()}'${value}'`, isClosed);
    }
    if (isQuote && /^n$/i.test(word)) return this.quoted('string', at, quote, this.text[quote] ?? '');
    return this.token('word', at, quote, word.toLowerCase(), word);
  }

  private commentAt(at: number, character: string): Token | null {
    const { text, lexis } = this;
    const next = text[at + 1];
    if (character === '#' && lexis.hasHashComments) return this.lineComment(at);
    if (character === '-' && next === '-') {
      const isComment = !lexis.dashesWantBlank || (text[at + 2] ?? ' ') <= ' ';
      return isComment ? this.lineComment(at) : null;
    }
    if (this.isInExecutable && character === '*' && next === '/') {
      this.isInExecutable = false;
      return this.token('blank', at, at + 2, '', '');
    }
    return character === '/' && next === '*' ? this.blockComment(at) : null;
  }

  private lineComment(at: number): Token {
    const newline = this.text.indexOf('\n', at);
    return this.token('comment', at, newline < 0 ? this.end : Math.min(newline, this.end), '', '');
  }

  private blockComment(at: number): Token {
    executableOpening.lastIndex = at;
    const [opening, mark, version = ''] = executableOpening.exec(this.text) ?? [];
    if (opening !== undefined && this.lexis.executes({ isMariadb: mark === 'M', version: Number(version) })) {
      this.isInExecutable = true;
      return this.token('blank', at, at + opening.length, '', '');
    }
    const close = this.text.indexOf('*/', at + 2);
    return this.token('comment', at, close < 0 ? this.end : Math.min(close + 2, this.end), '', '', close >= 0);
  }

  /** What stands in quotes; a doubled quote is one, and so is what a backslash escapes. */
  private quoted(kind: 'string' | 'name', start: number, open: number, close: string): Token {
    const escapes = kind === 'string' && this.lexis.hasEscapes;
    let value = '';
    for (let at = open + 1; at < this.end; at += 1) {
      const character = this.text[at] ?? '';
      if (character === close && this.text[at + 1] === close && close !== ']') at += 1;
      else if (character === close) return this.token(kind, start, at + 1, '', value);
      if (escapes && character === '\\') {
        at += 1;
        value += unescaped(this.text[at] ?? '');
      } else value += character;
    }
    return this.token(kind, start, this.end, '', value, false);
  }
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\u001a',
  // LIKE's own escapes stay as they are.
  '%': '\\%',
  _: '\\_',
};

function unescaped(character: string): string {
  return escapes[character] ?? character;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** All tokens of a text but its comments. */
export function tokensOf(text: string, lexis: Lexis): readonly Token[] {
  const scanner = new Scanner(text, lexis);
  const tokens: Token[] = [];
  for (let token = scanner.next(); token !== null; token = scanner.next()) {
    if (token.kind !== 'comment' && token.kind !== 'blank') tokens.push(token);
  }
  return tokens;
}
