import { Catalog, SourceFile, type Span } from '@canonical-schema/schema';
import type { SqlDialect } from '../../dialects/sql-dialect';
import type { Grammar } from '../../grammar/grammar';
import { type StatementPiece, splitStatements } from '../../grammar/split';
import type { CanonicalOptions } from '../../reader';
import { type EndOfStatements, semicolonBehind, startOfEmpty } from '../end-of-statements';
import { endOfLine, isRestComment } from '../lines';
import type { SecondRun, Standing } from '../standing';

/** A file that is read by a grammar of ours, cut into its statements. */
export interface GrammarStanding extends Standing {
  readonly statements: readonly StatementPiece[];
}

/** A dialect that is read by a grammar of ours, with that grammar. */
export interface GrammarDialect {
  readonly sql: SqlDialect;
  readonly grammar: Grammar;
}

/** Reads a text of the file. */
export function standingOf(
  { sql, grammar }: GrammarDialect,
  path: string,
  text: string,
  options: CanonicalOptions,
): GrammarStanding {
  const file = new SourceFile(path, text);
  const { schema, unread, remarks } = sql.readCanonical([file], options);
  const pieces = splitStatements(text, grammar.lexis);
  const statements = pieces.filter((piece) => piece.kind === 'statement');
  return { file, statements, schema, catalog: schema, faults: unread.length + remarks.length };
}

/** Runs the file again. */
export function secondRun(
  { sql }: GrammarDialect,
  { file, schema }: GrammarStanding,
  options: CanonicalOptions,
): SecondRun {
  const catalog = new Catalog(schema, sql.sqlText);
  const { unread } = sql.session(catalog, options).run(file.text, file.placeOf({ start: 0, end: file.text.length }));
  return { schema: catalog.schema(), failures: unread.length };
}

/** Behind the last statement that is no COMMIT, and what stands beside it on its line; before a version log below it. */
export function endOfStatements({ sql }: GrammarDialect, standing: GrammarStanding): EndOfStatements {
  const { file, statements } = standing;
  const last = statements.findLast(({ tokens }) => tokens[0]?.word !== 'commit');
  if (last === undefined) return startOfEmpty(file, sql.commentsOf(file));
  return { ...behindStatement(file.text, last.span), isStart: false };
}

/** Where a statement goes that stands behind another, and what the other lacks. */
export function behindStatement(text: string, { end }: Span): Pick<EndOfStatements, 'offset' | 'missing'> {
  const semicolon = semicolonBehind(text, end);
  if (semicolon === null) return { offset: end, missing: ';' };
  const behind = semicolon + 1;
  return { offset: isRestComment(text, behind) ? endOfLine(text, behind) : behind, missing: '' };
}
