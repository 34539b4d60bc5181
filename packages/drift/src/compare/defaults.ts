import { presentMoments, randomIdentifiers, type Severity } from '@canonical-schema/schema';
import type { ValueKind } from '../dialects/judged-dialect';
import { isSameValue } from './literals';

/** Pairs of database defaults that are not the same, but weigh less than a difference. */
const nearlySame: readonly { readonly pair: readonly [string, string]; readonly severity: Severity }[] = [
  { pair: ['now()', 'statement_timestamp()'], severity: 'tolerated' },
  { pair: ['now()', 'clock_timestamp()'], severity: 'warning' },
  { pair: ['statement_timestamp()', 'clock_timestamp()'], severity: 'warning' },
  { pair: ['gen_random_uuid()', 'uuid_generate_v4()'], severity: 'warning' },
  { pair: ['gen_random_uuid()', 'uuidv4()'], severity: 'tolerated' },
];

/** How much two database defaults differ in a column of this kind of values; null where they are the same value. */
export function defaultDifference(canonical: string | null, actual: string | null, kind: ValueKind): Severity | null {
  if (canonical === actual) return null;
  if (canonical === null || actual === null) return 'error';
  if (isSameValue(canonical, actual, kind)) return null;
  const words = [canonical, actual].map(simplified).sort().join();
  if (words === [simplified(canonical), simplified(canonical)].join()) return null;
  const near = nearlySame.find(({ pair }) => pair.toSorted().join() === words);
  return near?.severity ?? 'error';
}

/** Does Python fill in what the database's DEFAULT would? */
export function isSameInPython(canonical: string, python: string, kind: ValueKind): boolean {
  if (isSameValue(canonical, python, kind)) return true;
  const [sql, value] = [simplified(canonical), simplified(python)];
  return [presentMoments, randomIdentifiers].some((family) => family.has(sql) && family.has(value));
}

/** Lower case, without casts of texts and parentheses around the whole: function names have no other spelling. */
function simplified(sql: string): string {
  const plain = sql
    .toLowerCase()
    .replaceAll("'::text", "'")
    .replace(/^now\(\d\)$/, 'now()');
  const inner = plain.startsWith('(') && plain.endsWith(')') ? plain.slice(1, -1) : plain;
  return inner.includes('(') && inner.indexOf(')') < inner.indexOf('(') ? plain : inner;
}
