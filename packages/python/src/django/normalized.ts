import { type Fact, mapFact } from '@canonical-schema/schema';
import { columnTypeOfText, normalizeDefaultText } from '@canonical-schema/sql';

/** A DEFAULT in normal form for a column of that type; null for none. */
export function normalizedDefault(sql: string, type: Fact<string>): Fact<string | null> {
  const value = normalizeDefaultText(sql, typeof type === 'string' ? type : '');
  return mapFact(value, (known) => (known.kind === 'none' ? null : known.sql));
}

/** The `format_type` text of a type as Python code spells it: `varchar(3)[]`. */
export function columnTypeOf(text: string): Fact<string> {
  return mapFact(columnTypeOfText(text), (written) => written.type);
}
