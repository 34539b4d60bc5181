import { type Change, type TableRef, type TextEdit, tableLabel } from '@canonical-schema/schema';
import { commentLine } from '../ddl/comment-line';
import type { EditLanguage } from './edit-language';
import type { EndOfStatements } from './end-of-statements';
import type { FileStyle } from './file-style';
import type { Standing } from './standing';

/** The statements of one change. */
export interface WrittenChange {
  readonly change: Change;
  readonly statements: readonly string[];
}

/** What the lines above appended statements say: the words of whoever asked, or what the changes below them are. */
export type Comment = { readonly kind: 'said'; readonly lines: readonly string[] } | { readonly kind: 'own' };

/** The file that statements are put into. */
export interface Appending extends Pick<EditLanguage<Standing>, 'bulletsOf'> {
  readonly standing: Standing;
  readonly end: EndOfStatements;
  readonly style: FileStyle;
}

/**
 * The edit that puts statements behind the last one of the file, under comments that say what they are for. `isContinued`
 * where it put others there before: then they go right below, without the words said above those.
 */
export function appendedEdit(
  written: readonly WrittenChange[],
  { standing, end: { offset, missing, isStart }, style, bulletsOf }: Appending,
  comment: Comment,
  isContinued: boolean,
): TextEdit {
  const said = comment.kind === 'said' && !isContinued ? comment.lines : [];
  const heading = said.map((line) => `${commentLine(line)}\n`).join('');
  const groups = groupsOf(written.filter(({ statements }) => statements.length > 0));
  const texts = groups.map(
    (group) => ownComment(group, comment, (changes) => bulletsOf(changes, standing.schema)) + statementsIn(group),
  );
  const text = style.statement(heading + texts.join('\n\n'));
  const { text: before } = standing.file;
  const isSeparate = !isContinued || comment.kind === 'own';
  const gap = isStart ? '' : isSeparate ? style.newline + style.newline : style.newline;
  const isEnd = before.slice(offset).trim() === '';
  const behind = isStart ? (isEnd ? style.newline : style.newline + style.newline) : '';
  return { span: { start: offset, end: offset }, text: missing + gap + text + behind };
}

type Group = readonly WrittenChange[];

/** Changes of one table stand together; each new table by itself. */
function groupsOf(written: readonly WrittenChange[]): readonly Group[] {
  const groups: WrittenChange[][] = [];
  for (const one of written) {
    const open = groups.at(-1);
    const previous = open?.at(-1);
    const isSame = previous !== undefined && subjectOf(previous.change) === subjectOf(one.change);
    if (isSame && one.change.kind !== 'add-table') open?.push(one);
    else groups.push([one]);
  }
  return groups;
}

function statementsIn(group: Group): string {
  return group.flatMap(({ statements }) => statements).join('\n');
}

const longestLine = 110;

/** One line where that is short enough, else a line for each. */
function ownComment(group: Group, { kind }: Comment, bulletsOf: (changes: readonly Change[]) => string[]): string {
  if (kind === 'said') return '';
  const bullets = bulletsOf(group.map(({ change }) => change));
  const joined = bullets
    .map((bullet, at) => (at === 0 ? bullet : bullet.charAt(0).toLowerCase() + bullet.slice(1)))
    .join('; ');
  const lines = joined.length > longestLine ? bullets : [joined];
  return lines.map((line) => `${commentLine(line)}\n`).join('');
}

function subjectOf(change: Change): string {
  const ref: TableRef | null = 'table' in change ? change.table : 'enum' in change ? change.enum : null;
  return ref === null ? change.kind : tableLabel({ schema: ref.schema, name: ref.name });
}
