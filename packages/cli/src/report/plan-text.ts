import type { Finding, Hazard, Refused } from '@canonical-schema/schema';
import type { ChangePlan } from '../change/change-plan';
import type { Question } from '../change/question';
import type { ReportStyle } from './report';

/** What the changes do to a database that has rows and users; to be said before anything is written. */
export function hazardsText(hazards: readonly Hazard[]): string {
  const lines = hazards.map(({ kind, message, safer }, at) => {
    // One sequence may avoid several hazards: it is told behind the last of them.
    const isTold = safer === null || hazards[at + 1]?.safer === safer;
    return [`${kind}  ${message}`, ...(isTold ? [] : [`  ${safer}`])].join('\n');
  });
  return lines.join('\n');
}

/** Everything that keeps a plan from being written; empty where nothing does. */
export async function obstaclesText(plan: ChangePlan, { colour }: Pick<ReportStyle, 'colour'>): Promise<string> {
  const parts = [
    plan.refused.map(refusedText).join('\n'),
    plan.questions.map(questionText).join('\n'),
    await findingsText(plan.newFindings, colour),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : [...parts, 'Nothing was written.'].join('\n\n');
}

/** What a plan that is carried out writes, a line for each file, and what it leaves. */
export function writtenText({ files, left, canonical }: ChangePlan): string {
  const lines = files.map(({ path, before, after }) => `${wordFor(before, after)} ${path}`);
  if (lines.length === 0) lines.push(`${canonical}: nothing to change`);
  if (left.length > 0)
    lines.push(`${left.length} ${left.length === 1 ? 'finding' : 'findings'} left, see canonical-schema verify`);
  return lines.join('\n');
}

function wordFor(before: string | null, after: string | null): string {
  if (before === null) return 'CREATE';
  return after === null ? 'DELETE' : 'UPDATE';
}

function refusedText({ why, remedy, place }: Refused): string {
  const at = place === null ? [] : [`  ${place.path}:${place.line}`];
  return [why, `  ${remedy}`, ...at].join('\n');
}

function questionText({ message, choices }: Question): string {
  return [message, ...choices.map(({ label, flag }) => `  ${flag}  ${label}`)].join('\n');
}

async function findingsText(findings: readonly Finding[], colour: boolean): Promise<string> {
  if (findings.length === 0) return '';
  const { coloured, plain, reportText } = await import('@canonical-schema/drift');
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), tolerated: 0, unreadable: 0, tables: 0 };
  const paint = colour ? coloured : plain;
  return reportText({ findings, summary: counts }, { paint, summary: 'The change would bring these findings.' });
}
