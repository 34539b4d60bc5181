import type { Change, TableRef, TextEdit } from '@canonical-schema/schema';
import { quoteName, quoteText } from '../../expressions/quote';
import type { Token } from '../../lints/idempotence/statement-tokens';
import type { Scene } from './scene';
import { codeTokens, contentOf, isAbout, mayBeAbout, type Statement, statementsIn } from './statements';

/** The edits that write another name wherever the file's statements name a table. */
export function renamedTable({ table, to }: Extract<Change, { kind: 'rename-table' }>, scene: Scene): TextEdit[] {
  if (table.schema !== to.schema) return [];
  return inStatements(
    scene,
    (statement) => {
      const tokens = codeTokens(statement);
      return tokens.filter((token, at) => isName(token, table.name) && isTablePosition(tokens, at, statement, table));
    },
    to.name,
  );
}

/** Words behind which a relation's name stands. */
const beforeRelation: ReadonlySet<string> = new Set([
  'table',
  'exists',
  'only',
  'on',
  'references',
  'like',
  'by',
  'into',
  'from',
  'inherits',
]);

function isTablePosition(tokens: readonly Token[], at: number, statement: Statement, table: TableRef): boolean {
  const before = tokens[at - 1];
  const isQualified = before?.text === '.';
  if (isQualified && !isName(tokens[at - 2], table.schema)) return false;
  const word = tokens[isQualified ? at - 3 : at - 1]?.word ?? '';
  if (beforeRelation.has(word)) return true;
  const isColumnComment = contentOf(statement, 'CommentStmt') !== null && word === 'column';
  // `'stocks'::regclass` in the question of a DO block; `stocks.symbol` in an expression.
  if (isQuestion(tokens, at)) return true;
  return isColumnComment || (tokens[at + 1]?.text === '.' && isAbout(statement, table));
}

/** The edits that write another name wherever the file's statements name a column. */
export function renamedColumn(
  { table, column, to }: Extract<Change, { kind: 'rename-column' }>,
  scene: Scene,
): TextEdit[] {
  return inStatements(
    scene,
    (statement) => {
      const tokens = codeTokens(statement);
      const own = mayBeAbout(statement, table);
      return tokens.filter((token, at) => isName(token, column) && isColumnPosition(tokens, at, own, table));
    },
    to,
  );
}

/** Is the name there a column of the table, as far as its neighbours tell? Reading the file again tells the rest. */
function isColumnPosition(tokens: readonly Token[], at: number, isOwn: boolean, table: TableRef): boolean {
  const [before, behind] = [tokens[at - 1], tokens[at + 1]];
  if (isQuestion(tokens, at)) return isOwn && tokens[at - 2]?.word === 'attname';
  if (before?.text === '.') return isName(tokens[at - 2], table.name);
  const target = referenceAround(tokens, at);
  if (target !== null) return isName(target, table.name);
  if (!isOwn || notColumns.has(wordOfKind(tokens, at))) return false;
  const isOpened = behind?.text === '(' && !['check', 'key', 'unique'].includes(before?.word ?? '');
  return !isOpened && behind?.text !== '.' && before?.text !== '::' && before?.text !== ':';
}

/** Words behind which another kind of name stands. */
const notColumns: ReadonlySet<string> = new Set([
  'constraint',
  'collate',
  'index',
  'on',
  'table',
  'references',
  'using',
  'sequence',
]);

/** The word before a name, IF [NOT] EXISTS left out: what kind of thing the name is of. */
function wordOfKind(tokens: readonly Token[], at: number): string {
  let index = at - 1;
  while (index > 0 && ['if', 'not', 'exists'].includes(tokens[index]?.word ?? '')) index -= 1;
  return tokens[index]?.word ?? '';
}

/** The table whose columns stand in the brackets around, `REFERENCES stocks (id)`; null where it is another list. */
function referenceAround(tokens: readonly Token[], at: number): Token | null {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const { text } = tokens[index] ?? { text: '' };
    if (text === ')') depth += 1;
    if (text === '(') depth -= 1;
    if (depth >= 0) continue;
    const name = tokens[index - 1];
    const start = tokens[index - 2]?.text === '.' ? index - 4 : index - 2;
    return tokens[start]?.word === 'references' && name !== undefined ? name : null;
  }
  return null;
}

/** The edits that write another name for a constraint, an index or a type, where a word before it says what it is. */
export function renamedObject(from: string, to: string, scene: Scene, words: readonly string[]): TextEdit[] {
  return inStatements(
    scene,
    (statement) => {
      const tokens = codeTokens(statement);
      const isOne = (at: number): boolean =>
        isQuestion(tokens, at) ? tokens[at - 2]?.word === 'conname' : words.includes(wordBefore(tokens, at));
      return tokens.filter((token, at) => isName(token, from) && isOne(at));
    },
    to,
  );
}

function wordBefore(tokens: readonly Token[], at: number): string {
  return tokens[tokens[at - 1]?.text === '.' ? at - 3 : at - 1]?.word ?? '';
}

/** The edits that give a constraint which PostgreSQL named another name. */
export function namedConstraint(start: number, to: string): TextEdit[] {
  return [{ span: { start, end: start }, text: `CONSTRAINT ${quoteName(to)} ` }];
}

/** The same for the columns of an enum: every name that is not a column's own. */
export function renamedType(from: TableRef, to: TableRef, scene: Scene): TextEdit[] {
  if (from.schema !== to.schema) return [];
  return inStatements(
    scene,
    (statement) => {
      const tokens = codeTokens(statement);
      return tokens.filter((token, at) => isName(token, from.name) && isTypePosition(tokens, at));
    },
    to.name,
  );
}

function isTypePosition(tokens: readonly Token[], at: number): boolean {
  if (isQuestion(tokens, at)) return tokens[at + 1]?.text === '::' || tokens[at - 2]?.word === 'typname';
  const before = tokens[tokens[at - 1]?.text === '.' ? at - 3 : at - 1];
  if (before === undefined) return false;
  if (before.text === '::' || before.word === 'type' || before.word === 'exists') return true;
  // A type stands behind a column's name, and a column's name behind a bracket, a comma or COLUMN.
  return (
    /^(?:"|[a-z_])/i.test(before.text) &&
    !['constraint', 'collate', 'column', 'on', 'table', 'references'].includes(before.word)
  );
}

/** Is it a string, as the names in the question of a DO block are? */
function isQuestion(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text.startsWith("'") ?? false;
}

function isBlock(statement: Statement): boolean {
  return contentOf(statement, 'DoStmt') !== null;
}

/** Is it that name, or in a string? */
function isName(token: Token | undefined, name: string): boolean {
  if (token === undefined) return false;
  if (token.text.startsWith('"')) return token.text === `"${name.replaceAll('"', '""')}"`;
  if (token.text.startsWith("'")) return token.text === quoteText(name) || token.text === quoteText(quoteName(name));
  return token.word === name;
}

/** Strings are names in DO blocks only. */
function inStatements(scene: Scene, tokensOfName: (statement: Statement) => readonly Token[], to: string): TextEdit[] {
  return statementsIn(scene.standing).flatMap((statement) =>
    tokensOfName(statement)
      .filter(({ text }) => isBlock(statement) || !text.startsWith("'"))
      .map(({ span, text }) => ({ span, text: text.startsWith("'") ? inString(text, to) : quoteName(to) })),
  );
}

/** `'stocks'::regclass` reads a name as SQL spells it, `conname = 'uq'` one as it is. Both are alike where no quotes are needed. */
function inString(text: string, to: string): string {
  return quoteText(text.startsWith(`'"`) ? quoteName(to) : to);
}
