import type { Finding, Hazard, Refused } from '@canonical-schema/schema';
import { type ChangePlan, isBlocked } from '../change/change-plan';
import type { Question } from '../change/question';
import { patchOf } from './patch';

/** How a plan is told. */
export interface PlanStyle {
  readonly colour: boolean;
  /** Are the changes shown line by line? */
  readonly patch: boolean;
}

/** A plan for people: what is dangerous about it, what stands in its way, and else what it changes. */
export async function planText(plan: ChangePlan, style: PlanStyle): Promise<string> {
  const parts = [hazardsText(plan.hazards), await obstaclesText(plan, style)];
  if (!isBlocked(plan)) parts.push(filesText(plan, style));
  const told = parts.filter((part) => part !== '');
  return told.length === 0 ? '' : `${told.join('\n\n')}\n`;
}

/** What the changes do to a database that has rows and users; to be said before anything is written. */
export function hazardsText(hazards: readonly Hazard[]): string {
  return hazards
    .map(({ kind, message, safer }) => [`${kind}  ${message}`, ...(safer === null ? [] : [`  ${safer}`])].join('\n'))
    .join('\n');
}

/** Everything that keeps a plan from being written; empty where nothing does. */
export async function obstaclesText(plan: ChangePlan, { colour }: Pick<PlanStyle, 'colour'>): Promise<string> {
  const parts = [
    plan.refused.map(refusedText).join('\n'),
    plan.questions.map(questionText).join('\n'),
    await findingsText(plan.newFindings, colour),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : [...parts, 'Nothing was written.'].join('\n\n');
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

function filesText({ files }: ChangePlan, { patch }: PlanStyle): string {
  if (patch) return patchOf(files).trimEnd();
  return files
    .map(({ path, before, after }) => `${before === null ? 'CREATE' : after === null ? 'DELETE' : 'UPDATE'} ${path}`)
    .join('\n');
}
