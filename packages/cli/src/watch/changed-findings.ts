import type { Finding } from '@canonical-schema/schema';

/** What a change to the sources did to the findings. */
export interface ChangedFindings {
  readonly appeared: readonly Finding[];
  readonly went: readonly Finding[];
}

/** Findings that are told apart by what they say, not by where: an edit above one moves it, and that is no news. */
export function changedFindings(before: readonly Finding[], after: readonly Finding[]): ChangedFindings {
  return { appeared: without(after, before), went: without(before, after) };
}

/** Those of `findings` beyond as many as `others` has of the same. What is tolerated is no news either. */
function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const finding of others) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), left - 1);
    return left <= 0 && finding.severity !== 'tolerated';
  });
}

const keys = new WeakMap<Finding, string>();

/** A finding that stays is mostly the same object. */
function keyOf(finding: Finding): string {
  const known = keys.get(finding);
  if (known !== undefined) return known;
  const { code, severity, departs, subject, message } = finding;
  const key = JSON.stringify([code, severity, departs, subject, message]);
  keys.set(finding, key);
  return key;
}
