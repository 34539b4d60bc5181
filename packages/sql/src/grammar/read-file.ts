import { Catalog, type Place, type Reading, type SourceFile } from '@canonical-schema/schema';
import type { Comment } from '../comments/comments';
import { EmbeddedText } from '../embedded-text';
import { Fold } from '../fold/fold';
import { noteUnread } from '../fold/note-unread';
import type { CanonicalOptions } from '../reader';
import type { FoldedSql } from '../session';
import type { Grammar } from './grammar';
import { type Piece, type StatementPiece, splitStatements } from './split';
import { readGrammarStatement } from './statements';
import type { GrammarText } from './text';
import { TokenReader } from './token-reader';

/** Reads files of a dialect, and texts of it inside other files. */
export class GrammarReader {
  constructor(
    private readonly grammar: Grammar,
    private readonly sql: GrammarText,
  ) {}

  readCanonical = (files: readonly SourceFile[], options: CanonicalOptions = {}): Reading => {
    const fold = new Fold(new Catalog(null, this.sql.sqlText));
    for (const file of files) this.readFile(file, fold);
    const { name } = this.grammar.traits;
    return {
      source: 'canonical',
      dialect: name,
      schema: fold.catalog.schema(),
      unread: fold.unread,
      remarks: fold.remarks,
      assumed: options.version === undefined ? {} : { [name]: options.version },
    };
  };

  session = (catalog: Catalog): { run(sql: string, at: Place): FoldedSql } => {
    const fold = new Fold(catalog);
    return {
      run: (sql, at) => {
        const [unreadBefore, remarksBefore] = [fold.unread.length, fold.remarks.length];
        this.readFile(new EmbeddedText(sql, at), fold);
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

  private readFile(file: SourceFile, fold: Fold): void {
    for (const piece of splitStatements(file.text, this.grammar.lexis)) {
      if (piece.kind === 'statement') this.carryOut(piece, file, fold);
      else readCommand(piece, file, fold);
    }
  }

  private carryOut({ tokens, span }: StatementPiece, file: SourceFile, fold: Fold): void {
    const context = {
      fold,
      catalog: fold.catalog,
      text: { sql: file.text.slice(span.start, span.end), place: file.placeOf(span) },
    };
    const { grammar, sql } = this;
    try {
      readGrammarStatement({
        ...context,
        grammar,
        sql,
        reader: new TokenReader(tokens),
        placeOf: (stretch) => file.placeOf(stretch ?? span),
      });
    } catch (error) {
      noteUnread(context, error);
    }
  }
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
