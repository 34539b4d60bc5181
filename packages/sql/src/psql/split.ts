import type { Span } from '@canonical-schema/schema';
import { quotedAt } from '../parser/quoted';

/** A piece of a file as `psql` would send or obey it. */
export type Piece =
  | StatementPiece
  | { readonly kind: 'meta-command'; readonly span: Span; readonly command: string; readonly argument: string };

/** One SQL statement: from its first word to before its semicolon. */
export interface StatementPiece {
  readonly kind: 'statement';
  readonly span: Span;
  /** Does it name a psql variable (`:name`, `:'name'`), which only psql could fill in? */
  readonly namesVariable: boolean;
  /** `COPY … FROM stdin`: data, not SQL, stands between this and the next piece. */
  readonly isFollowedByData: boolean;
}

const word = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const variable = /:(?:[A-Za-z_]\w*|'\w+'|"\w+")/y;
const metaCommand = /\\([^\s\\]*)([^\n]*)/y;
const endOfData = /^\\\.[^\S\n]*\r?$/gm;

/**
 * The statements and meta-commands of a file in order, without comments between them and without COPY's data.
 * Follows `psqlscan.l`: semicolons inside strings, comments, `BEGIN ATOMIC … END` bodies and CREATE RULE's brackets
 * end nothing. Otherwise a semicolon always ends a statement, so that an unclosed bracket costs one statement only.
 * `takeComment` is given every comment, within statements too.
 */
export function splitSql(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
  takeComment: (span: Span) => void = () => {},
): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  let open = new OpenStatement();
  const close = (offset: number): void => {
    const piece = open.closedAt(offset);
    if (piece !== null) pieces.push(piece);
    open = new OpenStatement();
  };
  while (at < end) {
    const quoted = quotedAt(text, at);
    if (quoted !== null) {
      // An unclosed comment is no comment: it would make everything behind it vanish.
      if (quoted.kind !== 'comment' || !quoted.isClosed) open.cover(at, Math.min(end, quoted.end));
      else takeComment({ start: at, end: quoted.end });
      at = quoted.end;
      continue;
    }
    const character = text[at] ?? '';
    if (character === ';' && open.endsAtSemicolon()) {
      const hasData = open.isCopyFromStdin();
      close(at);
      at = hasData ? endOfCopyData(text, at + 1) : at + 1;
    } else if (character === '\\') {
      close(at);
      metaCommand.lastIndex = at;
      const [line = '\\', command = '', argument = ''] = metaCommand.exec(text) ?? [];
      pieces.push({
        kind: 'meta-command',
        span: { start: at, end: at + line.trimEnd().length },
        command,
        argument: argument.trim(),
      });
      at += line.length;
    } else {
      at = open.take(text, at, character);
    }
  }
  close(end);
  return pieces;
}

function endOfCopyData(text: string, at: number): number {
  endOfData.lastIndex = at;
  const end = endOfData.exec(text);
  return end === null ? text.length : end.index + end[0].length;
}

/** The statement being read, as far as it decides where it ends. */
class OpenStatement {
  private start = -1;
  private end = -1;
  /** The first words, lower case: what kind of statement this is. */
  private readonly words: string[] = [];
  private lastWord = '';
  private brackets = 0;
  private bodies = 0;
  private namesVariable = false;
  private readsStdin = false;

  cover(start: number, end: number): void {
    if (this.start < 0) this.start = start;
    this.end = end;
  }

  /** Takes the character, or the word that it starts; gives where the text goes on. */
  take(text: string, at: number, character: string): number {
    const isSpace = character <= ' ' && character !== '\u0000';
    if (isSpace || character === '\ufeff' || character === '\u00a0') return at + 1;
    word.lastIndex = at;
    const isWord = word.test(text);
    const end = isWord ? word.lastIndex : at + 1;
    this.cover(at, end);
    if (isWord) this.takeWord(text.slice(at, end).toLowerCase());
    else if (character === '(') this.brackets += 1;
    else if (character === ')') this.brackets -= 1;
    else if (character === ':') return this.takeColon(text, at);
    return end;
  }

  private takeColon(text: string, at: number): number {
    if (text[at + 1] === ':' || text[at + 1] === '=') {
      this.cover(at, at + 2);
      return at + 2;
    }
    variable.lastIndex = at;
    if (variable.test(text)) this.namesVariable = true;
    return at + 1;
  }

  private takeWord(name: string): void {
    if (this.words.length < 4) this.words.push(name);
    const before = this.lastWord;
    this.lastWord = name;
    if (before === 'from' && name === 'stdin') this.readsStdin = true;
    if (!this.definesRoutine()) return;
    if (before === 'begin' && name === 'atomic') this.bodies = 1;
    else if (this.bodies > 0 && (name === 'case' || name === 'begin')) this.bodies += 1;
    else if (this.bodies > 0 && name === 'end') this.bodies -= 1;
  }

  private definesRoutine(): boolean {
    if (this.words[0] !== 'create') return false;
    const kind = this.words.slice(1).find((name) => name !== 'or' && name !== 'replace');
    return kind === 'function' || kind === 'procedure';
  }

  endsAtSemicolon(): boolean {
    if (this.bodies > 0) return false;
    return this.brackets <= 0 || this.words[0] !== 'create' || !this.words.includes('rule');
  }

  isCopyFromStdin(): boolean {
    return this.words[0] === 'copy' && this.readsStdin;
  }

  closedAt(end: number): StatementPiece | null {
    if (this.start < 0) return null;
    return {
      kind: 'statement',
      span: { start: this.start, end: Math.min(end, this.end) },
      namesVariable: this.namesVariable,
      isFollowedByData: this.isCopyFromStdin(),
    };
  }
}
