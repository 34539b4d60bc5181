import { parseColumnType } from '@canonical-schema/schema';
import { isNumberFamily } from './type-family';

/** Types that PostgreSQL assigns to each other by itself; source: `pg_cast`. */
const groups: Readonly<Record<string, string>> = {
  date: 'moment',
  'timestamp without time zone': 'moment',
  'timestamp with time zone': 'moment',
  'time without time zone': 'time',
  'time with time zone': 'time',
  json: 'json',
  jsonb: 'json',
  inet: 'address',
  cidr: 'address',
  bit: 'bits',
  'bit varying': 'bits',
};

const texts: ReadonlySet<string> = new Set(['text', 'character varying', 'character', 'bpchar', 'name', 'citext']);

/** Does `ALTER COLUMN … TYPE` between these two types need no USING? Any value may become a text. */
export function isAssignable(from: string, to: string): boolean {
  const [source, target] = [parseColumnType(from), parseColumnType(to)];
  if (source.base === target.base && source.array === target.array) return true;
  if (texts.has(target.base) && !target.array) return true;
  if (source.array !== target.array) return false;
  if (isNumberFamily(source.base) && isNumberFamily(target.base)) return true;
  const group = groups[source.base];
  return group !== undefined && group === groups[target.base];
}
