import type { Span } from '@canonical-schema/schema';
import type { Lexis } from './lexis';
import { Scanner, type Token } from './tokens';

/** A piece of a file as the dialect's client would send or obey it. */
export type Piece =
  | StatementPiece
  | { readonly kind: 'command'; readonly span: Span; readonly command: string; readonly argument: string };

/** One statement, without its semicolon. */
export interface StatementPiece {
  readonly kind: 'statement';
  readonly span: Span;
  /** Without comments. Of statements that only fill tables, the first few. */
  readonly tokens: readonly Token[];
}

/** Statements whose tokens nobody asks for: dumps hold megabytes of them. */
const data: ReadonlySet<string> = new Set(['insert', 'replace', 'update', 'delete']);
const dataTokens = 3;

/**
 * The statements and client commands of a text in order. A semicolon within a string, a comment or a routine's body ends
 * nothing; DELIMITER takes another word for it. `takeComment` is given every comment, those within statements too.
 */
export function splitStatements(
  text: string,
  lexis: Lexis,
  takeComment: (token: Token) => void = () => {},
  within: Span = { start: 0, end: text.length },
): readonly Piece[] {
  const scanner = new Scanner(text, lexis, within);
  const pieces: Piece[] = [];
  let delimiter = ';';
  let open = new OpenStatement();
  const close = (): void => {
    const piece = open.closed();
    if (piece !== null) pieces.push(piece);
    open = new OpenStatement();
  };
  for (let at = scanner.skipBlanks(); at < within.end; at = scanner.skipBlanks()) {
    const command = open.isEmpty ? commandAt(text, lexis, at) : null;
    if (command !== null) {
      pieces.push(command);
      scanner.moveTo(command.span.end);
      if (command.command === 'delimiter') delimiter = command.argument.split(/\s/)[0] || ';';
    } else if (text.startsWith(delimiter, at) && (delimiter !== ';' || !open.isInBody)) {
      close();
      scanner.moveTo(at + delimiter.length);
    } else {
      const token = scanner.next();
      if (token === null) break;
      if (token.kind === 'comment') takeComment(token);
      else if (token.kind === 'blank') open.cover(token.span);
      else open.take(beforeDelimiter(token, delimiter, scanner));
    }
  }
  close();
  return pieces;
}

/** `END$$`: a word ends where the delimiter starts. */
function beforeDelimiter(token: Token, delimiter: string, scanner: Scanner): Token {
  const at = token.kind === 'word' && delimiter !== ';' ? token.text.indexOf(delimiter) : -1;
  if (at <= 0) return token;
  const text = token.text.slice(0, at);
  const end = token.span.start + at;
  scanner.moveTo(end);
  return { ...token, text, value: text, word: text.toLowerCase(), span: { start: token.span.start, end } };
}

function commandAt(text: string, { lineCommands }: Lexis, at: number): Extract<Piece, { kind: 'command' }> | null {
  if (lineCommands === null) return null;
  lineCommands.lastIndex = at;
  const line = lineCommands.exec(text)?.[0].trimEnd();
  if (line === undefined) return null;
  const [, command = '', argument = ''] = /^[.\\]?(\w*|\.)\s*(.*)$/s.exec(line) ?? [];
  const span = { start: at, end: at + line.length };
  return { kind: 'command', span, command: command.toLowerCase(), argument };
}

/** Statements whose bodies hold statements. */
const routines: ReadonlySet<string> = new Set(['trigger', 'procedure', 'function', 'event']);
const endedByName: ReadonlySet<string> = new Set(['if', 'loop', 'while', 'repeat', 'for']);

/** The statement being read, as far as it decides where it ends. */
class OpenStatement {
  private readonly tokens: Token[] = [];
  private lastToken: Token | null = null;
  private edge: Span | null = null;
  private definesRoutine = false;
  private bodies = 0;

  get isEmpty(): boolean {
    return this.lastToken === null;
  }

  get isInBody(): boolean {
    return this.bodies > 0;
  }

  /** Edges of comments whose content counts belong to the statement that they stand in. */
  cover({ start, end }: Span): void {
    this.edge = { start: this.edge?.start ?? start, end };
  }

  take(token: Token): void {
    const [first] = this.tokens;
    const previous = this.lastToken;
    this.lastToken = token;
    if (first !== undefined && data.has(first.word) && this.tokens.length >= dataTokens) return;
    this.tokens.push(token);
    if (first?.word !== 'create' && first?.word !== 'alter') return;
    if (routines.has(token.word) && this.tokens.length < 12) this.definesRoutine = true;
    if (this.definesRoutine) this.countBodies(token, previous);
  }

  private countBodies({ word }: Token, previous: Token | null): void {
    const isEnd = previous?.word === 'end';
    if (isEnd && endedByName.has(word)) this.bodies += 1;
    else if ((word === 'begin' || word === 'case') && !isEnd) this.bodies += 1;
    else if (word === 'end') this.bodies -= 1;
  }

  closed(): StatementPiece | null {
    const [first] = this.tokens;
    if (first === undefined || this.lastToken === null) return null;
    const span = {
      start: Math.min(first.span.start, this.edge?.start ?? first.span.start),
      end: Math.max(this.lastToken.span.end, this.edge?.end ?? 0),
    };
    return { kind: 'statement', span, tokens: this.tokens };
  }
}
