import { type Fact, isUnreadable, mapFact } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';

/** A type as `COLUMN_TYPE` says it, in normal form. */
export function normalType(sql: SqlDialect, text: string): Fact<string> {
  return mapFact(sql.columnTypeOfText(text), ({ type }) => type);
}

/** A DEFAULT as the catalog says it, in normal form. */
export function normalDefault(sql: SqlDialect, text: string, type: Fact<string>): Fact<string | null> {
  const value = sql.normalizeDefaultText(text, isUnreadable(type) ? '' : type);
  if (isUnreadable(value)) return value;
  return value.kind === 'none' ? null : value.sql;
}

/** What the types of a table's columns are while its expressions are read. */
export interface ColumnTypes {
  columnType(name: string): string | undefined;
}
