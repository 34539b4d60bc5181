import type { Catalog, DialectTraits, Fact, Place, Reading, SourceFile, SqlText } from '@canonical-schema/schema';
import type { Comment } from '../comments/comments';
import type { DefaultValue } from '../expressions/default';
import type { ExpressionContext, Term } from '../expressions/term';
import type { CanonicalOptions } from '../reader';
import type { FoldedSql } from '../session';
import type { WrittenType } from '../types/type-name';

/**
 * One dialect's SQL, as everybody reads it: its grammar, its types, its normal forms. Whoever has a text or a type of SQL
 * asks the dialect that the schema is in; `sqlDialect` chooses it.
 */
export interface SqlDialect {
  readonly traits: DialectTraits;
  /** Loads the parser; to be awaited before anything else here is called. */
  load(): Promise<void>;
  /** The schema that canonical files make when they are run in this order over an empty database; never throws for a text. */
  readCanonical(files: readonly SourceFile[], options?: CanonicalOptions): Reading;
  /** Carries out SQL that stands inside other files (a migration's `RunSQL`) on a catalog that others change too. */
  session(catalog: Catalog, options?: CanonicalOptions): SqlRun;
  /** The comments of a SQL file in order, those within statements too. */
  commentsOf(file: SourceFile): readonly Comment[];
  /** One text for every spelling of an expression that the server takes alike; unreadable where it does not parse. */
  normalizeExpressionText(sql: string, context: ExpressionContext): Fact<string>;
  /** The same as a tree, for writers that say it in another language. */
  expressionTermOfText(sql: string, context: ExpressionContext): Fact<Term>;
  /** The text after DEFAULT, for a column of this type (in normal form; empty where it is not known). */
  normalizeDefaultText(sql: string, columnType: string): Fact<DefaultValue>;
  /** Why the server takes no such text behind DEFAULT as it stands there; null where it does. */
  bareDefaultProblem(sql: string, columnType: string): string | null;
  /** A type as it is written behind a column's name, in normal form. */
  columnTypeOfText(sql: string): Fact<WrittenType>;
  /** The columns that an expression names; none where it does not parse. */
  columnsInText(sql: string): readonly string[];
  /** What a catalog asks about the SQL inside its facts. */
  readonly sqlText: SqlText;
  /** An identifier as this dialect writes it, quoted where it has to be. */
  quoteName(name: string): string;
}

/** Statements being carried out one text after the other. */
export interface SqlRun {
  /** Everything in the text has the place of the text itself. */
  run(sql: string, at: Place): FoldedSql;
}
