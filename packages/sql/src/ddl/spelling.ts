import type { TableRef } from '@canonical-schema/schema';
import { typeText } from '../fold/sql-text';

/** How the file that is written spells what has more than one spelling. */
export interface Spelling {
  /** A table, type or sequence, with its schema where the file needs or likes it. */
  name(ref: TableRef): string;
  /** A column's type, which is given as `format_type` prints it, or as a serial. */
  type(type: string): string;
  /** The expression of a DEFAULT, which is given in normal form. */
  value(expression: string): string;
  readonly indent: string;
  /** What stands between a table's name and the bracket behind it, in CREATE INDEX and in REFERENCES. */
  readonly beforeBracket: string;
}

/** As PostgreSQL itself spells it. */
export const plainSpelling: Spelling = {
  name: typeText,
  type: (type) => type,
  value: (expression) => expression,
  indent: '    ',
  beforeBracket: ' ',
};
