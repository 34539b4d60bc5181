import { type Table, tableLabel } from '@canonical-schema/schema';
import type { Comment } from '../../comments/comments';
import { commentLine } from '../../ddl/comment-line';
import { isBlankLine, startOfLine } from '../lines';

/** The comment above the last table, which starts at `lastMade`, about the new one; its last line is empty where a blank line follows. */
export function headingFor(
  table: Table,
  text: string,
  lastMade: number | null,
  comments: readonly Comment[],
): readonly string[] {
  const lines = lastMade === null ? [] : commentAbove(text, lastMade, comments);
  const titles = lines.filter((line) => /\w/.test(line));
  const [title = ''] = titles;
  if (titles.length !== 1 || (lines.length === 1 && !title.includes(':') && title.length > 60)) return [];
  const name = tableLabel(table);
  const said = title.includes(':') && table.comment !== null ? `${name}: ${table.comment}` : name;
  const isApart = lastMade !== null && isBlankLine(text, startOfLine(text, startOfLine(text, lastMade) - 1));
  const ended = lines.map((line) => (line === title ? commentLine(said) : line));
  return [...ended, ...(isApart ? ['', ''] : [''])];
}

/** The lines of `--` comments above a statement, one blank line between allowed. */
function commentAbove(text: string, start: number, comments: readonly Comment[]): readonly string[] {
  let at = startOfLine(text, start);
  if (at > 0 && isBlankLine(text, startOfLine(text, at - 1))) at = startOfLine(text, at - 1);
  const byStart = new Map(
    comments
      .filter(({ standsAlone }) => standsAlone)
      .map((comment) => [startOfLine(text, comment.span.start), comment]),
  );
  const lines: string[] = [];
  while (at > 0) {
    const comment = byStart.get(startOfLine(text, at - 1));
    if (comment === undefined || !comment.text.startsWith('--')) break;
    lines.unshift(comment.text.trimEnd());
    at = startOfLine(text, at - 1);
  }
  return at === 0 ? [] : lines;
}
