import type { Verdict } from '../verdict';
import { type Paint, plain } from './paint';

/** What a verdict came to, in one line. Says "in sync" only where everything that was asked could be read. */
export function summaryLine({ summary }: Verdict, paint: Paint = plain, explained = false): string {
  const { errors, warnings, tolerated, unreadable, tables } = summary;
  const counts = [
    ...(errors > 0 ? [paint('error', counted(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint('warning', counted(warnings, 'warning'))] : []),
    ...(unreadable > 0 ? [paint('warning', `${counted(unreadable, 'fact')} not verified`)] : []),
  ];
  const hint = explained ? '' : ', --explain shows them';
  const allowed = tolerated === 0 ? [] : [`${counted(tolerated, 'difference')} tolerated${hint}`];
  if (counts.length > 0)
    return `${counts.join(', ')}${inBrackets([`${counted(tables, 'table')} compared`, ...allowed])}`;
  if (tables === 0) return paint('warning', 'No table was compared') + inBrackets(allowed);
  return paint('good', `${counted(tables, 'table')} in sync`) + inBrackets(allowed);
}

function inBrackets(notes: readonly string[]): string {
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
