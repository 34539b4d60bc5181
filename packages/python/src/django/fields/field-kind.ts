import type { Fact } from '@canonical-schema/schema';
import type { FieldState } from './field-state';

/**
 * One of Django's field classes: a row of the field table. A custom field is the kind that it descends from, with
 * other arguments.
 */
export interface FieldKind {
  /** The class's name; `get_internal_type()` of a custom field names one of these. */
  readonly name: string;
  /** What the field puts into the database. */
  readonly form: FieldForm;
  /** Parameters in positional order. */
  readonly parameters: readonly string[];
  /** Arguments that the class sets itself where the caller does not. */
  readonly defaults: Readonly<Record<string, string | number | boolean>>;
  /** The column's type as `format_type` prints it. Relations, generated fields and arrays ask `types` for another field's. */
  type(field: FieldState, types: TypesOfFields): Fact<string>;
}

/**
 * `column`: its own column; `positive`: a column with `CHECK (c >= 0)`; `auto`: an identity column; `foreign-key`: a
 * column of the target's type; `many-to-many`: a table; `generated`: a generated column; `spatial`: a column with a
 * GiST index; `none`: nothing.
 */
export type FieldForm =
  | 'column'
  | 'positive'
  | 'auto'
  | 'foreign-key'
  | 'one-to-one'
  | 'many-to-many'
  | 'generated'
  | 'spatial'
  | 'composite-key'
  | 'none';

/** Answers for types that depend on other fields. */
export interface TypesOfFields {
  /** The type that a relation's column takes from the field it points to. */
  typeOfTarget(field: FieldState): Fact<string>;
  /** The type of the field that an argument holds: `base_field`, `output_field`. */
  typeOfNested(field: FieldState, argument: string): Fact<string>;
}
