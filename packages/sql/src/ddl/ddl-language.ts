import type { Column, Constraint, OtherObject, Schema, TableRef } from '@canonical-schema/schema';
import type { IndexText } from './index-text';
import type { MadeNames } from './made-names';
import type { Spelling } from './spelling';

/** How a column counts up by itself, as its definition says it. */
export interface Counting {
  /** The type as it stands there. */
  readonly type: string;
  readonly clauses: readonly string[];
  /** Do these words make the column NOT NULL? */
  readonly impliesNotNull: boolean;
  /** Does it draw from a sequence that is made by a statement of its own? */
  readonly needsSequence: boolean;
  /** What stands behind PRIMARY KEY where only that can say so, and only behind the column; null where nothing does. */
  readonly behindKey: string | null;
}

/**
 * What the DDL of a dialect looks like, as answers to small questions: statements and definitions are put together in one
 * place for all dialects.
 */
export interface DdlLanguage {
  quoteName(name: string): string;
  quoteText(text: string): string;
  /** A table or type, with its schema where it needs one. */
  refText(ref: TableRef): string;
  /** The columns that an expression in normal form names. */
  columnsInText(sql: string): readonly string[];
  /** An expression in normal form as DEFAULT of a column of that type takes it. */
  defaultText(expression: string, type: string): string;
  /** An expression in normal form as a key of an index. */
  indexedText(expression: string): string;
  /** The usual spelling of a type and of a value in a new file. */
  readonly usual: Pick<Spelling, 'type' | 'value'>;
  /** Which names of constraints need not be written. */
  madeNames(schema: Schema): MadeNames;
  /** The schema with the server's own names for constraints that no person named. */
  withPlainNames(schema: Schema): Schema;
  /** Has every constraint a name, or may one be without? */
  readonly namesConstraints: boolean;
  counting(column: Column): Counting;
  /** Does the primary key make its columns NOT NULL by itself? */
  readonly keysAreNotNull: boolean;
  /** Does GENERATED stand before NOT NULL, or behind it? */
  readonly generatedFirst: boolean;
  /** Can a generated column be NOT NULL? */
  readonly generatedCanBeNotNull: boolean;
  /** Can REFERENCES stand behind a column? */
  readonly hasColumnReferences: boolean;
  /** Is it the name that CHECK behind its one column gets? */
  isColumnCheck(name: string | null, column: string): boolean;
  /** Is a foreign key refused while its target, or the key that it points at, is not there? */
  readonly demandsTargets: boolean;
  /** Do indexes stand between the brackets of CREATE TABLE, for they cannot be made once more otherwise? */
  readonly indexesStandInTables: boolean;
  /** Are a primary key and a unique constraint over the same columns one? */
  readonly mergesAlikeKeys: boolean;
  /** CREATE INDEX, upper case. */
  createIndex(index: IndexText): string;
  /** The index between the brackets of CREATE TABLE. */
  indexElement(index: IndexText): string;
  /** The clause of a listed object that belongs to a column of that type; null where it is no clause of a column. */
  listedClause(other: OtherObject, type: string): string | null;
  /** Comments: statements of their own, clauses of definitions, or lines for people. */
  readonly comments: 'statements' | 'clauses' | 'lines';
  /** Can a statement that adds a constraint pass over one that is there? */
  readonly addsOnce: boolean;
  /** ALTER TABLE … ADD of a constraint, so that it passes over one that is there where the dialect can say so. */
  addConstraint(constraint: LaterConstraint, spelling: Spelling): string;
}

/** A constraint that is added by a statement of its own, under a name by which it is found when it is there already. */
export interface LaterConstraint {
  readonly table: TableRef;
  readonly kind: Constraint['kind'];
  readonly name: string;
  readonly definition: string;
}
