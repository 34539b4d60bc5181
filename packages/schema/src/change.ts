import type { Column } from './model/column';
import type { Constraint } from './model/constraint';
import type { Index } from './model/index';
import type { Domain, EnumType, OtherObject, Sequence } from './model/schema';
import type { Table, TableRef } from './model/table';

/**
 * One step between two schemas. SQL statements and migration operations are read into changes, writers write changes,
 * `diff` finds them and `apply` makes them. Objects are addressed by the names they have before the step.
 */
export type Change =
  | { readonly kind: 'add-table'; readonly table: Table }
  | { readonly kind: 'drop-table'; readonly table: TableRef }
  | { readonly kind: 'rename-table'; readonly table: TableRef; readonly to: TableRef }
  | { readonly kind: 'add-column'; readonly table: TableRef; readonly column: Column }
  | { readonly kind: 'drop-column'; readonly table: TableRef; readonly column: string }
  | { readonly kind: 'rename-column'; readonly table: TableRef; readonly column: string; readonly to: string }
  | {
      readonly kind: 'alter-column';
      readonly table: TableRef;
      readonly column: string;
      readonly set: ColumnAlteration;
    }
  | { readonly kind: 'add-constraint'; readonly table: TableRef; readonly constraint: Constraint }
  | { readonly kind: 'drop-constraint'; readonly table: TableRef; readonly constraint: ConstraintRef }
  | {
      readonly kind: 'rename-constraint';
      readonly table: TableRef;
      readonly constraint: ConstraintRef;
      readonly to: string;
    }
  | { readonly kind: 'add-index'; readonly table: TableRef; readonly index: Index }
  | { readonly kind: 'drop-index'; readonly table: TableRef; readonly index: string }
  | { readonly kind: 'rename-index'; readonly table: TableRef; readonly index: string; readonly to: string }
  | { readonly kind: 'set-table-comment'; readonly table: TableRef; readonly comment: string | null }
  | { readonly kind: 'add-enum'; readonly enum: EnumType }
  | { readonly kind: 'drop-enum'; readonly enum: TableRef }
  | { readonly kind: 'rename-enum'; readonly enum: TableRef; readonly to: TableRef }
  | {
      readonly kind: 'add-enum-label';
      readonly enum: TableRef;
      readonly label: string;
      /** Where the label goes; null for the end. */
      readonly position: { readonly side: 'before' | 'after'; readonly label: string } | null;
    }
  | { readonly kind: 'rename-enum-label'; readonly enum: TableRef; readonly label: string; readonly to: string }
  | { readonly kind: 'add-domain'; readonly domain: Domain }
  | { readonly kind: 'alter-domain'; readonly domain: TableRef; readonly to: Domain }
  | { readonly kind: 'drop-domain'; readonly domain: TableRef }
  | { readonly kind: 'add-sequence'; readonly sequence: Sequence }
  | { readonly kind: 'alter-sequence'; readonly sequence: TableRef; readonly to: Sequence }
  | { readonly kind: 'drop-sequence'; readonly sequence: TableRef }
  | { readonly kind: 'add-other'; readonly other: OtherObject }
  | { readonly kind: 'drop-other'; readonly other: Pick<OtherObject, 'kind' | 'schema' | 'name' | 'table'> };

/** The facts of a column that a step sets; a fact that is absent stays. */
export type ColumnAlteration = Partial<Omit<Column, 'name' | 'place'>>;

/** A constraint by its kind and name. */
export interface ConstraintRef {
  readonly kind: Constraint['kind'];
  readonly name: string;
}
