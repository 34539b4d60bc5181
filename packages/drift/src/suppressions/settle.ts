import { codes, type Finding, type Severity } from '@canonical-schema/schema';
import { inOrder } from '../finding-order';
import type { JudgeOptions } from '../options';
import type { Verdict } from '../verdict';

/** The verdict with these findings in the place of its own: in order, and counted again. */
export function withFindings({ summary }: Verdict, findings: readonly Finding[]): Verdict {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), tolerated: count('tolerated') };
  return { findings: inOrder(findings), summary: { ...summary, ...counts } };
}

/** What is tolerated is not mended. */
function levelled({ repair, ...finding }: Finding, severity: Severity): Finding {
  return { ...finding, severity, ...(repair === undefined || severity === 'tolerated' ? {} : { repair }) };
}

/** Findings with the severities that the options give their codes; what a rule itself tolerates stays tolerated. */
export function withLevels(findings: readonly Finding[], { rules = {} }: JudgeOptions): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = rules[finding.code] ?? finding.severity;
    if (level === 'off') return [];
    const isAllowed = finding.severity === 'tolerated' && codes[finding.code] !== 'tolerated';
    return [isAllowed ? finding : levelled(finding, level)];
  });
}
