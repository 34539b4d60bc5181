import { type Fact, mapFact } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';

/** A DEFAULT in normal form for a column of that type; null for none. */
export function normalizedDefault(sql: string, type: Fact<string>, dialect: SqlDialect): Fact<string | null> {
  const value = dialect.normalizeDefaultText(sql, typeof type === 'string' ? type : '');
  return mapFact(value, (known) => (known.kind === 'none' ? null : known.sql));
}

/** The normal form of a type as Python code spells it: `varchar(3)[]`. */
export function columnTypeOf(text: string, dialect: SqlDialect): Fact<string> {
  return mapFact(dialect.columnTypeOfText(text), (written) => written.type);
}
