import { formatType, parseColumnType } from '@canonical-schema/schema';
import * as sql from '@canonical-schema/sql';

type Normalize = (text: string, type?: string) => string;
const exported = sql as { readonly normalizeExpressionText?: Normalize; readonly normalizeDefaultText?: Normalize };

/** An expression as the catalog deparses it, in the normal form that every reading uses. */
export function normalExpression(text: string): string {
  return exported.normalizeExpressionText?.(text) ?? text;
}

/** A DEFAULT as the catalog deparses it, in normal form: without the casts to the column's own type. */
export function normalDefault(text: string, type: string): string {
  return exported.normalizeDefaultText?.(text, type) ?? text;
}

/** A `format_type` text in normal form: an explicit default precision is none. */
export function normalType(text: string): string {
  const { base, modifiers, array } = parseColumnType(text);
  return formatType(base, modifiers, array);
}
