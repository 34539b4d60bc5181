import type { Constraint, DialectTraits, Place, ReferentialAction, Table } from '@canonical-schema/schema';
import { CatalogError } from '@canonical-schema/schema';
import { UnreadableExpression } from '../../expressions/opaque';
import { normalized, StatementError } from '../../fold/fold';
import type { Statement } from '../statement';
import { GrammarError, type TokenReader } from '../token-reader';
import type { Token } from '../tokens';
import { columnsAmong, expressionContext } from './expression-context';
import { readParts, type WrittenPart } from './key-parts';
import { columnNamed, columnsNamed, qualifiedName, refOf, tableNamed } from './relation';
import { addKeyIndex, type WrittenIndex } from './table-index';

/** A constraint or index as written, before it is known what it is over. `column` is the one that it stands behind. */
export type WrittenConstraint = {
  readonly column: string | null;
  readonly name: string | null;
  readonly place: Place;
} & (
  | { readonly kind: 'primary-key'; readonly parts: readonly WrittenPart[] }
  | { readonly kind: 'unique'; readonly parts: readonly WrittenPart[] }
  | { readonly kind: 'index'; readonly index: WrittenIndex }
  | { readonly kind: 'foreign-key'; readonly columns: readonly string[]; readonly reference: WrittenReference }
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
  const own = grammar.rules.keysTakeIndexNames ? (indexName ?? name) : name;
  return { ...base, kind: 'foreign-key', name: own, columns, reference: readReference(reader, grammar.traits) };
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

/** Adds constraints in their order. One that cannot be read is noted with the table, which keeps all others. */
export function addConstraints(
  statement: Statement,
  name: string,
  written: readonly WrittenConstraint[],
  isInMemory = false,
): void {
  for (const constraint of written) {
    try {
      addConstraint(statement, name, constraint, isInMemory);
    } catch (error) {
      const isKnown = [StatementError, CatalogError, UnreadableExpression, GrammarError].some(
        (kind) => error instanceof kind,
      );
      if (!isKnown || !(error instanceof Error)) throw error;
      noteUnreadPart(statement, name, constraint, error.message);
    }
  }
}

function noteUnreadPart({ fold, catalog }: Statement, table: string, written: WrittenConstraint, why: string): void {
  const { kind, name, place } = written;
  fold.unread.push({ extent: 'fact', why, subject: table, table: refOf(table), place });
  catalog.noteUnread(refOf(table), { kind, name, columns: columnsOf(written), why, place });
}

function columnsOf(written: WrittenConstraint): readonly string[] | null {
  if (written.kind === 'foreign-key') return written.columns;
  if (written.kind !== 'primary-key' && written.kind !== 'unique')
    return written.column === null ? null : [written.column];
  return written.parts.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
}

/** Adds one constraint or index to a table that has its columns. */
export function addConstraint(
  statement: Statement,
  name: string,
  written: WrittenConstraint,
  isInMemory = false,
): void {
  const { catalog } = statement;
  const table = catalog.table(refOf(name));
  if (table === null) throw new CatalogError(`table ${name} does not exist`);
  if (written.kind === 'unique' || written.kind === 'index') {
    const index: WrittenIndex =
      written.kind === 'index' ? written.index : { unique: true, method: null, parts: written.parts, where: null };
    addKeyIndex(statement, table, {
      index,
      name: written.name,
      place: written.place,
      isConstraint: written.kind === 'unique',
      isInMemory,
    });
    return;
  }
  const constraint = constraintOf(statement, table, written);
  const others = [...table.foreignKeys, ...table.checks];
  if (constraint.name !== null && others.some((other) => other.name === constraint.name)) {
    throw new CatalogError(`constraint ${constraint.name} of table ${name} already exists`);
  }
  catalog.apply({ kind: 'add-constraint', table, constraint });
}

type WrittenKey = Exclude<WrittenConstraint, { kind: 'unique' | 'index' }>;

function constraintOf(statement: Statement, table: Table, written: WrittenKey): Constraint {
  switch (written.kind) {
    case 'primary-key':
      return primaryKey(statement, table, written);
    case 'foreign-key':
      return foreignKey(statement, table, written);
    case 'check':
      return check(statement, table, written);
  }
}

function primaryKey(
  { grammar }: Statement,
  table: Table,
  { name, parts, place }: Extract<WrittenKey, { kind: 'primary-key' }>,
): Constraint {
  if (table.primaryKey !== null)
    throw new StatementError(`table ${table.name} already has a primary key`, refOf(table.name));
  const columns = columnsNamed(
    table,
    parts.map(({ of }) => {
      if (of.kind === 'column') return of.column;
      throw new StatementError('has a primary key over an expression', refOf(table.name));
    }),
  );
  const { primaryKeyName } = grammar.rules;
  // Where every primary key has one name, a written one is passed over.
  const own = primaryKeyName === null ? name : primaryKeyName;
  return { kind: 'primary-key', name: own, nameGiven: primaryKeyName === null && name !== null, columns, place };
}

function foreignKey(
  statement: Statement,
  table: Table,
  { name, columns, reference, place }: Extract<WrittenKey, { kind: 'foreign-key' }>,
): Constraint {
  const { rules } = statement.grammar;
  const made = rules.foreignKeyName(table);
  const { onDelete, onUpdate, match, deferrable, initiallyDeferred } = reference;
  const action = (written: ReferentialAction): ReferentialAction =>
    rules.restrictIsNoAction && written === 'restrict' ? 'no action' : written;
  return {
    kind: 'foreign-key',
    name: name ?? made,
    nameGiven: name !== null && name !== made,
    columns: columnsNamed(table, columns),
    references: referenced(statement, table, reference),
    onDelete: action(onDelete),
    onUpdate: action(onUpdate),
    match,
    deferrable,
    initiallyDeferred,
    place,
  };
}

/** The target, its names as it spells them. One that does not stand yet may come later. */
function referenced(
  statement: Statement,
  table: Table,
  { table: written, columns }: WrittenReference,
): Extract<Constraint, { kind: 'foreign-key' }>['references'] {
  const target = tableNamed(statement, written);
  const known = target?.name === table.name ? table : target;
  const own = columns.length > 0 ? columns : known?.primaryKey?.columns;
  if (own === undefined) {
    const lack = known === null || known === undefined ? 'does not exist' : 'has no primary key';
    throw new StatementError(`references ${written}, which ${lack}`, refOf(table.name));
  }
  const spelled =
    known === null || known === undefined ? own : own.map((name) => columnNamed(known, name)?.name ?? name);
  return { schema: 'public', table: known?.name ?? written, columns: spelled };
}

function check(
  statement: Statement,
  table: Table,
  { name, condition, isEnforced, column, place }: Extract<WrittenKey, { kind: 'check' }>,
): Constraint {
  if (!isEnforced)
    throw new StatementError('has a check that is not enforced, which is not compared', refOf(table.name));
  const made = statement.grammar.rules.checkName(table, column);
  const context = { ...expressionContext(table), check: true };
  const columns = columnsAmong(condition, table);
  const own = columns.length === 1 ? (columns[0] ?? null) : null;
  const at = { table: refOf(table.name), column: own, place };
  return {
    kind: 'check',
    name: name ?? made,
    nameGiven: name !== null && name !== made,
    expression: normalized(statement, at, () => statement.sql.normalOf(condition, context)),
    columns,
    origin: 'written',
    place,
  };
}
