import { SourceFile, type Span } from '@canonical-schema/schema';
import { scanTokens } from '../../parser/postgres';
import type { StatementText } from '../../psql/parse-file';

/** One token of a statement, comments left out; its span counts in the file. */
export interface Token {
  /** As written. */
  readonly text: string;
  /** Lower case. */
  readonly word: string;
  readonly span: Span;
}

/** The tokens of a statement in order. */
export function tokensOf({ sql, span }: StatementText): readonly Token[] {
  return tokensIn(sql, span.start);
}

/** The tokens of a stretch of SQL that starts there in the file. */
export function tokensIn(sql: string, start: number): readonly Token[] {
  const source = new SourceFile('', sql);
  return scanTokens(sql)
    .filter((token) => !token.text.startsWith('--') && !token.text.startsWith('/*'))
    .map((token) => ({
      text: token.text,
      word: token.text.toLowerCase(),
      span: { start: start + source.offsetOfByte(token.start), end: start + source.offsetOfByte(token.end) },
    }));
}

/** The last token of the first stretch that reads so; undefined where none does. */
export function tokenAfter(tokens: readonly Token[], words: readonly string[]): Token | undefined {
  const start = tokens.findIndex((_, at) => words.every((word, offset) => tokens[at + offset]?.word === word));
  return start < 0 ? undefined : tokens[start + words.length - 1];
}

/** The tokens of each action of an ALTER TABLE: what stands between the commas behind the table's name. */
export function actionTokens<T extends Token>(tokens: readonly T[]): readonly (readonly T[])[] {
  const actions: T[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(nameEnd(tokens))) {
    if (token.text === '(' || token.text === '[') depth += 1;
    if (token.text === ')' || token.text === ']') depth -= 1;
    if (token.text === ',' && depth === 0) actions.push([]);
    else actions.at(-1)?.push(token);
  }
  return actions;
}

/** Behind `ALTER [FOREIGN] TABLE [IF EXISTS] [ONLY] a.b [*]`. */
function nameEnd(tokens: readonly Token[]): number {
  let at = tokens.findIndex(({ word }) => word === 'table' || word === 'type' || word === 'view') + 1;
  if (tokens[at]?.word === 'if') at += 2;
  if (tokens[at]?.word === 'only') at += 1;
  at += 1;
  while (tokens[at]?.text === '.') at += 2;
  return tokens[at]?.text === '*' ? at + 1 : at;
}
