import { CatalogError, type Column, constraintsOf, type Table } from '@canonical-schema/schema';
import { UnreadableExpression } from '../../expressions/opaque';
import { normalized, StatementError } from '../../fold/fold';
import { shadowedColumn } from '../../statements/shadowed';
import type { Statement } from '../statement';
import { GrammarError, separated, spanOf, TokenReader } from '../token-reader';
import type { Token } from '../tokens';
import { type ReadColumn, readColumn } from './column';
import { addConstraint, addConstraints, readTableConstraint } from './constraint';
import { dropKeyIndex } from './drop';
import { expressionContext } from './expression-context';
import { keptJson } from './json-checks';
import { columnNamed, listObject, qualifiedName, refOf, tableFor, tableNamed, unlistObject } from './relation';
import { renameIndex, renameTable } from './rename';
import { tableOptions } from './table-options';

/** What one action of ALTER TABLE is carried out on, its first words taken. */
interface Action {
  readonly statement: Statement;
  readonly table: Table;
  readonly reader: TokenReader;
}

type RunAction = (action: Action) => void;

/** Every action by the words that it starts with; longer phrases stand before those that they begin with. */
const actions: { readonly [phrase in string]?: RunAction } = {
  'add partition': ignore,
  'add system versioning': ignore,
  'add period': ignore,
  'add column': addColumn,
  ...Object.fromEntries(
    ['constraint', 'primary key', 'unique', 'index', 'key', 'fulltext', 'spatial', 'foreign key', 'check'].map(
      (words): [string, RunAction] => [`add ${words}`, (action) => addElement(action, words)],
    ),
  ),
  add: addColumn,
  'drop partition': ignore,
  'drop system versioning': ignore,
  'drop period': ignore,
  'drop primary key': dropPrimaryKey,
  'drop foreign key': (action) => dropConstraint(action, ['foreign-key']),
  'drop constraint': (action) => dropConstraint(action, ['foreign-key', 'check', 'unique', 'primary-key']),
  'drop check': (action) => dropConstraint(action, ['check']),
  'drop index': dropIndex,
  'drop key': dropIndex,
  'drop column': dropColumn,
  drop: dropColumn,
  'modify column': modifyColumn,
  modify: modifyColumn,
  'change column': changeColumn,
  change: changeColumn,
  'alter index': ignore,
  'alter check': alterCheck,
  'alter constraint': alterCheck,
  'alter column': alterColumn,
  alter: alterColumn,
  'rename column': renameColumn,
  'rename index': ({ statement, table, reader }) => renameIndex(statement, table, reader.name(), nameBehindTo(reader)),
  'rename key': ({ statement, table, reader }) => renameIndex(statement, table, reader.name(), nameBehindTo(reader)),
  'rename to': rename,
  'rename as': rename,
  'rename =': rename,
  rename: renameOrColumn,
  comment: setComment,
};

const actionPhrases = Object.keys(actions);

/** Actions that change storage, statistics, partitions or how the change is carried out. */
const ignored: ReadonlySet<string> = new Set(
  [
    'engine auto_increment avg_row_length character charset checksum collate compression connection convert data default',
    'delay_key_write disable discard enable encryption encrypted encryption_key_id force import index insert_method',
    'key_block_size max_rows min_rows order pack_keys page_checksum page_compressed page_compression_level password',
    'row_format secondary_engine stats_auto_recalc stats_persistent stats_sample_pages tablespace transactional type union',
    'algorithm lock with without partition remove coalesce reorganize exchange analyze check optimize rebuild repair truncate',
    'wait nowait autoextend_size itef_quotes sequence storage start',
  ].flatMap((line) => line.split(' ')),
);

/** ALTER TABLE, action by action: one that cannot be carried out costs none of the others. */
export function alterTable(statement: Statement): void {
  const { reader } = statement;
  const ifExists = reader.accepts('if', 'exists');
  const name = qualifiedName(reader);
  if (reader.acceptsOneOf(['wait', 'nowait']) === 'wait') reader.take();
  if (ifExists && tableNamed(statement, name) === null) return;
  const rest = separated(reader.tokens.slice(reader.position));
  if (rest.every(isIgnored)) return;
  let current = tableFor(statement, name, 'alters');
  for (const tokens of continuedLists(rest)) {
    if (current === null) return;
    runAction(statement, current, tokens);
    current = renamedTo(statement, current, tokens);
  }
}

/** The table as it is now: an action may have given it another name. */
function renamedTo(statement: Statement, table: Table, tokens: readonly Token[]): Table | null {
  return tableNamed(statement, table.name) ?? tableNamed(statement, tokens.at(-1)?.value ?? '');
}

/** `ORDER BY a, b` and `ADD PARTITION (…), (…)` hold commas of their own. */
function continuedLists(pieces: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const known = new Set(actionPhrases.map((phrase) => phrase.split(' ')[0] ?? ''));
  const joined: Token[][] = [];
  for (const piece of pieces) {
    const word = piece[0]?.word ?? '';
    const last = joined.at(-1);
    const continues = last !== undefined && isIgnored(last) && !known.has(word) && !ignored.has(word);
    if (continues) last.push(...piece);
    else joined.push([...piece]);
  }
  return joined;
}

function isIgnored([first, second]: readonly Token[]): boolean {
  return first === undefined || (ignored.has(first.word) && !(first.word === 'order' && second?.word !== 'by'));
}

function runAction(statement: Statement, table: Table, tokens: readonly Token[]): void {
  if (isIgnored(tokens)) {
    const comment = commentAmong(tokens);
    if (comment !== undefined) statement.catalog.apply({ kind: 'set-table-comment', table, comment });
    return;
  }
  try {
    const reader = new TokenReader(tokens);
    const phrase = reader.acceptsOneOf(actionPhrases);
    const run = phrase === null ? undefined : actions[phrase];
    if (run === undefined) throw reader.unexpected();
    run({ statement, table, reader });
  } catch (error) {
    const known = [StatementError, CatalogError, UnreadableExpression, GrammarError];
    if (!(error instanceof Error) || !known.some((kind) => error instanceof kind)) throw error;
    const place = statement.placeOf(spanOf(tokens));
    statement.fold.unread.push({
      extent: 'whole',
      why: error.message,
      subject: table.name,
      table: refOf(table.name),
      place,
    });
  }
}

/** `ENGINE = InnoDB COMMENT = 'x'`: options may follow each other without commas. */
function commentAmong(tokens: readonly Token[]): string | null | undefined {
  if (!tokens.some(({ word }) => word === 'comment')) return undefined;
  return tableOptions(new TokenReader(tokens)).comment;
}

function ignore(): void {}

function addColumn(action: Action): void {
  const { statement, reader } = action;
  const ifNotExists = reader.accepts('if', 'not', 'exists');
  if (reader.sees('(')) {
    for (const tokens of separated(reader.bracketed())) {
      const first = tokens[0]?.word ?? '';
      const inner = { statement, table: currentOf(action), reader: new TokenReader(tokens) };
      if (statement.grammar.rules.elementWords.has(first)) addElement(inner, null);
      else addOneColumn(inner, ifNotExists);
    }
    return;
  }
  addOneColumn(action, ifNotExists);
}

function addOneColumn(action: Action, ifNotExists: boolean): void {
  const { statement, table, reader } = action;
  const read = readDefinition(action);
  skipPosition(reader);
  if (!reader.isAtEnd) throw reader.unexpected();
  const existing = columnNamed(table, read.column.name);
  if (existing !== undefined && ifNotExists) {
    shadowedColumn(statement, table, existing, read.column);
    return;
  }
  if (existing !== undefined) throw new CatalogError(`column ${table.name}.${read.column.name} already exists`);
  statement.catalog.apply({ kind: 'add-column', table, column: read.column });
  finishColumn(action, read);
}

/** A column's definition, with JSON known for what it is. */
function readDefinition({ statement, table, reader }: Action): ReadColumn {
  const types = expressionContext(table);
  const read = readColumn(statement, refOf(table.name), reader, types);
  if (!statement.grammar.rules.checksJson) return read;
  const { columns, constraints } = keptJson([read], read.constraints);
  return { ...(columns[0] ?? read), constraints };
}

function finishColumn({ statement, table }: Action, { column, constraints, onUpdate }: ReadColumn): void {
  addConstraints(statement, table.name, constraints);
  if (onUpdate) listObject(statement, 'on update', column.name, column.place ?? statement.text.place, table.name);
}

/** `FIRST` and `AFTER c`: the order of columns is nobody's concern. */
function skipPosition(reader: TokenReader): void {
  if (!reader.accepts('first') && reader.accepts('after')) reader.name();
}

function currentOf({ statement, table }: Action): Table {
  return statement.catalog.table(table) ?? table;
}

/** ADD of a constraint or index: its words are read again from the first. */
function addElement({ statement, table, reader }: Action, words: string | null): void {
  if (words !== null) reader.moveTo(reader.position - words.split(' ').length);
  const place = statement.placeOf(spanOf(reader.tokens));
  const ifNotExists = reader.tokens
    .slice(0, 5)
    .some(({ word }, at, all) => word === 'if' && all[at + 1]?.word === 'not');
  const written = readTableConstraint(statement, reader, place);
  if (!reader.isAtEnd) throw reader.unexpected();
  if (written === null) return;
  const { name } = written;
  const known = [...constraintsOf(table), ...table.indexes].some((object) => name !== null && object.name === name);
  if (!known || !ifNotExists) addConstraint(statement, table.name, written);
}

function dropPrimaryKey({ statement, table, reader }: Action): void {
  reader.accepts('if', 'exists');
  const { primaryKey } = table;
  if (primaryKey === null)
    throw new StatementError(`drops the primary key of ${table.name}, which has none`, refOf(table.name));
  statement.catalog.apply({
    kind: 'drop-constraint',
    table,
    constraint: { kind: 'primary-key', name: primaryKey.name ?? '' },
  });
}

type ConstraintKind = ReturnType<typeof constraintsOf>[number]['kind'];

function dropConstraint({ statement, table, reader }: Action, kinds: readonly ConstraintKind[]): void {
  const ifExists = reader.accepts('if', 'exists');
  const name = reader.name();
  const found = constraintsOf(table).find(
    (constraint) => kinds.includes(constraint.kind) && constraint.name?.toLowerCase() === name.toLowerCase(),
  );
  if (found === undefined) {
    if (ifExists) return;
    throw new StatementError(`drops the constraint ${name}, which does not exist`, refOf(table.name));
  }
  statement.catalog.apply({ kind: 'drop-constraint', table, constraint: { kind: found.kind, name: found.name ?? '' } });
}

function dropIndex({ statement, table, reader }: Action): void {
  const ifExists = reader.accepts('if', 'exists');
  dropKeyIndex(statement, table, reader.name(), ifExists);
}

function dropColumn({ statement, table, reader }: Action): void {
  const ifExists = reader.accepts('if', 'exists');
  const name = reader.name();
  const column = columnNamed(table, name);
  if (column === undefined) {
    if (ifExists) return;
    throw new StatementError(`drops ${table.name}.${name}, which does not exist`, refOf(table.name));
  }
  dropFromTable(statement, table, column);
}

/** Keys of several columns go on without the one that is dropped, where unique constraints are indexes. */
function dropFromTable({ catalog, grammar }: Statement, table: Table, column: Column): void {
  const lost = column.name;
  const kept = grammar.traits.uniquesAreIndexes ? table : null;
  catalog.apply({ kind: 'drop-column', table, column: lost });
  catalog.apply({
    kind: 'drop-other',
    other: { kind: 'on update', schema: table.schema, name: lost, table: table.name },
  });
  if (kept === null) return;
  const rest = (columns: readonly string[]): readonly string[] => columns.filter((name) => name !== lost);
  for (const unique of kept.uniques) {
    const columns = rest(unique.columns);
    if (columns.length === 0 || columns.length === unique.columns.length) continue;
    catalog.apply({ kind: 'add-constraint', table, constraint: { kind: 'unique', ...unique, columns } });
  }
  for (const index of kept.indexes) {
    const keys = index.keys.filter(({ of }) => of.kind !== 'column' || of.column !== lost);
    if (keys.length > 0 && keys.length < index.keys.length)
      catalog.apply({ kind: 'add-index', table, index: { ...index, keys } });
  }
}

function modifyColumn(action: Action): void {
  const { reader, table } = action;
  const ifExists = reader.accepts('if', 'exists');
  const name = reader.peek()?.value ?? '';
  redefine(action, name, ifExists, table);
}

function changeColumn(action: Action): void {
  const { reader, table } = action;
  const ifExists = reader.accepts('if', 'exists');
  redefine(action, reader.name(), ifExists, table);
}

/** A column gets the whole definition that stands here, and its name where that is another. */
function redefine(action: Action, name: string, ifExists: boolean, table: Table): void {
  const { statement, reader } = action;
  const column = columnNamed(table, name);
  if (column === undefined) {
    if (ifExists) return;
    throw new StatementError(`alters ${table.name}.${name}, which does not exist`, refOf(table.name));
  }
  const read = readDefinition(action);
  skipPosition(reader);
  if (!reader.isAtEnd) throw reader.unexpected();
  const { name: to, place: _, ...facts } = read.column;
  if (to !== column.name) statement.catalog.apply({ kind: 'rename-column', table, column: column.name, to });
  unlistObject(statement, 'on update', column.name, table.name);
  const isKey = table.primaryKey?.columns.includes(column.name) ?? false;
  const set = isKey ? { ...facts, nullable: false } : facts;
  statement.catalog.apply({ kind: 'alter-column', table, column: to, set });
  finishColumn({ ...action, table: currentOf(action) }, read);
}

function alterColumn({ statement, table, reader }: Action): void {
  reader.accepts('if', 'exists');
  const name = reader.name();
  const column = columnNamed(table, name);
  if (column === undefined)
    throw new StatementError(`alters ${table.name}.${name}, which does not exist`, refOf(table.name));
  if (reader.accepts('drop', 'default')) {
    statement.catalog.apply({ kind: 'alter-column', table, column: column.name, set: { default: null } });
    return;
  }
  if (reader.accepts('set', 'visible') || reader.accepts('set', 'invisible')) return;
  reader.expects('set', 'default');
  const tokens = reader.tokens.slice(reader.position);
  const at = { table: refOf(table.name), column: column.name, place: statement.placeOf(spanOf(tokens)) };
  const type = typeof column.type === 'string' ? column.type : '';
  const value = normalized(statement, at, () => statement.sql.default(statement.sql.readable(tokens), type));
  const written = 'unreadable' in value ? value : value.kind === 'none' ? null : value.sql;
  statement.catalog.apply({ kind: 'alter-column', table, column: column.name, set: { default: written } });
}

/** `ALTER CHECK c [NOT] ENFORCED`: one that is not enforced is none. */
function alterCheck({ statement, table, reader }: Action): void {
  const name = reader.name();
  const found = table.checks.find((check) => check.name?.toLowerCase() === name.toLowerCase());
  if (reader.accepts('enforced') && found !== undefined) return;
  reader.expects('not', 'enforced');
  if (found === undefined)
    throw new StatementError(`alters the check ${name}, which does not exist`, refOf(table.name));
  statement.catalog.apply({ kind: 'drop-constraint', table, constraint: { kind: 'check', name: found.name ?? '' } });
}

function nameBehindTo(reader: TokenReader): string {
  reader.expects('to');
  return reader.name();
}

function renameColumn({ statement, table, reader }: Action): void {
  reader.accepts('if', 'exists');
  const name = reader.name();
  const column = columnNamed(table, name);
  if (column === undefined)
    throw new StatementError(`renames ${table.name}.${name}, which does not exist`, refOf(table.name));
  const to = nameBehindTo(reader);
  statement.catalog.apply({ kind: 'rename-column', table, column: column.name, to });
  const listed = statement.catalog.other({
    kind: 'on update',
    schema: table.schema,
    name: column.name,
    table: table.name,
  });
  if (listed === null) return;
  unlistObject(statement, 'on update', column.name, table.name);
  listObject(statement, 'on update', to, listed.place ?? statement.text.place, table.name);
}

function rename({ statement, table, reader }: Action): void {
  renameTable(statement, table, qualifiedName(reader));
}

/** `RENAME new` of a table, and SQLite's `RENAME a TO b` of a column. */
function renameOrColumn(action: Action): void {
  if (action.reader.peek(1)?.word === 'to') renameColumn(action);
  else rename(action);
}

function setComment({ statement, table, reader }: Action): void {
  reader.accepts('=');
  const comment = reader.string() || null;
  statement.catalog.apply({ kind: 'set-table-comment', table, comment });
}
