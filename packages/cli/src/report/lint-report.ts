import type { Paint, Verdict } from '@canonical-schema/drift';
import type { VerifyOutcome } from '../host/verify-schema';
import type { ReportStyle } from './report';

/** What the canonical files' own rules came to, as text for people: the findings, and one line for each file. */
export async function lintReportOf(outcome: VerifyOutcome, style: ReportStyle): Promise<string> {
  const { coloured, plain, reportText } = await import('@canonical-schema/drift');
  const paint = style.colour ? coloured : plain;
  const parts = outcome.verdicts.map(({ canonical, verdict }) => {
    const summary = [...notLookedAt(verdict, style), lineOf(canonical, verdict, paint)].join('\n');
    return reportText(verdict, { paint, explain: style.explain, summary });
  });
  const excess = outcome.tooManyWarnings === null ? [] : [paint('error', outcome.tooManyWarnings)];
  return `${[...parts, ...excess].join('\n\n')}\n`;
}

/** Rules that could not look are no finding to mend, and are told all the same. */
function notLookedAt({ findings }: Verdict, { explain }: ReportStyle): readonly string[] {
  const told = findings.filter(({ message }) => message.startsWith('Not looked at'));
  return explain ? [] : told.map(({ message }) => message);
}

function lineOf(canonical: string, { summary: { errors, warnings, tolerated } }: Verdict, paint: Paint): string {
  const counts = [
    ...(errors > 0 ? [paint('error', counted(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint('warning', counted(warnings, 'warning'))] : []),
  ];
  const came = counts.length === 0 ? paint('good', 'keeps its rules') : counts.join(', ');
  return `${canonical}: ${came}${tolerated === 0 ? '' : ` (${tolerated} tolerated)`}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
