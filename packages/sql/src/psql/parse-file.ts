import type { Place, SourceFile, Span } from '@canonical-schema/schema';
import { SourceFile as Text } from '@canonical-schema/schema';
import { type Node, parseStatements, SqlSyntaxError } from '../parser/postgres';
import { elementEnd } from './element-end';
import { type Piece, type StatementPiece, splitSql } from './split';

/** What a file holds, in order. */
export type FilePart =
  | { readonly kind: 'statement'; readonly node: Node; readonly text: StatementText }
  | { readonly kind: 'meta-command'; readonly command: string; readonly argument: string; readonly place: Place }
  | BrokenPart;

/** A statement that does not parse: its own place, and the place that the parser points at. */
export interface BrokenPart {
  readonly kind: 'broken';
  readonly message: string;
  readonly namesVariable: boolean;
  /** Its text, as far as it was taken for one statement. */
  readonly sql: string;
  readonly place: Place;
  readonly at: Place;
}

/** Where a parsed statement stands: turns the byte offsets of its tree into places. */
export class StatementText {
  constructor(
    private readonly file: SourceFile,
    /** The text that was parsed, and where it starts in the file. */
    private readonly parsed: SourceFile,
    private readonly base: number,
    readonly span: Span,
  ) {}

  /** The statement's own place. */
  get place(): Place {
    return this.file.placeOf(this.span);
  }

  /** The statement as it is written. */
  get sql(): string {
    return this.file.text.slice(this.span.start, this.span.end);
  }

  /** The place of a list element (a column, a constraint, an action) whose tree says it starts at this byte. */
  placeAt(location: number | undefined): Place {
    if (location === undefined || location < 0) return this.place;
    const start = this.base + this.parsed.offsetOfByte(location);
    return this.file.placeOf({ start, end: elementEnd(this.file.text, start, this.span.end) });
  }

  /** The place of a stretch of the statement, by offsets into `sql`. */
  placeWithin(start: number, end: number): Place {
    return this.file.placeOf({ start: this.span.start + start, end: this.span.start + end });
  }
}

/** So many characters are parsed at once: enough to be fast, few enough to parse again by statement where one is broken. */
const batchLength = 64_000;

/** The statements of a file, parsed. One that does not parse is `broken` and costs none of the others. */
export function* parseFile(file: SourceFile): Generator<FilePart> {
  yield* parsePieces(file, splitSql(file.text), maximumRecoveries);
}

function* parsePieces(file: SourceFile, pieces: readonly Piece[], recoveries: number): Generator<FilePart> {
  let batch: StatementPiece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'statement' && continues(batch, piece)) {
      batch.push(piece);
      continue;
    }
    yield* parseBatch(file, batch, recoveries);
    batch = piece.kind === 'statement' ? [piece] : [];
    if (piece.kind === 'meta-command') yield metaPart(file, piece);
  }
  yield* parseBatch(file, batch, recoveries);
}

/** A statement whose text lies within the same stretch: COPY data in between would make it too long, or not SQL. */
function continues(batch: readonly StatementPiece[], piece: StatementPiece): boolean {
  const [first, last] = [batch[0], batch.at(-1)];
  if (first === undefined || last === undefined) return true;
  return !last.isFollowedByData && piece.span.end - first.span.start <= batchLength;
}

function metaPart(file: SourceFile, { command, argument, span }: Extract<Piece, { kind: 'meta-command' }>): FilePart {
  return { kind: 'meta-command', command, argument, place: file.placeOf(span) };
}

function* parseBatch(file: SourceFile, pieces: readonly StatementPiece[], recoveries: number): Generator<FilePart> {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return;
  const parsed = parsedStretch(file, { start: first.span.start, end: last.span.end }, pieces);
  if (Array.isArray(parsed)) {
    yield* parsed;
    return;
  }
  if (pieces.length === 1) {
    yield* recovered(file, first, parsed, recoveries);
    return;
  }
  const middle = pieces.length >> 1;
  yield* parseBatch(file, pieces.slice(0, middle), recoveries);
  yield* parseBatch(file, pieces.slice(middle), recoveries);
}

/** How often, at most, reading goes on inside a statement that does not parse: each time costs a look at what is left. */
const maximumRecoveries = 20;

/** Where a person would say that the next statement starts, whatever was left open before it. */
const statementStart = /\n(?=(?:CREATE|ALTER|DROP|COMMENT ON)\s)/gi;

/**
 * A statement that does not parse, often because a quote or its semicolon is missing: it then seems to hold the
 * statements after it, which are read on their own. So is its beginning, where that parses without them.
 */
function* recovered(
  file: SourceFile,
  piece: StatementPiece,
  error: SqlSyntaxError,
  recoveries: number,
): Generator<FilePart> {
  yield brokenPart(file, piece, error);
  statementStart.lastIndex = piece.span.start;
  const next = recoveries > 0 ? statementStart.exec(file.text) : null;
  if (next === null || next.index >= piece.span.end) return;
  const head = { ...piece, span: { start: piece.span.start, end: next.index } };
  const parsed = parsedStretch(file, head.span, [head]);
  if (Array.isArray(parsed)) yield* parsed;
  const rest = { start: next.index + 1, end: piece.span.end };
  yield* parsePieces(file, splitSql(file.text, rest), recoveries - 1);
}

function parsedStretch(
  file: SourceFile,
  { start, end }: Span,
  pieces: readonly StatementPiece[],
): FilePart[] | SqlSyntaxError {
  const text = file.text.slice(start, end);
  try {
    const statements = parseStatements(text);
    const parsed = new Text(file.path, text);
    return statements.flatMap(({ stmt, stmt_location = 0 }, order): FilePart[] => {
      const piece = pieces.length === statements.length ? pieces[order] : undefined;
      const span = piece?.span ?? { start: start + parsed.offsetOfByte(stmt_location), end };
      return stmt === undefined
        ? []
        : [{ kind: 'statement', node: stmt, text: new StatementText(file, parsed, start, span) }];
    });
  } catch (error) {
    if (error instanceof SqlSyntaxError) return error;
    throw error;
  }
}

function brokenPart(file: SourceFile, { span, namesVariable }: StatementPiece, error: SqlSyntaxError): FilePart {
  const at = file.placeOf({ start: Math.min(span.start + error.offset, span.end), end: span.end });
  return {
    kind: 'broken',
    message: error.message,
    namesVariable,
    sql: file.text.slice(span.start, span.end),
    place: file.placeOf(span),
    at,
  };
}
