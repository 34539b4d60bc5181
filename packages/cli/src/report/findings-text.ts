import type { VerifyOutcome } from '../host/verify-schema';

/** The findings of all verdicts as the text of one JSON file; `contracts/findings.schema.json` is its shape. */
export async function findingsText(outcome: VerifyOutcome): Promise<string> {
  const { findingsJson } = await import('@canonical-schema/drift');
  const [first, ...others] = outcome.verdicts.map(({ verdict }) => findingsJson(verdict));
  if (!first) return '';
  const whole = others.reduce(
    (sum, next) => ({
      ...sum,
      summary: {
        errors: sum.summary.errors + next.summary.errors,
        warnings: sum.summary.warnings + next.summary.warnings,
        tolerated: sum.summary.tolerated + next.summary.tolerated,
        unreadable: sum.summary.unreadable + next.summary.unreadable,
        tables: sum.summary.tables + next.summary.tables,
      },
      findings: [...sum.findings, ...next.findings],
    }),
    first,
  );
  return `${JSON.stringify(whole, null, 2)}\n`;
}
