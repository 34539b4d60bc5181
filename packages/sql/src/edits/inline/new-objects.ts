import { commentsOf } from '../../comments/comments';
import { statementsOf } from '../change-statements';
import { endOfStatements } from '../end-of-statements';
import { isBlankLine, startOfLine } from '../lines';
import { type Before, type ChangeOf, type Impossible, isImpossible } from '../outcome';
import { headingFor } from './heading';
import { type Edits, type Scene, statementBehind } from './scene';
import { contentOf, type Statement, statementsIn } from './statements';

/** A new table behind everything that it may reference, under a heading like those of the others. */
export function addedTable(change: ChangeOf<'add-table'>, scene: Scene, before: Before): Edits {
  const statements = statementsOf(change, before);
  if (isImpossible(statements)) return statements;
  const { style, standing } = scene;
  const { offset, missing, isStart } = endOfStatements(standing);
  const last = statementsIn(standing).findLast((statement) => contentOf(statement, 'CreateStmt') !== null);
  const lastMade = last?.text.span.start ?? null;
  const heading = headingFor(change.table, standing.file.text, lastMade, commentsOf(standing.file)).join(style.newline);
  const indexAt = statements.findIndex((sql) => /^CREATE (?:UNIQUE )?INDEX|^COMMENT/.test(sql));
  const [own, below] = indexAt < 0 ? [statements, []] : [statements.slice(0, indexAt), statements.slice(indexAt)];
  const blocks = [own, below].filter((block) => block.length > 0).map((block) => block.join('\n'));
  const gap = isStart ? '' : style.newline + style.newline;
  const behind = isStart ? style.newline : '';
  return [
    {
      span: { start: offset, end: offset },
      text: missing + gap + heading + style.statement(blocks.join('\n\n')) + behind,
    },
  ];
}

/** A new type or sequence behind those that the file makes, or before its first table. */
export function addedBeforeTables(
  change: ChangeOf<'add-enum' | 'add-domain' | 'add-sequence'>,
  scene: Scene,
  before: Before,
): Edits {
  const { standing, style } = scene;
  const statements = statementsOf(change, before);
  if (isImpossible(statements)) return statements;
  const sql = statements.join('\n');
  const first = statementsIn(standing).find((statement) => contentOf(statement, 'CreateStmt') !== null);
  const { enums, domains, sequences } = standing.schema;
  const limit = first?.text.span.start ?? Number.POSITIVE_INFINITY;
  const places = [...enums, ...domains, ...sequences].flatMap(({ place }) =>
    place === null ? [] : [place.span.start],
  );
  const last = Math.max(-1, ...places.filter((start) => start < limit));
  const neighbour = statementsIn(standing).find(({ text }) => text.span.start === last);
  if (neighbour !== undefined) return [statementBehind(scene, neighbour, sql, true)];
  if (first === undefined) return noTable;
  const at = startOfHeading(standing.file.text, first);
  return [{ span: { start: at, end: at }, text: style.statement(sql) + style.newline + style.newline }];
}

const noTable: Impossible = { why: 'The file makes no table.', remedy: 'Write the change into the SQL file by hand.' };

/** Before the comment that belongs to a statement; a comment at the file's top belongs to the file. */
function startOfHeading(text: string, { text: { span } }: Statement): number {
  const own = startOfLine(text, span.start);
  let at = own;
  if (at > 0 && isBlankLine(text, startOfLine(text, at - 1))) at = startOfLine(text, at - 1);
  let top = at;
  while (top > 0 && /^[ \t]*--/.test(text.slice(startOfLine(text, top - 1), top))) top = startOfLine(text, top - 1);
  return top === at || top === 0 ? own : top;
}
