import { CatalogError } from '@canonical-schema/schema';
import { StatementError } from '../../fold/fold';
import { bareTable } from '../../statements/bare-table';
import { shadowedTable } from '../../statements/shadowed';
import type { Statement } from '../statement';
import { GrammarError, separated, spanOf, TokenReader } from '../token-reader';
import type { Token } from '../tokens';
import { addConstraints } from './add-constraint';
import { type ReadColumn, readColumn } from './column';
import { readTableConstraint, type WrittenConstraint } from './constraint';
import { keptJson } from './json-checks';
import { isPassedOver, listObject, qualifiedName, refOf, sameColumnName, tableNamed, unlistObject } from './relation';
import { withRowid } from './rowid';
import { type TableOptions, tableOptions } from './table-options';

/** CREATE TEMPORARY TABLE: of this session alone. */
export function createTemporaryTable({ reader, fold }: Statement): void {
  reader.accepts('if', 'not', 'exists');
  fold.temporary.add(qualifiedName(reader).toLowerCase());
}

/** CREATE [OR REPLACE] TABLE in all its forms. */
export function createTable(statement: Statement): void {
  const { reader, catalog } = statement;
  const isReplacing = reader.tokens[1]?.word === 'or';
  const ifNotExists = reader.accepts('if', 'not', 'exists');
  const name = qualifiedName(reader);
  const standing = tableNamed(statement, name);
  if (isReplacing && standing !== null) catalog.apply({ kind: 'drop-table', table: standing });
  const existing = isReplacing ? null : standing;
  const source = likeSource(reader);
  if (source !== null) {
    copyTable(statement, name, source, ifNotExists);
    return;
  }
  if (!reader.sees('(')) throw ofQuery(name);
  const elements = separated(reader.bracketed());
  const options = tableOptions(reader);
  if (options.isOfQuery) throw ofQuery(name);
  const written = settled(statement, readElements(statement, name, elements, options), options);
  if (ifNotExists && (existing !== null || isPassedOver(statement, name))) {
    const columns = written.columns.map(({ column }) => column);
    if (existing !== null) shadowedTable(statement, existing, columns);
    return;
  }
  addTable(statement, name, written, options);
}

function ofQuery(name: string): StatementError {
  return new StatementError("makes a table of a query's result, whose columns only a server knows", refOf(name));
}

/** `LIKE t`, in brackets or not. */
function likeSource(reader: TokenReader): string | null {
  if (reader.accepts('like')) return qualifiedName(reader);
  if (!reader.accepts('(', 'like')) return null;
  const name = qualifiedName(reader);
  reader.expects(')');
  return name;
}

/** MySQL's LIKE copies columns, keys, indexes and checks, and no foreign keys. */
function copyTable(statement: Statement, name: string, source: string, ifNotExists: boolean): void {
  const table = tableNamed(statement, source);
  if (table === null) throw new StatementError(`is like ${source}, which does not exist`, refOf(name));
  if (tableNamed(statement, name) !== null) {
    if (ifNotExists) return;
    throw new CatalogError(`table ${name} already exists`);
  }
  const { place } = statement.text;
  const at = <T extends { readonly place: unknown }>(objects: readonly T[]): T[] =>
    objects.map((object) => ({ ...object, place }));
  statement.catalog.apply({
    kind: 'add-table',
    table: {
      ...table,
      name,
      place,
      columns: at(table.columns),
      primaryKey: table.primaryKey && { ...table.primaryKey, place },
      uniques: at(table.uniques),
      indexes: at(table.indexes),
      checks: [],
      foreignKeys: [],
    },
  });
  for (const check of table.checks) {
    const made = statement.grammar.rules.checkName(statement.catalog.table(refOf(name)) ?? table, null);
    const constraint = { kind: 'check' as const, ...check, place, ...(check.nameGiven ? {} : { name: made }) };
    statement.catalog.apply({ kind: 'add-constraint', table: refOf(name), constraint });
  }
}

interface Elements {
  readonly columns: readonly ReadColumn[];
  /** In the order of the text, those behind columns among them. */
  readonly constraints: readonly WrittenConstraint[];
}

function readElements(
  statement: Statement,
  name: string,
  elements: readonly (readonly Token[])[],
  { texts }: TableOptions,
): Elements {
  const columns: ReadColumn[] = [];
  const constraints: WrittenConstraint[] = [];
  const types = typesOf(statement, elements);
  for (const tokens of elements) {
    const reader = new TokenReader(tokens);
    if (tokens.length === 0) throw new GrammarError('has nothing where a column or constraint is expected');
    if (isConstraint(statement, tokens)) {
      const constraint = readTableConstraint(statement, reader, statement.placeOf(spanOf(tokens)));
      if (constraint !== null) constraints.push(constraint);
    } else {
      const read = readColumn(statement, refOf(name), reader, types, texts);
      columns.push(read);
      constraints.push(...read.constraints);
    }
    // SQLite lets a table's constraints follow each other without commas.
    while (!reader.isAtEnd && isConstraint(statement, tokens.slice(reader.position))) {
      const rest = spanOf(tokens.slice(reader.position));
      const constraint = readTableConstraint(statement, reader, statement.placeOf(rest));
      if (constraint !== null) constraints.push(constraint);
    }
    if (!reader.isAtEnd && !reader.accepts('for')) throw reader.unexpected();
  }
  return { columns, constraints };
}

/** Does an element start like a constraint? A word with a type behind it is a column's name all the same. */
function isConstraint({ grammar }: Statement, [first, second]: readonly Token[]): boolean {
  if (first === undefined || !grammar.rules.elementWords.has(first.word)) return false;
  return first.word !== 'period' || second?.word === 'for';
}

/** The types of all columns, which a generated column may name before they are defined. */
function typesOf(
  { grammar }: Statement,
  elements: readonly (readonly Token[])[],
): {
  columnType(name: string): string | undefined;
  columnName(name: string): string | null;
} {
  const found = new Map<string, { readonly name: string; readonly type: string }>();
  for (const tokens of elements) {
    const reader = new TokenReader(tokens);
    const kind = reader.peek()?.kind;
    if (kind !== 'word' && kind !== 'name' && kind !== 'string') continue;
    const name = reader.name();
    try {
      found.set(name.toLowerCase(), { name, type: grammar.types.read(reader).type });
    } catch (error) {
      if (!(error instanceof GrammarError)) throw error;
    }
  }
  return {
    columnType: (name) => found.get(name.toLowerCase())?.type,
    columnName: (name) => found.get(name.toLowerCase())?.name ?? null,
  };
}

/** What all of a definition together says of its columns. */
function settled({ grammar }: Statement, { columns, constraints }: Elements, options: TableOptions): Elements {
  if (grammar.rules.hasRowids) return { columns: withRowid(columns, constraints, options), constraints };
  return grammar.rules.checksJson ? keptJson(columns, constraints) : { columns, constraints };
}

function addTable(statement: Statement, name: string, written: Elements, options: TableOptions): void {
  const { catalog, text } = statement;
  const columns = written.columns.map(({ column }) => column);
  const twice = columns.find(({ name: own }, at) =>
    columns.slice(0, at).some((other) => sameColumnName(other.name, own)),
  );
  if (twice !== undefined) throw new CatalogError(`column ${name}.${twice.name} already exists`);
  catalog.apply({
    kind: 'add-table',
    table: bareTable(refOf(name), columns, { comment: options.comment, place: text.place }),
  });
  statement.fold.tableTexts.set(name.toLowerCase(), options.texts);
  unlistObject(statement, 'view', name);
  addConstraints(statement, name, written.constraints, options.isInMemory);
  for (const { column, onUpdate } of written.columns) {
    if (onUpdate) listObject(statement, 'on update', column.name, column.place ?? text.place, name);
  }
}
