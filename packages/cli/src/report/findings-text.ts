import type { VerifyOutcome } from '../host/verify-schema';

/** The findings of all verdicts as the text of one JSON file; `contracts/findings.schema.json` is its shape. */
export async function findingsText(outcome: VerifyOutcome): Promise<string> {
  const { findingsJson } = await import('@canonical-schema/drift');
  const all = outcome.verdicts.map(({ verdict }) => findingsJson(verdict));
  const sum = (member: 'errors' | 'warnings' | 'tolerated' | 'unreadable' | 'tables') =>
    all.reduce((total, { summary }) => total + summary[member], 0);
  const whole = {
    version: 1,
    summary: {
      errors: sum('errors'),
      warnings: sum('warnings'),
      tolerated: sum('tolerated'),
      unreadable: sum('unreadable'),
      tables: sum('tables'),
    },
    findings: all.flatMap(({ findings }) => findings),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
