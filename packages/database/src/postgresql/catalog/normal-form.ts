import {
  type Exclusion,
  type Fact,
  formatType,
  isUnreadable,
  parseColumnType,
  unreadable,
} from '@canonical-schema/schema';
import * as sql from '@canonical-schema/sql';

/** What the types of columns are while a table's expressions are read. */
export interface ColumnTypes {
  columnType(name: string): string | undefined;
}

/** For expressions over no table. */
export const noColumns: ColumnTypes = { columnType: () => undefined };

/** To be awaited before anything else here is called. */
export async function prepareNormalForms(): Promise<void> {
  await sql.loadPostgresParser();
}

/** An expression as the catalog deparses it, in the normal form that every reading uses. */
export function normalExpression(text: string, types: ColumnTypes): Fact<string> {
  return sql.normalizeExpressionText(text, types);
}

/** A check's condition in normal form: what is NULL passes, so that more spellings are one. */
export function normalCheck(text: string, types: ColumnTypes): Fact<string> {
  return sql.normalizeExpressionText(text, { ...types, check: true });
}

/** An exclusion constraint as `pg_get_constraintdef` prints it, in normal form, and the columns that it names. */
export function normalExclusion(text: string, types: ColumnTypes): Pick<Exclusion, 'definition' | 'columns'> {
  const read = sql.exclusionDefinitionText(text, types);
  if (read === null) return { definition: unreadable(`"${text}" is no exclusion constraint`), columns: [] };
  return { definition: read.definition, columns: read.columns };
}

/** A DEFAULT as the catalog deparses it, in normal form: without the casts to the column's own type. */
export function normalDefault(text: string, type: string): Fact<string | null> {
  const value = sql.normalizeDefaultText(text, type);
  if (isUnreadable(value)) return value;
  return value.kind === 'none' ? null : value.sql;
}

/** A `format_type` text in normal form: an explicit default precision is none. */
export function normalType(text: string): string {
  const { base, modifiers, array } = parseColumnType(text);
  return formatType(base, modifiers, array);
}

/** The fact's value, or the catalog's own text where the normal form could not be established. */
export function valueOr<T>(fact: Fact<T>, text: T): T {
  return isUnreadable(fact) ? text : fact;
}
