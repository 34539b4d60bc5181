import type { DialectTraits } from '@canonical-schema/schema';
import type { Spelling } from '../expressions/spelling';
import type { Lexis } from './lexis';
import type { Operators } from './operators';
import type { Rules } from './rules';
import type { TokenReader } from './token-reader';

/** A column's type as its definition says it, with the attributes that a dialect counts to the type. */
export interface WrittenColumnType {
  /** In normal form. */
  readonly type: string;
  /** `SERIAL`: the type, NOT NULL, AUTO_INCREMENT and UNIQUE in one word. */
  readonly isSerial: boolean;
  readonly collation: string | null;
  /** The character set that is written, or meant by NCHAR and its like; null for the table's. */
  readonly charset: string | null;
  /** The attribute BINARY: the collation of the character set that compares bytes. */
  readonly isBinary: boolean;
}

/** A dialect's types. */
export interface Types {
  /** The type that comes next. Throws `GrammarError`. */
  read(reader: TokenReader): WrittenColumnType;
  /**
   * PostgreSQL's name for the kind of values that a type in normal form holds, by which constants are brought to one
   * spelling; undefined where a constant is to stay as it is.
   */
  family(type: string): string | undefined;
}

/** A dialect of SQL that is read by the grammar of this folder: what its texts look like, and how its terms are written. */
export interface Grammar {
  readonly traits: DialectTraits;
  readonly lexis: Lexis;
  readonly operators: Operators;
  readonly types: Types;
  readonly rules: Rules;
  /** Other names of a function, lower case. */
  readonly functions: Readonly<Record<string, string>>;
  readonly spelling: Spelling;
  /** The escape character of LIKE where none is written; null for none. */
  readonly likeEscape: string | null;
  /** Are `->` and `->>` other spellings of functions? */
  readonly arrowsAreCalls: boolean;
  /** Is what has to be true, and is no condition, compared to 0? So servers keep it. */
  readonly comparesTruths: boolean;
  /** Is a quoted name that is no column a string? */
  readonly takesNamesForStrings: boolean;
}
