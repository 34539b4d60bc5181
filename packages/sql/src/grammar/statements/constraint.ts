import type { DialectTraits, Place, ReferentialAction } from '@canonical-schema/schema';
import type { Statement } from '../statement';
import type { TokenReader } from '../token-reader';
import type { Token } from '../tokens';
import { readParts, type WrittenPart } from './key-parts';
import { qualifiedName } from './relation';
import type { WrittenIndex } from './table-index';

/** A constraint or index as written, before it is known what it is over. `column` is the one that it stands behind. */
export type WrittenConstraint = {
  readonly column: string | null;
  readonly name: string | null;
  readonly place: Place;
} & (
  | { readonly kind: 'primary-key'; readonly parts: readonly WrittenPart[] }
  | { readonly kind: 'unique'; readonly parts: readonly WrittenPart[] }
  | { readonly kind: 'index'; readonly index: WrittenIndex }
  | {
      readonly kind: 'foreign-key';
      readonly columns: readonly string[];
      readonly reference: WrittenReference;
      /** The name of an index that is not the key's own, too. */
      readonly indexName: string | null;
    }
  | { readonly kind: 'check'; readonly condition: readonly Token[]; readonly isEnforced: boolean }
);

/** What stands behind REFERENCES. */
export interface WrittenReference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
  readonly match: 'simple' | 'full';
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
}

const actions = ['no action', 'restrict', 'cascade', 'set null', 'set default'] as const;

/** `t (a, b) ON DELETE … ON UPDATE … MATCH … DEFERRABLE …`, behind the word REFERENCES. */
export function readReference(reader: TokenReader, { hasDeferrableConstraints }: DialectTraits): WrittenReference {
  const table = qualifiedName(reader);
  const columns = reader.sees('(') ? namesIn(reader) : [];
  let [onDelete, onUpdate]: ReferentialAction[] = ['no action', 'no action'];
  let match: WrittenReference['match'] = 'simple';
  let [deferrable, initiallyDeferred] = [false, false];
  for (;;) {
    if (reader.accepts('on', 'delete')) onDelete = actionIn(reader);
    else if (reader.sees('on', 'update') && !reader.sees('on', 'update', 'current_timestamp')) {
      reader.accepts('on', 'update');
      onUpdate = actionIn(reader);
    } else if (reader.accepts('match')) match = reader.take().word === 'full' ? 'full' : 'simple';
    else if (!hasDeferrableConstraints) break;
    else if (reader.accepts('not', 'deferrable')) deferrable = false;
    else if (reader.accepts('deferrable')) deferrable = true;
    else if (reader.accepts('initially', 'deferred')) initiallyDeferred = deferrable;
    else if (!reader.accepts('initially', 'immediate')) break;
  }
  return {
    table,
    columns,
    onDelete: onDelete ?? 'no action',
    onUpdate: onUpdate ?? 'no action',
    match,
    deferrable,
    initiallyDeferred,
  };
}

function actionIn(reader: TokenReader): ReferentialAction {
  const action = reader.acceptsOneOf(actions);
  if (action === null) throw reader.unexpected('an action');
  return action;
}

function namesIn(reader: TokenReader): readonly string[] {
  reader.expects('(');
  const names: string[] = [];
  do names.push(reader.name());
  while (reader.accepts(','));
  reader.expects(')');
  return names;
}

/** What CHECK says, in the brackets that open here and the words behind them. */
export function readCheck(reader: TokenReader): { readonly condition: readonly Token[]; readonly isEnforced: boolean } {
  const condition = reader.bracketed();
  const isEnforced = !reader.accepts('not', 'enforced');
  if (isEnforced) reader.accepts('enforced');
  skipConflict(reader);
  return { condition, isEnforced };
}

/** SQLite's `ON CONFLICT …` says what a statement that breaks the constraint does. */
export function skipConflict(reader: TokenReader): void {
  if (reader.accepts('on', 'conflict')) reader.take();
}

/** The constraint or index that an element of a table is; null for elements that say nothing of the schema. */
export function readTableConstraint(statement: Statement, reader: TokenReader, place: Place): WrittenConstraint | null {
  const base = { column: null, place };
  let name: string | null = null;
  if (reader.accepts('constraint')) {
    reader.accepts('if', 'not', 'exists');
    name = startsConstraint(reader) ? null : reader.name();
  }
  if (reader.accepts('primary', 'key')) {
    const type = skipIndexType(reader);
    // MySQL passes over a name.
    if (type === null && !reader.sees('(')) reader.name();
    skipIndexType(reader);
    const parts = readParts(reader, statement.grammar.traits);
    skipKeyOptions(reader);
    return { ...base, kind: 'primary-key', name, parts };
  }
  if (reader.accepts('foreign', 'key')) return readForeignKey(statement, reader, base, name);
  if (reader.accepts('check')) return { ...base, kind: 'check', name, ...readCheck(reader) };
  const isIndex = reader.acceptsOneOf(['index', 'key']) !== null;
  const word = isIndex ? null : reader.acceptsOneOf(['unique', 'fulltext', 'spatial']);
  if (word === null && !isIndex) return reader.accepts('period') ? null : unexpected(reader);
  if (!isIndex) reader.acceptsOneOf(['index', 'key']);
  return readIndexElement(statement, reader, { ...base, name }, word);
}

function unexpected(reader: TokenReader): never {
  throw reader.unexpected('a column or constraint');
}

function startsConstraint(reader: TokenReader): boolean {
  return ['primary', 'unique', 'foreign', 'check'].includes(reader.peek()?.word ?? '');
}

function readForeignKey(
  { grammar }: Statement,
  reader: TokenReader,
  base: { readonly column: null; readonly place: Place },
  name: string | null,
): WrittenConstraint {
  reader.accepts('if', 'not', 'exists');
  const indexName = reader.sees('(') ? null : reader.name();
  const columns = namesIn(reader);
  reader.expects('references');
  const reference = readReference(reader, grammar.traits);
  if (grammar.rules.keysTakeIndexNames) {
    return { ...base, kind: 'foreign-key', name: name ?? indexName, columns, reference, indexName: null };
  }
  return { ...base, kind: 'foreign-key', name, columns, reference, indexName: name === null ? indexName : null };
}

function readIndexElement(
  statement: Statement,
  reader: TokenReader,
  base: { readonly column: null; readonly place: Place; readonly name: string | null },
  word: 'unique' | 'fulltext' | 'spatial' | null,
): WrittenConstraint {
  reader.accepts('if', 'not', 'exists');
  const isNamed = !reader.sees('(') && !reader.sees('using') && !reader.sees('type');
  const name = isNamed ? reader.name() : base.name;
  const before = skipIndexType(reader);
  const parts = readParts(reader, statement.grammar.traits);
  const method = skipKeyOptions(reader) ?? before;
  if (word === 'unique') return { ...base, kind: 'unique', name, parts };
  return {
    ...base,
    kind: 'index',
    name,
    index: { unique: false, method: word ?? method, parts, where: null },
  };
}

/** `USING BTREE`; gives the word. */
export function skipIndexType(reader: TokenReader): string | null {
  if (reader.acceptsOneOf(['using', 'type']) === null) return null;
  return reader.take().word;
}

/** Options behind a key's columns, none of which changes what it is over. */
export function skipKeyOptions(reader: TokenReader): string | null {
  let method: string | null = null;
  for (;;) {
    const type = skipIndexType(reader);
    if (type !== null) method = type;
    else if (reader.acceptsOneOf(keyOptions) !== null) {
      reader.accepts('=');
      reader.take();
    } else if (reader.sees('on', 'conflict')) skipConflict(reader);
    else if (reader.acceptsOneOf(['visible', 'invisible', 'ignored', 'not ignored']) === null) return method;
  }
}

const keyOptions = [
  ...[
    'key_block_size',
    'comment',
    'with parser',
    'engine_attribute',
    'secondary_engine_attribute',
    'algorithm',
    'lock',
  ],
];
