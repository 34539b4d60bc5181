import type { Backend } from '../../backends';
import type { CodeFile } from '../fields/python-code';

/** The model that an expression is written for. */
export interface ExpressionHome {
  readonly file: CodeFile;
  readonly backend: Backend;
  /** The name of the field that makes a column; null where none does. */
  fieldOf(column: string): string | null;
  /** The type of a column in normal form; undefined where it is not known. */
  typeOf(column: string): string | undefined;
  isNullable(column: string): boolean;
  /** In a CHECK, NULL passes. */
  readonly use: 'check' | 'predicate' | 'key';
}
