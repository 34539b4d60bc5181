import {
  type Column,
  type Fact,
  type Generated,
  type Identity,
  isServerAtLeast,
  type Place,
  type TableRef,
} from '@canonical-schema/schema';
import type { ExpressionContext } from '../../expressions/normalize';
import { normalized, unreadFact } from '../../fold/fold';
import type { Expression } from '../expression-tree';
import { readExpression } from '../read-expression';
import type { Statement } from '../statement';
import { spanOf, type TokenReader } from '../token-reader';
import type { Token } from '../tokens';
import { charsetOf, collationOf, typeOfBytes } from '../types-mysql';
import { bareDefaultProblem } from './bare-default';
import { readCheck, readReference, skipConflict, type WrittenConstraint } from './constraint';
import type { TextDefaults } from './table-options';

/** A column as its definition makes it, with what else it makes. */
export interface ReadColumn {
  readonly column: Column;
  readonly constraints: readonly WrittenConstraint[];
  /** Its type as it was declared, before its key made more of it; `PRIMARY KEY DESC` numbers no rows. */
  readonly isDescendingKey: boolean;
  readonly onUpdate: boolean;
}

/** A DEFAULT: an expression, or what stands in its brackets. */
type Default = Expression | { readonly kind: 'tokens'; readonly tokens: readonly Token[] };

/** What the words behind a column's type say; the last of each kind holds. */
interface Options {
  nullable: boolean;
  default: Default | null;
  identity: Identity | null;
  generated: { readonly tokens: readonly Token[]; readonly kind: Generated['kind'] } | null;
  collation: string | null;
  charset: string | null;
  comment: string | null;
  isDescendingKey: boolean;
  onUpdate: boolean;
  readonly constraints: WrittenConstraint[];
}

/**
 * The column whose definition these tokens are, its name first. `types` knows the table's other columns, `texts` what it
 * says of the text in them.
 */
export function readColumn(
  statement: Statement,
  table: TableRef,
  reader: TokenReader,
  types: ExpressionContext,
  texts: TextDefaults,
): ReadColumn {
  const start = reader.position;
  const name = reader.name();
  const written = statement.grammar.types.read(reader);
  const options: Options = {
    nullable: !written.isSerial,
    default: null,
    identity: written.isSerial ? 'by default' : null,
    generated: null,
    collation: written.collation,
    charset: written.charset,
    comment: null,
    isDescendingKey: false,
    onUpdate: false,
    constraints: [],
  };
  const scope: Scope = { statement, table, column: name, reader, options, start };
  if (written.isSerial) addKey(scope, 'unique', null);
  while (!reader.isAtEnd && !endsDefinition(reader)) readOption(scope);
  const place = statement.placeOf(spanOf(reader.tokens.slice(start, reader.position)));
  const at = { table, column: name, place };
  const { generated, constraints, isDescendingKey, onUpdate } = options;
  const charset = options.charset ?? texts.charset;
  const type = charset === 'binary' ? typeOfBytes(written.type) : written.type;
  const column: Column = {
    name,
    type,
    nullable: options.nullable,
    default: defaultOf(statement, at, options.default, type),
    identity: options.identity,
    generated: generated === null ? null : generatedOf(statement, at, generated, types),
    collation: written.isBinary ? binaryCollation(statement, at, charset, texts) : options.collation,
    comment: options.comment,
    place,
  };
  return { column, constraints, isDescendingKey, onUpdate };
}

/** `FIRST` and `AFTER c` behind a column that ALTER TABLE adds. */
function endsDefinition(reader: TokenReader): boolean {
  return reader.sees('first') || reader.sees('after') || reader.sees(',');
}

interface Scope {
  readonly statement: Statement;
  readonly table: TableRef;
  readonly column: string;
  readonly reader: TokenReader;
  readonly options: Options;
  /** Where what is being read starts. */
  readonly start: number;
}

interface At {
  readonly table: TableRef;
  readonly column: string;
  readonly place: Place;
}

/** The collation of a character set that compares bytes; null where the table has it of itself. */
function binaryCollation(
  statement: Statement,
  at: At,
  charset: string | null,
  texts: TextDefaults,
): Column['collation'] {
  if (charset === 'binary') return null;
  if (charset === null) {
    const why = 'is BINARY in a character set that the table does not name; write COLLATE instead';
    return unreadFact(statement, why, at.table, at.column, at.place);
  }
  return texts.collation === `${charset}_bin` ? null : `${charset}_bin`;
}

function defaultOf(statement: Statement, at: At, value: Default | null, type: string): Fact<string | null> {
  if (value === null) return null;
  const { sql, ...context } = statement;
  const { limitsBareDefaults } = statement.grammar.rules;
  const problem = limitsBareDefaults && value.kind !== 'tokens' ? bareDefaultProblem(value, type) : null;
  if (problem !== null)
    return unreadFact(statement, `${statement.grammar.traits.label} ${problem}`, at.table, at.column, at.place);
  const fact = normalized(context, at, () =>
    sql.default(value.kind === 'tokens' ? sql.readable(value.tokens) : value, type),
  );
  if ('unreadable' in fact) return fact;
  return fact.kind === 'none' ? null : fact.sql;
}

function generatedOf(
  { sql, ...context }: Statement,
  at: At,
  { tokens, kind }: NonNullable<Options['generated']>,
  types: ExpressionContext,
): Fact<Generated | null> {
  return normalized(context, at, () => ({ expression: sql.normalOf(tokens, types), kind }));
}

type ReadOption = (scope: Scope) => void;

/** The words that a column's options start with; longer phrases stand before those that they begin with. */
const optionTable: { readonly [phrase in string]?: ReadOption } = {
  'not null': ({ options, reader }) => {
    options.nullable = false;
    skipConflict(reader);
  },
  null: ({ options, reader }) => {
    options.nullable = true;
    skipConflict(reader);
  },
  default: readDefault,
  'on update': readOnUpdate,
  auto_increment: ({ options }) => setIdentity(options),
  autoincrement: ({ options }) => setIdentity(options),
  'unique key': (scope) => addKey(scope, 'unique', null),
  unique: (scope) => addKey(scope, 'unique', null),
  'primary key': (scope) => addKey(scope, 'primary-key', null),
  key: (scope) => addKey(scope, 'primary-key', null),
  comment: ({ options, reader }) => {
    options.comment = reader.string() || null;
  },
  collate: ({ options, reader }) => {
    options.collation = collationOf(reader);
  },
  references: (scope) => readInlineReference(scope, null),
  constraint: readNamed,
  check: (scope) => addCheck(scope, null),
  'generated always as': readGenerated,
  as: readGenerated,
  'character set': ({ options, reader }) => {
    options.charset = charsetOf(reader);
  },
  charset: ({ options, reader }) => {
    options.charset = charsetOf(reader);
  },
  column_format: ({ reader }) => skipValue(reader),
  storage: ({ reader }) => skipValue(reader),
  srid: ({ reader }) => skipValue(reader),
  ref_system_id: ({ reader }) => skipValue(reader),
  engine_attribute: ({ reader }) => skipValue(reader),
  secondary_engine_attribute: ({ reader }) => skipValue(reader),
  compressed: ({ reader }) => {
    if (reader.accepts('=')) reader.take();
  },
  visible: () => {},
  invisible: () => {},
  'with system versioning': () => {},
  'without system versioning': () => {},
};

const optionPhrases = Object.keys(optionTable);

function readOption(scope: Scope): void {
  const start = scope.reader.position;
  const phrase = scope.reader.acceptsOneOf(optionPhrases);
  const read = phrase === null ? undefined : optionTable[phrase];
  if (read === undefined) throw scope.reader.unexpected();
  read({ ...scope, start });
}

function skipValue(reader: TokenReader): void {
  reader.accepts('=');
  reader.take();
}

function setIdentity(options: Options): void {
  options.identity = 'by default';
}

/** A constant, a function of the moment, or an expression in brackets. */
function readDefault({ statement, reader, options }: Scope): void {
  const { operators } = statement.grammar;
  options.default = reader.sees('(')
    ? { kind: 'tokens', tokens: reader.bracketed() }
    : readExpression(reader, operators, operators.collate + 1);
}

function readOnUpdate({ statement, reader, options }: Scope): void {
  const { operators } = statement.grammar;
  readExpression(reader, operators, operators.collate + 1);
  options.onUpdate = true;
}

function readGenerated({ reader, options }: Scope): void {
  const tokens = reader.bracketed();
  const isStored = reader.acceptsOneOf(['stored', 'persistent']) !== null;
  if (!isStored) reader.accepts('virtual');
  options.generated = { tokens, kind: isStored ? 'stored' : 'virtual' };
}

/** `CONSTRAINT name` before a column's constraint. */
function readNamed(scope: Scope): void {
  const { reader } = scope;
  const isNameless = ['check', 'primary', 'unique', 'references', 'not', 'null', 'default'].includes(
    reader.peek()?.word ?? '',
  );
  const name = isNameless ? null : reader.name();
  if (reader.accepts('check')) addCheck(scope, name);
  else if (reader.accepts('references')) readInlineReference(scope, name);
  else if (reader.accepts('primary', 'key')) addKey(scope, 'primary-key', name);
  else if (reader.accepts('unique')) addKey(scope, 'unique', name);
  else if (!['not', 'null', 'default', 'collate'].includes(reader.peek()?.word ?? ''))
    throw reader.unexpected('a constraint');
}

function addKey(scope: Scope, kind: 'primary-key' | 'unique', name: string | null): void {
  const { reader, column, options } = scope;
  if (kind === 'unique') reader.accepts('key');
  const descending = reader.accepts('desc');
  if (!descending) reader.accepts('asc');
  if (kind === 'primary-key' && descending) options.isDescendingKey = true;
  skipConflict(reader);
  const part = { of: { kind: 'column' as const, column }, collation: null, descending: false };
  options.constraints.push({ kind, name, parts: [part], column, place: placeOf(scope) });
}

function addCheck(scope: Scope, name: string | null): void {
  const { reader, column, options } = scope;
  options.constraints.push({ kind: 'check', name, ...readCheck(reader), column, place: placeOf(scope) });
}

function readInlineReference(scope: Scope, name: string | null): void {
  const { statement, reader, table, column, options } = scope;
  const { traits, rules } = statement.grammar;
  const reference = readReference(reader, traits);
  const place = placeOf(scope);
  const since = rules.inlineReferencesSince ?? [];
  if (isServerAtLeast(statement.server, ...since)) {
    options.constraints.push({
      kind: 'foreign-key',
      name,
      columns: [column],
      reference,
      indexName: null,
      column,
      place,
    });
    return;
  }
  const ignores = `${traits.label} ignores REFERENCES behind a column before ${since.join('.')}; write FOREIGN KEY`;
  unreadFact(statement, ignores, table, column, place);
}

function placeOf({ statement, reader, start }: Scope): Place {
  return statement.placeOf(spanOf(reader.tokens.slice(start, reader.position)));
}
