import {
  type DialectTraits,
  type Fact,
  type IndexKey,
  isUnreadable,
  type Place,
  type Table,
} from '@canonical-schema/schema';
import { normalized, StatementError } from '../../fold/fold';
import type { Statement } from '../statement';
import { separated, TokenReader } from '../token-reader';
import type { Token } from '../tokens';
import { expressionContext } from './expression-context';
import { columnNamed, refOf } from './relation';

/** One key of an index or constraint as written. */
export interface WrittenPart {
  readonly of:
    | { readonly kind: 'column'; readonly column: string; readonly length?: number }
    | { readonly kind: 'expression'; readonly tokens: readonly Token[] };
  readonly collation: string | null;
  readonly descending: boolean;
}

/** The keys in the brackets that open here. */
export function readParts(reader: TokenReader, traits: DialectTraits): readonly WrittenPart[] {
  return separated(reader.bracketed()).map((tokens) => readPart(tokens, traits));
}

function readPart(written: readonly Token[], traits: DialectTraits): WrittenPart {
  const order = written.at(-1)?.word;
  const isOrdered = order === 'asc' || order === 'desc';
  const bare = isOrdered ? written.slice(0, -1) : written;
  const collated = bare.at(-2)?.word === 'collate' ? (bare.at(-1)?.value.toLowerCase() ?? null) : null;
  const tokens = collated === null ? bare : bare.slice(0, -2);
  return { of: termOf(tokens, traits), collation: collated, descending: order === 'desc' };
}

function termOf(tokens: readonly Token[], traits: DialectTraits): WrittenPart['of'] {
  const reader = new TokenReader(tokens);
  const first = reader.peek();
  const isName = first?.kind === 'word' || first?.kind === 'name' || (first?.kind === 'string' && tokens.length === 1);
  if (isName && tokens.length === 1) return { kind: 'column', column: reader.name() };
  const [, open, length, close] = tokens;
  const isPrefix = open?.word === '(' && length?.kind === 'number' && close?.word === ')' && tokens.length === 4;
  if (isName && isPrefix && traits.hasIndexPrefixes) {
    return { kind: 'column', column: reader.name(), length: Number(length.value) };
  }
  const inner = isName ? null : withoutBrackets(tokens);
  return inner !== null ? termOf(inner, traits) : { kind: 'expression', tokens };
}

/** What one pair of brackets is around; null where none is around all of it. */
function withoutBrackets(tokens: readonly Token[]): readonly Token[] | null {
  if (tokens[0]?.word !== '(') return null;
  const reader = new TokenReader(tokens);
  const inner = reader.bracketed();
  return reader.isAtEnd ? inner : null;
}

/** The keys in normal form. */
export function keysOf(
  statement: Statement,
  table: Table,
  parts: readonly WrittenPart[],
  place: Place,
): readonly IndexKey[] {
  return parts.map(({ of, collation, descending }): IndexKey => {
    const key = { opclass: null, collation, descending, nulls: descending ? ('first' as const) : ('last' as const) };
    if (of.kind === 'expression') {
      return { of: { kind: 'expression', expression: expressionOf(statement, table, of.tokens, place) }, ...key };
    }
    const column = columnNamed(table, of.column);
    if (column === undefined) {
      throw new StatementError(`column ${table.name}.${of.column} does not exist`, refOf(table.name));
    }
    const length = of.length === undefined || holdsAllOf(of.length, column.type) ? {} : { length: of.length };
    return { of: { kind: 'column', column: column.name }, ...key, ...length };
  });
}

/** Is a prefix of so many characters, or bytes, as long as the longest value? Then the server takes it for the column. */
function holdsAllOf(length: number, type: Fact<string>): boolean {
  const size = isUnreadable(type) ? undefined : /^(?:var)?(?:char|binary)\((\d+)\)$/.exec(type)?.[1];
  return size !== undefined && length >= Number(size);
}

/** An index's expression or predicate in normal form. */
export function expressionOf(statement: Statement, table: Table, tokens: readonly Token[], place: Place): Fact<string> {
  return normalized(statement, { table: refOf(table.name), column: null, place }, () =>
    statement.sql.normalOf(tokens, expressionContext(table)),
  );
}
