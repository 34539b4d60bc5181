import type { TableRef } from '@canonical-schema/schema';
import type { DdlLanguage } from './ddl-language';

/** How the file that is written spells what has more than one spelling. */
export interface Spelling {
  readonly language: DdlLanguage;
  /** A table, type or sequence, with its schema where the file needs or likes it. */
  name(ref: TableRef): string;
  /** A column's type, which is given in normal form, or as a serial. */
  type(type: string): string;
  /** The expression of a DEFAULT, which is given as `DdlLanguage` writes it. */
  value(expression: string): string;
  readonly indent: string;
  /** What stands between a table's name and the bracket behind it, in CREATE INDEX and in REFERENCES. */
  readonly beforeBracket: string;
}

/** As the server itself spells it. */
export function plainSpelling(language: DdlLanguage): Spelling {
  return {
    language,
    name: language.refText,
    type: (type) => type,
    value: (expression) => expression,
    indent: '    ',
    beforeBracket: ' ',
  };
}
