import type { CodeFile } from '../fields/python-code';

/** The model that an expression is written for. */
export interface ExpressionHome {
  readonly file: CodeFile;
  /** The name of the field that makes a column; null where none does. */
  fieldOf(column: string): string | null;
  /** The `format_type` text of a column's type; undefined where it is not known. */
  typeOf(column: string): string | undefined;
  isNullable(column: string): boolean;
  /** In a CHECK, NULL passes. */
  readonly use: 'check' | 'predicate' | 'key';
}
