import type { TextEdit } from '@canonical-schema/schema';
import type { DdlLanguage } from '../../ddl/ddl-language';
import type { StatementPiece } from '../../grammar/split';
import type { Token } from '../../grammar/tokens';
import type { ChangeOf } from '../outcome';
import type { Scene } from '../scene';
import type { GrammarStanding } from './grammar-standing';
import { headOf, sameName } from './table-statement';

type GrammarScene = Scene<GrammarStanding>;

/** Words behind which a table's name stands. */
const beforeTable: ReadonlySet<string> = new Set([
  'table',
  'exists',
  'on',
  'references',
  'like',
  'into',
  'from',
  'update',
]);

/** The edits that write another name wherever the file's statements name a table. */
export function renamedTable({ table, to }: ChangeOf<'rename-table'>, scene: GrammarScene): TextEdit[] {
  const { language } = scene.around.spelling;
  return inStatements(scene, to.name, (statement) =>
    statement.tokens.filter((token, at, all) => {
      if (!isName(token, table.name, language)) return false;
      const word = wordBefore(all, at);
      return beforeTable.has(word) || (all[at + 1]?.word === '.' && sameName(headOf(statement).table, table.name));
    }),
  );
}

/** Words behind which another kind of name stands. */
const notColumns: ReadonlySet<string> = new Set([
  'constraint',
  'collate',
  'on',
  'table',
  'references',
  'exists',
  'charset',
  'engine',
]);

/** The edits that write another name wherever the file's statements name a column. */
export function renamedColumn({ table, column, to }: ChangeOf<'rename-column'>, scene: GrammarScene): TextEdit[] {
  const { language } = scene.around.spelling;
  return inStatements(scene, to, (statement) => {
    const isOwn = sameName(headOf(statement).table, table.name);
    return statement.tokens.filter((token, at, all) => {
      if (!isName(token, column, language)) return false;
      if (all[at - 1]?.word === '.') return isName(all[at - 2], table.name, language);
      const target = referenceAround(all, at);
      if (target !== null) return isName(target, table.name, language);
      return isOwn && isColumnPosition(all, at);
    });
  });
}

/** Is the name there a column, as far as its neighbours tell? Reading the file again tells the rest. */
function isColumnPosition(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  if (notColumns.has(before)) return false;
  const isIndexName =
    ['index', 'key', 'unique', 'fulltext', 'spatial'].includes(before) && tokens[at + 1]?.word !== ')';
  const isListed = ['(', ','].includes(before);
  if (isIndexName && tokens[at]?.kind !== 'string') return false;
  return isListed || tokens[at + 1]?.word !== '(' || before === 'column';
}

/** The table whose columns stand in the brackets around, `REFERENCES stocks (id)`; null where it is another list. */
function referenceAround(tokens: readonly Token[], at: number): Token | null {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const { word } = tokens[index] ?? { word: '' };
    if (word === ')') depth += 1;
    if (word === '(') depth -= 1;
    if (depth >= 0) continue;
    const name = tokens[index - 1];
    return name !== undefined && wordBefore(tokens, index - 1) === 'references' ? name : null;
  }
  return null;
}

/** The edits that write another name for a constraint or an index, where a word before it says what it is. */
export function renamedObject(from: string, to: string, scene: GrammarScene, words: readonly string[]): TextEdit[] {
  return inStatements(scene, to, ({ tokens }) =>
    tokens.filter(
      (token, at) => isName(token, from, scene.around.spelling.language) && words.includes(wordBefore(tokens, at)),
    ),
  );
}

function wordBefore(tokens: readonly Token[], at: number): string {
  return tokens[tokens[at - 1]?.word === '.' ? at - 3 : at - 1]?.word ?? '';
}

/** A keyword is a name only in quotes. */
function isName(token: Token | undefined, name: string, { quoteName }: Pick<DdlLanguage, 'quoteName'>): boolean {
  if (token === undefined || !sameName(token.value, name)) return false;
  return token.kind === 'name' || (token.kind === 'word' && quoteName(token.value) === token.value);
}

function inStatements(
  { standing, around }: GrammarScene,
  to: string,
  tokensOfName: (statement: StatementPiece) => readonly Token[],
): TextEdit[] {
  const { quoteName } = around.spelling.language;
  return standing.statements.flatMap((statement) =>
    tokensOfName(statement).map(({ span, kind, text }) => ({
      span,
      text: kind === 'name' ? quotedLike(text, to) : quoteName(to),
    })),
  );
}

/** The new name in the quotes of the old one. */
function quotedLike(text: string, to: string): string {
  const [open = '', close = ''] = [text.charAt(0), text.charAt(text.length - 1)];
  return open + (close === ']' ? to : to.replaceAll(close, close + close)) + close;
}
