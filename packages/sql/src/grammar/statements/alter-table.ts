import { CatalogError, constraintsOf, type Table } from '@canonical-schema/schema';
import { UnreadableExpression } from '../../expressions/opaque';
import { StatementError } from '../../fold/fold';
import type { Statement } from '../statement';
import { GrammarError, separated, spanOf, TokenReader } from '../token-reader';
import type { Token } from '../tokens';
import { type Action, addElement, nameBehindTo } from './alter-action';
import { addColumn, alterColumn, changeColumn, dropColumn, modifyColumn, renameColumn } from './alter-column';
import { dropKeyIndex } from './drop';
import { qualifiedName, refOf, tableFor, tableNamed } from './relation';
import { renameIndex, renameTable } from './rename';
import { tableOptions } from './table-options';

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

const isOfTexts: ReadonlySet<string> = new Set(['character', 'charset', 'collate', 'convert']);

/** ALTER TABLE, action by action: one that cannot be carried out costs none of the others. */
export function alterTable(statement: Statement): void {
  const { reader } = statement;
  const ifExists = reader.accepts('if', 'exists');
  const name = qualifiedName(reader);
  if (reader.acceptsOneOf(['wait', 'nowait']) === 'wait') reader.take();
  if (ifExists && tableNamed(statement, name) === null) return;
  const rest = separated(reader.tokens.slice(reader.position));
  // A table's character set may become another one, for columns that are there and for those that come.
  if (rest.flat().some(({ word }) => isOfTexts.has(word))) statement.fold.tableTexts.delete(name.toLowerCase());
  if (rest.every(isIgnored)) return;
  let current = tableFor(statement, name, 'alters');
  const gone = new Set(
    rest.flatMap((tokens) => (tokens[0]?.word === 'drop' ? (tokens.at(-1)?.value.toLowerCase() ?? []) : [])),
  );
  if (rest.some(([first, second]) => first?.word === 'drop' && second?.word === 'primary')) gone.add('primary');
  for (const tokens of continuedLists(rest)) {
    if (current === null) return;
    runAction(statement, current, tokens, gone);
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

function runAction(statement: Statement, table: Table, tokens: readonly Token[], gone: ReadonlySet<string>): void {
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
    run({ statement, table, reader, gone });
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
