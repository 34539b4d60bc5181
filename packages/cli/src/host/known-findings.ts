import { join } from 'node:path';
import type { Baseline, Judged, SourcedSuppression, Verdict } from '@canonical-schema/drift';
import { type Finding, isFileFault, type Reading } from '@canonical-schema/schema';
import { writeWhole } from '../disk/write-whole';
import type { VerdictOptions } from '../options/plugin-options';
import type { Host, HostAt } from './host';
import { Refusal } from './refusal';

/** Which findings a run can make: `verify` compares, `lint` looks at the canonical file by itself. */
export type Run = 'verify' | 'lint';

/** Can this run make findings of a code? What it cannot make, and what the options switch off, is no unused suppression. */
export async function judgedBy(run: Run, { rules = {} }: VerdictOptions): Promise<Judged> {
  const { lints } = await import('@canonical-schema/sql');
  const own = new Set<string>(lints.map(({ code }) => code));
  const remarks = new Set(['shadowed-definition', 'syntax-error']);
  const levels: Readonly<Record<string, string | undefined>> = rules;
  return (code) => levels[code] !== 'off' && (remarks.has(code) || own.has(code) === (run === 'lint'));
}

/**
 * The verdict with those findings tolerated that a comment in one of the readings' sources suppresses. Comments that
 * suppress nothing are told as far as `isJudged` says that this verdict could have had what they name.
 */
export async function withoutSuppressed(
  verdict: Verdict,
  readings: readonly Reading[],
  options: VerdictOptions,
  isJudged: (reading: Reading) => Judged,
): Promise<Verdict> {
  const suppressions = readings.flatMap((reading) =>
    (reading.suppressions ?? []).map((suppression) => ({ source: reading.source, suppression, reading })),
  );
  if (suppressions.length === 0) return verdict;
  const { suppress, withFindings, withLevels } = await import('@canonical-schema/drift');
  const once = new Map(suppressions.map((sourced) => [standsAt(sourced), sourced]));
  const complaining = (code: string, { suppression }: SourcedSuppression) => {
    const owner = once.get(standsAt({ suppression }))?.reading;
    return owner !== undefined && isJudged(owner)(code);
  };
  const findings = suppress(verdict.findings, [...once.values()], complaining);
  const complaints = findings.slice(verdict.findings.length);
  return withFindings(verdict, [...findings.slice(0, verdict.findings.length), ...withLevels(complaints, options)]);
}

function standsAt({ suppression }: Pick<SourcedSuppression, 'suppression'>): string {
  const [{ path, span }] = suppression.places;
  return `${path}\u0000${span.start}`;
}

/** The verdicts with those findings tolerated that the options' baseline lists; what it lists in vain is in the first. */
export async function withBaseline(
  verdicts: readonly Verdict[],
  options: VerdictOptions,
  host: HostAt,
  isJudged: Judged,
): Promise<readonly Verdict[]> {
  if (options.baseline === undefined) return verdicts;
  const baseline = await readBaseline(host, options.baseline);
  if (baseline === null) throw new Refusal(`"${options.baseline}" does not exist; write it with --write-baseline.`);
  const { adopt, withFindings, withLevels } = await import('@canonical-schema/drift');
  const adopted = adopt(
    verdicts.map(({ findings }) => findings),
    baseline,
    isJudged,
  );
  return verdicts.map((verdict, at) => {
    const findings = adopted.verdicts[at] ?? [];
    return withFindings(verdict, at === 0 ? [...findings, ...withLevels(adopted.unused, options)] : findings);
  });
}

/** Writes what a run found to a baseline file, beside what the file has from the other run. */
export async function writeBaseline(
  path: string,
  findings: readonly Finding[],
  run: Run,
  options: VerdictOptions,
  host: Host,
): Promise<void> {
  const { baselineText } = await import('@canonical-schema/drift');
  const former = await readBaseline(host, path);
  const isJudged = await judgedBy(run, { ...options, rules: {} });
  writeWhole(join(host.disk.root, path), baselineText(findings, former, isJudged));
}

async function readBaseline(host: HostAt, path: string): Promise<Baseline | null> {
  const file = host.disk.read(path);
  if (isFileFault(file)) {
    if (file.fault === 'missing') return null;
    throw new Refusal(`The baseline could not be read: ${file.why}`);
  }
  const { baselineOf } = await import('@canonical-schema/drift');
  const baseline = baselineOf(path, file.text);
  if (baseline === null) throw new Refusal(`"${path}" is no baseline of this version; write it again.`);
  return baseline;
}
