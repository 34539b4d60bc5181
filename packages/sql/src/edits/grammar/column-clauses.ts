import type { Span } from '@canonical-schema/schema';
import type { Token } from '../../grammar/tokens';

/** What a clause behind a column's type says. */
export type ClauseKind =
  | 'nullable'
  | 'default'
  | 'on update'
  | 'identity'
  | 'generated'
  | 'collation'
  | 'comment'
  | 'constraint'
  | 'other';

/** A clause of a column's definition, from its first to its last word. */
export interface Clause {
  readonly kind: ClauseKind;
  readonly span: Span;
}

/** A column's definition taken apart. */
export interface ColumnClauses {
  readonly name: Token;
  /** Null where the column has no type. */
  readonly type: Span | null;
  readonly clauses: readonly Clause[];
}

/** The words that clauses start with. */
const starters: Readonly<Record<string, ClauseKind>> = {
  not: 'nullable',
  null: 'nullable',
  default: 'default',
  on: 'on update',
  auto_increment: 'identity',
  generated: 'generated',
  as: 'generated',
  collate: 'collation',
  comment: 'comment',
  ...{ unique: 'constraint', primary: 'constraint', key: 'constraint', references: 'constraint', check: 'constraint' },
  ...{ constraint: 'constraint', autoincrement: 'constraint' },
  ...{
    charset: 'other',
    column_format: 'other',
    storage: 'other',
    srid: 'other',
    visible: 'other',
    invisible: 'other',
  },
};

/** Words that go on with a clause of a kind though they could start one. */
const continuations: { readonly [kind in ClauseKind]?: ReadonlySet<string> } = {
  nullable: new Set(['null']),
  constraint: new Set(['key', 'on', 'default', 'not', 'autoincrement']),
  generated: new Set(['as']),
};

/** The parts of a definition; its first token is the column's name. */
export function clausesOf([name, ...rest]: readonly Token[]): ColumnClauses | null {
  if (name === undefined) return null;
  const starts = clauseStarts(rest);
  const [first = rest.length] = starts.map(({ at }) => at);
  const type = spanBetween(rest, 0, first);
  const clauses = starts.flatMap(({ at, kind }, order): Clause[] => {
    const span = spanBetween(rest, at, starts[order + 1]?.at ?? rest.length);
    return span === null ? [] : [{ kind, span }];
  });
  return { name, type, clauses };
}

function clauseStarts(tokens: readonly Token[]): readonly { readonly at: number; readonly kind: ClauseKind }[] {
  const starts: { at: number; kind: ClauseKind }[] = [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.word === '(') depth += 1;
    if (token.word === ')') depth -= 1;
    if (depth > 0 || token.kind !== 'word') continue;
    const kind = isCharacterSet(tokens, at) ? 'other' : starters[token.word];
    if (kind !== undefined && !continues(tokens, starts.at(-1), at)) starts.push({ at, kind });
  }
  return starts;
}

/** `CHARACTER SET utf8mb4`, and not the type `character varying`. */
function isCharacterSet(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === 'character' && tokens[at + 1]?.word === 'set';
}

function continues(
  tokens: readonly Token[],
  open: { readonly at: number; readonly kind: ClauseKind } | undefined,
  at: number,
): boolean {
  if (open === undefined) return false;
  const [first, before, word] = [tokens[open.at]?.word, tokens[at - 1]?.word, tokens[at]?.word ?? ''];
  // What comes right behind DEFAULT is its value; behind CONSTRAINT its name, and then what it is.
  if (first === 'default' && before === 'default') return true;
  if (first === 'constraint' && at <= open.at + 2) return true;
  if (before === 'set' && (word === 'null' || word === 'default')) return true;
  if (word === 'not' && tokens[at + 1]?.word === 'deferrable') return true;
  if (word === 'null' && before !== 'not') return false;
  const more = continuations[open.kind];
  if (word === 'on') return open.kind === 'constraint' || tokens[at + 1]?.word === 'conflict';
  if (word === 'not' || word === 'default') return false;
  return more?.has(word) ?? false;
}

function spanBetween(tokens: readonly Token[], from: number, to: number): Span | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined || to <= from
    ? null
    : { start: first.span.start, end: last.span.end };
}
