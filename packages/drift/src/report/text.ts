import type { Finding, SourcedPlace } from '@canonical-schema/schema';
import { groupOf } from '../finding-order';
import type { Verdict } from '../verdict';
import { type Paint, plain } from './paint';
import { summaryLine } from './summary-line';

/** How a report is written. */
export interface TextOptions {
  readonly paint?: Paint;
  /** Also says what was tolerated, and why. */
  readonly explain?: boolean;
  /** The last line, where it is not what comparing came to. */
  readonly summary?: string;
}

/** A verdict for people: findings by table, then one line that says what it came to. Ends without a line break. */
export function reportText(
  verdict: Verdict,
  { paint = plain, explain = false, summary = summaryLine(verdict, paint, explain) }: TextOptions = {},
): string {
  const shown = verdict.findings.filter((finding) => explain || finding.severity !== 'tolerated');
  const groups = new Map<string, Finding[]>();
  for (const finding of shown) {
    const group = groupOf(finding.subject);
    const findings = groups.get(group);
    if (findings === undefined) groups.set(group, [finding]);
    else findings.push(finding);
  }
  const blocks = [...groups].map(([group, findings]) => blockOf(group, findings, paint));
  return [...blocks, summary].join('\n\n');
}

function blockOf(group: string, findings: readonly Finding[], paint: Paint): string {
  const heading = paint('heading', group === '' ? 'Not of one table' : group);
  return [heading, ...findings.map((finding) => linesOf(finding, paint))].join('\n');
}

function linesOf({ severity, code, message, places }: Finding, paint: Paint): string {
  const first = `  ${paint(severity, severity.padEnd('tolerated'.length))}  ${message} ${paint('code', `[${code}]`)}`;
  const width = Math.max(0, ...places.map(({ source }) => source.length));
  return [first, ...places.map((place) => placeLine(place, width, paint))].join('\n');
}

function placeLine({ source, place }: SourcedPlace, width: number, paint: Paint): string {
  return `             ${source.padEnd(width)}  ${paint('place', `${place.path}:${place.line}`)}`;
}
