import type { VerifyOutcome } from '../host/verify-schema';

/** How a report looks. */
export interface ReportStyle {
  /** Also what was tolerated, and why. */
  readonly explain: boolean;
  readonly colour: boolean;
}

/** The verdicts as text for people, each under the name of its canonical file where there are several. */
export async function reportOf(outcome: VerifyOutcome, style: ReportStyle): Promise<string> {
  const { textReport } = await import('@canonical-schema/drift');
  const isOne = outcome.verdicts.length === 1;
  const parts = outcome.verdicts.map(({ canonical, verdict }) => {
    const report = textReport(verdict, style);
    return isOne ? report : `${canonical}\n${report}`;
  });
  const excess = outcome.tooManyWarnings === null ? [] : [`${outcome.tooManyWarnings}\n`];
  return [...parts, ...excess].map((part) => (part.endsWith('\n') ? part : `${part}\n`)).join('\n');
}

/** Does the standard output show colours? Not in a file, in CI, or where `NO_COLOR` asks for none. */
export function isColoured(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env.CI && !process.env.NO_COLOR;
}
