import type { Place, Schema, Span, Table, TableRef } from '@canonical-schema/schema';
import type { Grammar } from '../../grammar/grammar';
import type { StatementPiece } from '../../grammar/split';
import { separated, spanOf } from '../../grammar/token-reader';
import type { Token } from '../../grammar/tokens';
import type { GrammarStanding } from './grammar-standing';

/** What a statement is about, as its first words say it: CREATE TABLE, ALTER TABLE and CREATE INDEX name a table. */
export interface StatementHead {
  readonly kind: 'create-table' | 'alter-table' | 'create-index' | 'other';
  readonly table: string | null;
}

/** Reads the head of a statement. */
export function headOf({ tokens }: StatementPiece): StatementHead {
  const [first, ...rest] = tokens;
  const at = rest.findIndex(({ word }) => word === 'table' || word === 'index') + 1;
  const noun = tokens[at]?.word;
  if (at > 0 && at < 4 && first?.word === 'create' && noun === 'table') {
    return { kind: 'create-table', table: nameAt(tokens, behindExists(tokens, at + 1)) };
  }
  if (at > 0 && at < 4 && first?.word === 'alter' && noun === 'table') {
    return { kind: 'alter-table', table: nameAt(tokens, behindExists(tokens, at + 1)) };
  }
  if (at > 0 && at < 4 && first?.word === 'create' && noun === 'index') {
    const on = tokens.findIndex(({ word }) => word === 'on');
    return { kind: 'create-index', table: on < 0 ? null : nameAt(tokens, on + 1) };
  }
  return { kind: 'other', table: null };
}

function behindExists(tokens: readonly Token[], at: number): number {
  const words = ['if', 'not', 'exists'];
  let next = at;
  while (words.includes(tokens[next]?.word ?? '')) next += 1;
  return next;
}

function nameAt(tokens: readonly Token[], at: number): string | null {
  const dotted = tokens[at + 1]?.word === '.' ? tokens[at + 2] : tokens[at];
  return dotted?.value ?? null;
}

/** Do two names mean one table? Names are looked for without their case. */
export function sameName(a: string | null | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

/** The statement that a place lies in. */
export function statementAt({ statements }: GrammarStanding, place: Place | null): StatementPiece | null {
  if (place === null) return null;
  const { start, end } = place.span;
  return statements.find(({ span }) => span.start <= start && end <= span.end) ?? null;
}

/** The tokens of a statement within a stretch of the file. */
export function tokensWithin({ tokens }: StatementPiece, { start, end }: Span): readonly Token[] {
  return tokens.filter(({ span }) => start <= span.start && span.end <= end);
}

/** An element between the brackets of CREATE TABLE. */
export interface Element {
  readonly tokens: readonly Token[];
  readonly span: Span;
  readonly isColumn: boolean;
}

/** The CREATE TABLE that makes a table, with its elements. */
export interface Making {
  readonly table: Table;
  readonly statement: StatementPiece;
  readonly elements: readonly Element[];
  /** Behind the closing bracket. */
  readonly options: readonly Token[];
}

/** The table of that name; null where the schema has none. */
export function tableNamed({ tables }: Schema, { schema, name }: TableRef): Table | null {
  return tables.find((table) => table.name === name && table.schema === schema) ?? null;
}

/** The plain CREATE TABLE of a table; null where it is made in another way. */
export function makingOf(grammar: Grammar, standing: GrammarStanding, ref: TableRef): Making | null {
  const table = tableNamed(standing.schema, ref);
  const statement = statementAt(standing, table?.place ?? null);
  if (table === null || statement === null || headOf(statement).kind !== 'create-table') return null;
  const list = listOf(statement);
  if (list === null) return null;
  const elements = separated(list.tokens).flatMap((tokens): Element[] => {
    const span = spanOf(tokens);
    return span === null ? [] : [{ tokens, span, isColumn: isColumn(tokens, grammar) }];
  });
  return elements.length === 0 ? null : { table, statement, elements, options: list.behind };
}

/** What stands between the brackets of CREATE TABLE, and behind them. */
function listOf({
  tokens,
}: StatementPiece): { readonly tokens: readonly Token[]; readonly behind: readonly Token[] } | null {
  const open = tokens.findIndex(({ word }) => word === '(');
  let depth = 0;
  for (let at = open; open >= 0 && at < tokens.length; at += 1) {
    const word = tokens[at]?.word;
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth === 0) return { tokens: tokens.slice(open + 1, at), behind: tokens.slice(at + 1) };
  }
  return null;
}

function isColumn([first]: readonly Token[], { rules }: Grammar): boolean {
  return first !== undefined && !(first.kind === 'word' && rules.elementWords.has(first.word));
}

/** The elements of ALTER TABLE's list of actions; none for any other statement. */
export function actionsOf(statement: StatementPiece): readonly (readonly Token[])[] {
  const { kind, table } = headOf(statement);
  if (kind !== 'alter-table') return [];
  const at = statement.tokens.findIndex((token) => token.kind !== 'string' && token.value === table);
  return separated(statement.tokens.slice(at + 1));
}
