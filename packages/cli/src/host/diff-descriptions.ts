import type { Verdict } from '@canonical-schema/drift';
import type { Finding, Reading, Source, Table } from '@canonical-schema/schema';
import type { VerdictOptions } from '../options/plugin-options';

/** A description's reading and what a person calls it. */
export interface NamedReading {
  readonly name: string;
  readonly reading: Reading;
}

/** How two descriptions differ. */
export interface DescriptionDiff {
  readonly verdict: Verdict;
  /** Whom the findings call "SQL", and whom by its source; see `plainness`. */
  readonly base: NamedReading;
  readonly other: NamedReading;
  /** Is there nothing at error or warning level, and nothing that could not be compared? */
  readonly isSame: boolean;
}

/** Who stands for the SQL: SQL itself, else the side that leaves less of the database's work to Python. */
const plainness: readonly Source[] = ['canonical', 'database', 'sqlalchemy', 'django-migrations', 'django-models'];

/**
 * One description held against another, in the words of the findings. Tables that neither side makes, and those of
 * installed packages, count only where both sides have them.
 */
export async function diffDescriptions(
  a: NamedReading,
  b: NamedReading,
  { rules, strict }: VerdictOptions = {},
): Promise<DescriptionDiff> {
  const { judge } = await import('@canonical-schema/drift');
  const isTurned = plainness.indexOf(a.reading.source) > plainness.indexOf(b.reading.source);
  const [base, other] = isTurned ? [b, a] : [a, b];
  const options = { ...(rules ? { rules } : {}), ...(strict ? { strict } : {}) };
  const judged = { reading: comparable(other.reading, base.reading), mirror: 'all', name: other.name } as const;
  const verdict = judge(comparable(base.reading, other.reading), [judged], options);
  const findings = verdict.findings.map((finding) => withSource(finding, base.reading));
  const isSame = findings.every(({ severity }) => severity === 'tolerated') && verdict.summary.unreadable === 0;
  return { verdict: { ...verdict, findings }, base, other, isSame };
}

function comparable(reading: Reading, beside: Reading): Reading {
  const there = new Set(beside.schema.tables.map(keyOf));
  const tables = reading.schema.tables.filter((table) => isMade(table) || there.has(keyOf(table)));
  // What a reading remarks on itself, such as a missing migration, is no difference of the two.
  const remarks = reading.remarks.filter(({ code }) => code === 'syntax-error');
  return { ...reading, remarks, schema: { ...reading.schema, tables } };
}

function isMade({ managed, orm }: Table): boolean {
  return managed && orm?.external !== true;
}

function keyOf({ schema, name }: Table): string {
  return `${schema}\u0000${name}`;
}

/** The judge calls the side that others are held against canonical, whatever it was read from. */
function withSource(finding: Finding, { source }: Reading): Finding {
  const own = <T extends string>(judged: T) => (judged === 'canonical' ? source : judged);
  if (source === 'canonical') return finding;
  return {
    ...finding,
    departs: own(finding.departs),
    places: finding.places.map((sourced) => ({ ...sourced, source: own(sourced.source) })),
  };
}
