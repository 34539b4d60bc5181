import type { Value } from '../../syntax/value';
import type { AlchemyDialect } from './alchemy-dialect';

/** A keyword that only one dialect takes: `where` is `sqlite_where` for SQLite; null where it is not given. */
export function dialectOption(
  keywords: ReadonlyMap<string, Value>,
  name: string,
  { names }: Pick<AlchemyDialect, 'names'>,
): Value | null {
  for (const dialect of names) {
    const value = keywords.get(`${dialect}_${name}`);
    if (value !== undefined) return value;
  }
  return null;
}
