import { constraintsOf, type Schema } from '@canonical-schema/schema';
import type { DdlLanguage } from '../../ddl/ddl-language';
import { plainSpelling, type Spelling } from '../../ddl/spelling';
import type { Grammar } from '../../grammar/grammar';
import { Scanner } from '../../grammar/tokens';
import { count, type FileStyle, indentOf } from '../file-style';
import type { GrammarStanding } from './grammar-standing';

/** The style of a file. One without statements is written as the guide writes. */
export function grammarStyle(
  { lexis }: Grammar,
  language: DdlLanguage,
  { file, schema, statements }: GrammarStanding,
  wanted: Schema,
): FileStyle {
  const code = statements.map(({ tokens }) => tokens.map((token) => token.word).join(' ')).join('\n');
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const written = statements.flatMap(({ tokens }) => tokens.filter((token) => token.kind === 'word'));
  const isLower = hasMore(written.filter(({ word }) => keywords.has(word)));
  const lowerTypes = hasMore(
    written.filter(({ word }) => types.has(word)),
    isLower,
  );
  const spelling: Spelling = {
    ...plainSpelling(language),
    type: (type) => (lowerTypes ? type : language.usual.type(type)),
    indent: indentOf(file.text),
    beforeBracket: count(file.text, /\bON\s+[\w`"]+\(/gi) > count(file.text, /\bON\s+[\w`"]+\s+\(/gi) ? '' : ' ',
  };
  const names = new Set([...namesIn(schema), ...namesIn(wanted)]);
  const cased = (word: string): string => (isLower && !names.has(word) && isUpper(word) ? word.toLowerCase() : word);
  return {
    ...{ newline, isLower, spelling },
    statement: (sql) =>
      code === '' && newline === '\n' ? sql : rewritten(sql, lexis, cased).replaceAll('\n', newline),
  };
}

const keywords: ReadonlySet<string> = new Set(['create', 'alter', 'table', 'index', 'not', 'null']);

const types: ReadonlySet<string> = new Set(
  'int integer bigint smallint tinyint text varchar char decimal numeric bool boolean datetime timestamp date json blob real'.split(
    ' ',
  ),
);

/** Are most of these words in lower case? */
function hasMore(words: readonly { readonly text: string }[], otherwise = false): boolean {
  const upper = words.filter(({ text }) => isUpper(text)).length;
  return words.length === 0 ? otherwise : words.length > 2 * upper;
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Unquoted names keep their case, which a keyword's case must not change. */
function namesIn({ tables }: Schema): string[] {
  return tables.flatMap((table) => [
    table.name,
    ...table.columns.map(({ name }) => name),
    ...[...constraintsOf(table), ...table.indexes].flatMap(({ name }) => name ?? []),
  ]);
}

/** A change of the words outside of strings, quoted names and comments. */
function rewritten(sql: string, lexis: Grammar['lexis'], change: (word: string) => string): string {
  const scanner = new Scanner(sql, lexis);
  let text = '';
  let end = 0;
  for (let token = scanner.next(); token !== null; token = scanner.next()) {
    text += sql.slice(end, token.span.start) + (token.kind === 'word' ? change(token.text) : token.text);
    end = token.span.end;
  }
  return text + sql.slice(end);
}
