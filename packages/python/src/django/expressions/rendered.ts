import type { Value } from '../../syntax/value';
import { whyNot } from '../constants';

/** A piece of SQL as Django prints it. */
export interface Rendered {
  readonly sql: string;
  /** The `format_type` text of what Django takes its output field to be; undefined where it cannot be told. */
  readonly type: string | undefined;
  /** Is it a constant, which Django would pass as a parameter? */
  readonly isConstant?: true;
  /** The field's column where it is nothing else, and may be NULL. */
  readonly nullableColumn?: string;
  /** A way into a JSON document: its SQL and the keys. */
  readonly json?: { readonly document: string; readonly keys: readonly string[] };
  /** The date or moment whose year this is: Django compares years by their bounds. */
  readonly yearOf?: Rendered;
  /** Is it a comparison or another condition that needs parentheses to be an operand? */
  readonly isCondition?: true;
}

/** SQL of a type, no constant and no bare column. */
export function computed(sql: string, type: string | undefined): Rendered {
  return { sql, type };
}

/** A constant's SQL. */
export function constant(sql: string, type: string | undefined): Rendered {
  return { sql, type, isConstant: true };
}

/** A comparison. */
export function condition(sql: string): Rendered {
  return { sql, type: 'boolean', isCondition: true };
}

/** Why an expression could not be rendered; it completes "could not be read: …". Never leaves this folder. */
export class NotRendered extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NotRendered';
  }
}

/** Ends rendering at a value that is not what is wanted there. */
export function notRendered(value: Value, wanted: string): never {
  throw new NotRendered(whyNot(value, wanted));
}

/** SQL in parentheses, once. */
export function bracketed(sql: string): string {
  return sql.startsWith('(') ? sql : `(${sql})`;
}
