import { type Fact, mapFact } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';

/** Types in a dialect's normal form. A schema has few and says them often, so each is parsed once. */
export function normalTypes(sql: SqlDialect): (text: string) => Fact<string> {
  const known = new Map<string, Fact<string>>();
  return (text) => {
    const normal = known.get(text) ?? mapFact(sql.columnTypeOfText(text), ({ type }) => type);
    known.set(text, normal);
    return normal;
  };
}
