import type { Assumed, DialectTraits, Fact, Identity } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import type { Value } from '../../syntax/value';
import type { ColumnDescription } from '../description';
import type { ServerName } from './server-names';
import type { StatementCompiler } from './statement-compiler';
import type { TypeRules, Versions } from './type-rule';

/**
 * A dialect as SQLAlchemy has it: what its compilers print, as far as `create_all` asks them, and what the server makes of
 * that.
 */
export interface AlchemyDialect {
  readonly traits: DialectTraits;
  readonly sql: SqlDialect;
  /**
   * The names by which models speak of it, the closest first: in `with_variant`, `ddl_if` and `@compiles`, and before the
   * `_` of keywords.
   */
  readonly names: readonly [string, ...string[]];
  readonly server: {
    /** Under which name a reading says the server's version. */
    readonly name: keyof Assumed;
    /** The option that says it, and what holds without. */
    readonly option: 'postgres' | 'serverVersion';
    readonly newest: string;
  };
  readonly types: TypeCompiler;
  /** The types within CAST. */
  readonly casts: TypeCompiler;
  readonly statements: StatementCompiler;
  readonly ddl: DdlCompiler;
}

/** A dialect's type compiler. */
export interface TypeCompiler {
  readonly rules: TypeRules;
  /** Types that SQLAlchemy prints for it and the server refuses. */
  readonly refused: ReadonlySet<string>;
  /** What a rule printed, in the dialect's normal form. */
  normal(text: string): Fact<string>;
  /** The varchar of an Enum that is none in the database; null for one without length. */
  varchar(length: number | null): Fact<string>;
  /** Keywords that change what is printed; all others only change what Python does with values. */
  readonly tellingKeywords: readonly string[];
  /** Types (in normal form) that constructor arguments might have made another. */
  readonly openTypes: ReadonlySet<string>;
  /** What becomes of a native Enum: a type of its own, its labels within the column's type, or a varchar. */
  readonly enums: 'named' | ((labels: readonly string[]) => string) | 'varchar';
  readonly hasArrays: boolean;
  readonly hasBoolean: boolean;
  /** Is it a type of whole numbers, which a key of its own may count up? */
  isInteger(type: string): boolean;
  /** Types of widespread packages that only this dialect has; by dotted name as in `third-party-types.ts`. */
  readonly thirdParty: TypeRules;
  /** A collation as the dialect compares it. */
  collation(name: string): string;
}

/** A column that may count up by itself. */
export interface CountingColumn {
  readonly column: ColumnDescription;
  readonly type: Fact<string>;
  readonly key: readonly ColumnDescription[];
  readonly versions: Versions;
  /** SQLAlchemy's `_autoincrement_column` of the table. */
  readonly autoincrement: ColumnDescription | null;
  /** Is it part of a foreign key? */
  readonly isReference: boolean;
  /** An option of the table for this dialect, `sqlite_autoincrement`; null where it is not given. */
  option(name: string): Value | null;
}

/** A dialect's DDL compiler, and the server behind it. */
export interface DdlCompiler {
  /** The name under which the server holds a column; null where it is too long for it. */
  storedName(name: string): string | null;
  /** The longest name that a naming convention makes, in characters. */
  readonly longestName: number;
  readonly serverName: ServerName;
  /** Is the primary key called by the server whatever was written? */
  readonly namesEveryKey: boolean;
  /** Do names of indexes and constraints have to differ within a table only? */
  readonly namesWithinTable: boolean;
  /** Can unique constraints wait for the end of a transaction? Foreign keys can where `hasDeferrableConstraints`. */
  readonly defersUniques: boolean;
  /** Can a column of several in the key count up? */
  readonly countsWithinKeys: boolean;
  /** Does a column that counts up keep what stands behind its DEFAULT? */
  readonly keepsDefaultOfKey: boolean;
  /** Is one of several unique constraints alike enough? */
  readonly dropsTwins: boolean;
  /** Can a check behind a column have a name? */
  readonly namesColumnChecks: boolean;
  /** Are RESTRICT and NO ACTION one thing? */
  readonly restrictIsNoAction: boolean;
  readonly hasMatch: boolean;
  /** Are foreign keys into other schemas made? */
  readonly refersToOtherSchemas: boolean;
  /** Does `ON UPDATE` stand behind a column's DEFAULT? */
  readonly hasOnUpdate: boolean;
  identity(counting: CountingColumn): Identity | null;
  /** Is a computed column stored where its `persisted` says nothing? */
  storesComputed(versions: Versions): boolean;
  /** The method of an index, from its options for this dialect. */
  indexMethod(option: (name: string) => Value | null): string;
  /** Functions of SQL by those of Python that fill a column in alike. */
  readonly pythonFunctions: Readonly<Record<string, string>>;
  /** What stands behind DEFAULT, for the text of a server default. */
  printedDefault(sql: string): string;
}
