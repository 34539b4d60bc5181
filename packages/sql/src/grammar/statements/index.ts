import type { Statement } from '../statement';
import { GrammarError, type TokenReader } from '../token-reader';
import { alterTable } from './alter-table';
import { createIndex } from './create-index';
import { createTable, createTemporaryTable } from './create-table';
import { dropIndex, dropListed, dropTable } from './drop';
import { createTrigger, createVirtualTable, listed } from './listed';
import { renameTables } from './rename';

type Read = (statement: Statement) => void;

/** What stands around or above the tables of a file. */
const aroundTables: { readonly [phrase in string]?: Read } = Object.fromEntries(
  ['database', 'schema', 'user', 'role', 'server', 'tablespace'].map((kind) => [kind, ignore]),
);

/** What CREATE makes, by the words behind it and the modifiers that are skipped. */
const creates: { readonly [phrase in string]?: Read } = {
  table: createTable,
  'temporary table': createTemporaryTable,
  'temp table': createTemporaryTable,
  'virtual table': createVirtualTable,
  index: createIndex('plain'),
  'unique index': createIndex('unique'),
  'fulltext index': createIndex('fulltext'),
  'spatial index': createIndex('spatial'),
  view: listed('view'),
  'temporary view': ignore,
  'temp view': ignore,
  trigger: createTrigger,
  'temporary trigger': ignore,
  'temp trigger': ignore,
  procedure: listed('procedure'),
  function: listed('function'),
  'aggregate function': listed('function'),
  event: listed('event'),
  sequence: listed('sequence'),
  package: listed('package'),
  'package body': ignore,
  ...aroundTables,
};

const drops: { readonly [phrase in string]?: Read } = {
  table: dropTable,
  tables: dropTable,
  'temporary table': ignore,
  index: dropIndex,
  ...Object.fromEntries(
    ['view', 'trigger', 'procedure', 'function', 'event', 'sequence', 'package'].map((kind) => [
      kind,
      dropListed(kind),
    ]),
  ),
  ...aroundTables,
  prepare: ignore,
};

const alters: { readonly [phrase in string]?: Read } = {
  table: alterTable,
  ...Object.fromEntries(
    [
      ...['database', 'schema', 'user', 'view', 'procedure', 'function', 'event', 'server', 'tablespace', 'sequence'],
      'instance',
    ].map((kind) => [kind, ignore]),
  ),
};

/** Statements by their first word. */
const statements: { readonly [word in string]?: Read } = {
  create: (statement) => dispatch(statement, creates),
  drop: (statement) => dispatch(statement, drops),
  alter: (statement) => dispatch(statement, alters),
  rename: (statement) => {
    if (statement.reader.acceptsOneOf(['table', 'tables']) !== null) renameTables(statement);
    else if (!statement.reader.accepts('user')) throw unknownKind(statement.reader);
  },
};

/** Statements that change data, settings or the session, and no schema. */
const ignored: ReadonlySet<string> = new Set(
  [
    'insert replace update delete select with set use begin start commit rollback savepoint release lock unlock pragma',
    'vacuum analyze optimize check repair flush grant revoke show describe desc explain call do load handler reindex',
    'attach detach end values kill reset purge install uninstall prepare execute deallocate xa truncate import help',
    'delimiter signal get change stop cache',
  ].flatMap((line) => line.split(' ')),
);

/** Is this how a statement of the dialect starts? */
export function isStatementStart(word: string): boolean {
  return ignored.has(word) || word in statements;
}

/** Carries out one statement. Throws what `noteUnread` knows. */
export function readGrammarStatement(statement: Statement): void {
  const { reader } = statement;
  const first = reader.peek()?.word ?? '';
  if (ignored.has(first)) return;
  const read = statements[first];
  if (read === undefined) throw unknownKind(reader);
  reader.take();
  read(statement);
}

function dispatch(statement: Statement, table: { readonly [phrase in string]?: Read }): void {
  const { reader } = statement;
  skipModifiers(reader);
  const phrase = reader.acceptsOneOf(Object.keys(table).sort((a, b) => b.length - a.length));
  const read = phrase === null ? undefined : table[phrase];
  if (read === undefined) throw unknownKind(reader);
  read(statement);
}

/** `OR REPLACE`, `DEFINER = …`, `ALGORITHM = …`, `SQL SECURITY …`, `ONLINE`, `IGNORE`. */
function skipModifiers(reader: TokenReader): void {
  for (;;) {
    if (reader.accepts('sql', 'security')) reader.take();
    else if (reader.acceptsOneOf(['definer', 'algorithm']) !== null) skipValue(reader);
    else if (reader.acceptsOneOf(['or replace', 'online', 'offline', 'ignore']) === null) return;
  }
}

/** A word, an account (`a`@`b`), or a function with brackets. */
function skipValue(reader: TokenReader): void {
  reader.accepts('=');
  reader.take();
  const behind = reader.peek();
  if (behind?.text.startsWith('@')) {
    reader.take();
    if (behind.text === '@') reader.take();
  }
  if (reader.sees('(')) reader.bracketed();
}

function unknownKind(reader: TokenReader): GrammarError {
  return new GrammarError('is of a kind that is not understood', reader.peek()?.span ?? null);
}

function ignore(): void {}
