import type { Verdict } from '@canonical-schema/drift';
import type { Finding } from '@canonical-schema/schema';
import type { VerifyOutcome } from '../host/verify-schema';
import type { WatchEvent } from '../watch/schema-watcher';
import { problemsBegin, problemsEnd, problemsText } from './problems-text';
import { type ReportStyle, reportOf } from './report';

/** What a watcher says, for people: the whole verdict first, then what each change brought and took, and what it came to. */
export async function watchText(event: WatchEvent, style: ReportStyle): Promise<string> {
  const heading = event.changed.length === 0 ? [] : [`Changed: ${listed(event.changed)}`];
  if (event.kind === 'problem') return blocks([...heading, event.message]);
  const { outcome, appeared, went } = event;
  if (heading.length === 0) return blocks([(await reportOf(outcome, style)).trimEnd()]);
  const { coloured, plain, reportText } = await import('@canonical-schema/drift');
  const paint = style.colour ? coloured : plain;
  const gone = went.map(({ message, code }) => `${paint('good', 'gone')}  ${message} ${paint('code', `[${code}]`)}`);
  const news = reportText({ findings: appeared, summary: summaryOf(outcome) }, { paint });
  return blocks([...heading, ...(gone.length === 0 ? [] : [gone.join('\n')]), news]);
}

/** The same as one line of JSON, for editors. */
export function watchJson(event: WatchEvent): string {
  const { kind, changed } = event;
  if (kind === 'problem') return `${JSON.stringify({ kind, changed, message: event.message })}\n`;
  const { outcome, appeared, went } = event;
  const failed = outcome.failed;
  const findings = { appeared: appeared.map(jsonOf), went: went.map(jsonOf) };
  return `${JSON.stringify({ kind, changed, failed, summary: summaryOf(outcome), ...findings })}\n`;
}

/** All problems that there are now, between the lines that tell an editor to forget those of before. */
export function watchProblems(event: WatchEvent): string {
  const problems = event.kind === 'problem' ? `${event.message}\n` : problemsText(event.outcome);
  return `${problemsBegin}\n${problems}${problemsEnd}\n`;
}

function jsonOf({ code, severity, message, subject, departs, places }: Finding): unknown {
  const at = places.map(({ source, place: { path, line, column } }) => ({ source, path, line, column }));
  return { code, severity, message, subject, departs, places: at };
}

function summaryOf({ verdicts }: VerifyOutcome): Verdict['summary'] {
  const all = verdicts.map(({ verdict }) => verdict.summary);
  const sum = (member: keyof Verdict['summary']) => all.reduce((total, summary) => total + summary[member], 0);
  return {
    ...{ errors: sum('errors'), warnings: sum('warnings'), tolerated: sum('tolerated') },
    ...{ unreadable: sum('unreadable'), tables: sum('tables') },
  };
}

function listed(paths: readonly string[]): string {
  return paths.length > 5 ? `${paths.slice(0, 5).join(', ')} and ${paths.length - 5} more` : paths.join(', ');
}

function blocks(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n\n`;
}
