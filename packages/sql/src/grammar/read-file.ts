import {
  Catalog,
  type DialectTraits,
  type Place,
  type Reading,
  type Schema,
  type ServerVersion,
  type SourceFile,
  serverVersionOf,
  type TableRef,
} from '@canonical-schema/schema';
import type { Comment } from '../comments/comments';
import { EmbeddedText } from '../embedded-text';
import { Fold, type StatementContext } from '../fold/fold';
import { noteUnread } from '../fold/note-unread';
import { syntaxError } from '../fold/syntax-error';
import type { CanonicalOptions } from '../reader';
import type { FoldedSql } from '../session';
import { withoutForeignKeyIndexes } from './foreign-key-indexes';
import type { Grammar } from './grammar';
import { type Piece, type StatementPiece, splitStatements } from './split';
import { isStatementStart, readGrammarStatement } from './statements';
import { qualifiedName, refOf } from './statements/relation';
import type { GrammarText } from './text';
import { BrokenStatement, GrammarError, TokenReader } from './token-reader';
import type { Token } from './tokens';

/** What statements are carried out in. */
interface Run {
  readonly fold: Fold;
  readonly server: ServerVersion;
}

/** Reads files of a dialect, and texts of it inside other files. */
export class GrammarReader {
  constructor(
    private readonly grammar: Grammar,
    private readonly sql: GrammarText,
  ) {}

  readCanonical = (files: readonly SourceFile[], options: CanonicalOptions = {}): Reading => {
    const fold = new Fold(new Catalog(null, this.sql.sqlText), this.grammar.traits);
    const run = this.runOf(fold, options);
    for (const file of files) this.readFile(file, run);
    const { name } = this.grammar.traits;
    return {
      source: 'canonical',
      dialect: name,
      schema: withoutOwnedIndexes(fold.catalog.schema(), this.grammar.traits),
      unread: fold.unread,
      remarks: fold.remarks,
      assumed: options.version === undefined ? {} : { [name]: options.version },
    };
  };

  session = (catalog: Catalog, options: CanonicalOptions = {}): { run(sql: string, at: Place): FoldedSql } => {
    const fold = new Fold(catalog, this.grammar.traits);
    const run = this.runOf(fold, options);
    return {
      run: (sql, at) => {
        const [unreadBefore, remarksBefore] = [fold.unread.length, fold.remarks.length];
        this.readFile(new EmbeddedText(sql, at), run);
        return { unread: fold.unread.slice(unreadBefore), remarks: fold.remarks.slice(remarksBefore) };
      },
    };
  };

  commentsOf = ({ text }: SourceFile): readonly Comment[] => {
    const comments: Comment[] = [];
    splitStatements(text, this.grammar.lexis, ({ text: comment, span }) => {
      const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
      const lineEnd = text.indexOf('\n', span.end);
      const around = text.slice(lineStart, span.start) + text.slice(span.end, lineEnd < 0 ? text.length : lineEnd);
      comments.push({ text: comment, span, standsAlone: around.trim() === '' });
    });
    return comments;
  };

  private runOf(fold: Fold, { version = '' }: CanonicalOptions): Run {
    return { fold, server: serverVersionOf(version) ?? this.grammar.rules.assumedVersion };
  }

  private readFile(file: SourceFile, run: Run): void {
    this.readPieces(file, splitStatements(file.text, this.grammar.lexis), run, maximumRecoveries);
  }

  private readPieces(file: SourceFile, pieces: readonly Piece[], run: Run, recoveries: number): void {
    for (const piece of pieces) {
      if (piece.kind === 'command') readCommand(piece, file, run.fold);
      else this.readStatement(piece, file, run, recoveries);
    }
  }

  private readStatement(piece: StatementPiece, file: SourceFile, run: Run, recoveries: number): void {
    const context = contextOf(piece, file, run.fold);
    try {
      demandSql(piece);
      this.carryOut(piece, context, file, run);
    } catch (error) {
      if (!(error instanceof BrokenStatement)) {
        noteUnread(context, error, error instanceof GrammarError ? this.brokenTable(piece) : null);
        return;
      }
      const { place } = context.text;
      const at = error.span === null ? place : file.placeOf(error.span);
      run.fold.remarks.push(syntaxError({ message: error.message, table: this.brokenTable(piece), place, at }));
      this.recover(piece, file, run, recoveries);
    }
  }

  private carryOut(
    { tokens, span }: StatementPiece,
    context: StatementContext,
    file: SourceFile,
    { server }: Run,
  ): void {
    const { grammar, sql } = this;
    const reader = new TokenReader(tokens);
    readGrammarStatement({
      ...context,
      grammar,
      sql,
      reader,
      server,
      placeOf: (stretch) => file.placeOf(stretch ?? span),
    });
  }

  /**
   * A statement whose quote, bracket or semicolon is missing seems to hold the statements after it, which are read on
   * their own. So is its beginning, where that can be read without them.
   */
  private recover({ span }: StatementPiece, file: SourceFile, run: Run, recoveries: number): void {
    statementStart.lastIndex = span.start;
    const next = recoveries > 0 ? statementStart.exec(file.text) : null;
    if (next === null || next.index >= span.end) return;
    const { lexis } = this.grammar;
    const [head] = splitStatements(file.text, lexis, undefined, { start: span.start, end: next.index });
    if (head?.kind === 'statement' && isWhole(head)) {
      const context = contextOf(head, file, run.fold);
      try {
        this.carryOut(head, context, file, run);
      } catch (error) {
        // It was said already that the statement does not parse.
        if (!(error instanceof GrammarError)) noteUnread(context, error);
      }
    }
    const rest = splitStatements(file.text, lexis, undefined, { start: next.index + 1, end: span.end });
    this.readPieces(file, rest, run, recoveries - 1);
  }

  /** The table that a broken statement would make or alter: what is said of it elsewhere is then not extra. */
  private brokenTable({ tokens }: StatementPiece): TableRef | null {
    const at = tokens.findIndex(({ word }) => word === 'table');
    if (!/^(?:create|alter)$/.test(tokens[0]?.word ?? '') || at < 0 || at > 3) return null;
    const reader = new TokenReader(tokens.slice(at + 1, at + 8));
    reader.accepts('if', 'not', 'exists');
    const kind = reader.peek()?.kind;
    return kind === 'word' || kind === 'name' ? refOf(qualifiedName(reader)) : null;
  }
}

/** How often, at most, reading goes on inside a statement that does not parse. */
const maximumRecoveries = 20;

/** Where a person would say that the next statement starts, whatever was left open before it. */
const statementStart = /\n(?=(?:CREATE|ALTER|DROP)\s)/gi;

function contextOf({ span }: StatementPiece, file: SourceFile, fold: Fold): StatementContext {
  const text = { sql: file.text.slice(span.start, span.end), place: file.placeOf(span) };
  return { fold, catalog: fold.catalog, text };
}

/** Throws where a text is no statement of the dialect, or is not closed. */
function demandSql({ tokens }: StatementPiece): void {
  const [first] = tokens;
  if (first === undefined) return;
  if (first.word !== '(' && !isStatementStart(first.word)) {
    throw new BrokenStatement(`${first.text.slice(0, 40)} starts no statement`, first.span);
  }
  const open = unclosed(tokens);
  if (open !== null) throw new BrokenStatement(`${open.text.slice(0, 40).split('\n')[0]} is not closed`, open.span);
}

function isWhole({ tokens }: StatementPiece): boolean {
  return unclosed(tokens) === null;
}

/** The quote or bracket that nothing closes, or the bracket that closes nothing. */
function unclosed(tokens: readonly Token[]): Token | null {
  const brackets: Token[] = [];
  for (const token of tokens) {
    if (!token.isClosed) return token;
    if (token.word === '(') brackets.push(token);
    else if (token.word === ')' && brackets.pop() === undefined) return token;
  }
  return brackets[0] ?? null;
}

/** Client commands that bring in SQL which is not read. All others print, connect or set something. */
const includes: ReadonlySet<string> = new Set(['source', '.', 'read']);

function readCommand(
  { command, argument, span }: Extract<Piece, { kind: 'command' }>,
  file: SourceFile,
  fold: Fold,
): void {
  if (!includes.has(command)) return;
  const why = `includes ${argument}, which is not read`;
  fold.unread.push({ extent: 'whole', why, subject: command, table: null, place: file.placeOf(span) });
}

/** The index that a foreign key brings belongs to it. */
function withoutOwnedIndexes(schema: Schema, { indexesForeignKeys }: DialectTraits): Schema {
  if (!indexesForeignKeys) return schema;
  return {
    ...schema,
    tables: schema.tables.map((table) => ({
      ...table,
      indexes: withoutForeignKeyIndexes(table),
    })),
  };
}
