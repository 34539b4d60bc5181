import type { Fact } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import type { VendorSql } from './vendor';

/** What an expression may ask of the model that it belongs to. */
export interface ExpressionModel {
  /** How the server wants it. */
  readonly vendor: VendorSql;
  /** The column behind a field's name or attribute name (`stock`, `stock_id`, `pk`); null where there is none. */
  column(fieldPath: string): ExpressionColumn | null;
  /** What a value stands for: an enum member's stored value, a setting's value; itself otherwise. */
  known?(value: Value): Value;
  /** The column's type of a field that an expression names, of a class of the project's own too; null where it is none. */
  typeOfField?(field: Value): string | null;
  /**
   * The time zone in which dates are taken out of moments: `TIME_ZONE` where `USE_TZ` is on, null where it is off.
   * Without it, such expressions are unreadable.
   */
  readonly timeZone?: Fact<string | null>;
}

/** A field as expressions see it. */
export interface ExpressionColumn {
  readonly column: string;
  /** What Django takes its values to be, as PostgreSQL's `format_type` names it. */
  readonly type: Fact<string>;
  readonly nullable: boolean;
  /** The name of Django's field class: `CharField`. */
  readonly field: string;
}
