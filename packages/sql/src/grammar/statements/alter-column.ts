import { CatalogError, type Column, type Table } from '@canonical-schema/schema';
import { normalized, StatementError } from '../../fold/fold';
import { shadowedColumn } from '../../statements/shadowed';
import type { Statement } from '../statement';
import { separated, spanOf, TokenReader } from '../token-reader';
import { addConstraints } from './add-constraint';
import { type Action, addElement, nameBehindTo } from './alter-action';
import { type ReadColumn, readColumn } from './column';
import { expressionContext } from './expression-context';
import { holderOf } from './held-column';
import { keptJson } from './json-checks';
import { keysWithout } from './keys-without';
import { columnNamed, listObject, refOf, unlistObject } from './relation';
import { unknownTexts } from './table-options';

/** ADD COLUMN, of several in brackets too. */
export function addColumn(action: Action): void {
  const { statement, reader } = action;
  const ifNotExists = reader.accepts('if', 'not', 'exists');
  if (reader.sees('(')) {
    for (const tokens of separated(reader.bracketed())) {
      const first = tokens[0]?.word ?? '';
      const inner = { ...action, table: currentOf(action), reader: new TokenReader(tokens) };
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
  const texts = statement.fold.tableTexts.get(table.name.toLowerCase()) ?? unknownTexts;
  const read = readColumn(statement, refOf(table.name), reader, types, texts);
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

/** DROP COLUMN. */
export function dropColumn({ statement, table, reader, gone }: Action): void {
  const ifExists = reader.accepts('if', 'exists');
  const name = reader.name();
  const column = columnNamed(table, name);
  if (column === undefined) {
    if (ifExists) return;
    throw new StatementError(`drops ${table.name}.${name}, which does not exist`, refOf(table.name));
  }
  const holder = holderOf(statement, table, column, gone);
  if (holder !== null)
    throw new StatementError(`drops ${table.name}.${name}, which ${holder} needs`, refOf(table.name));
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
  for (const change of keysWithout(kept, lost)) catalog.apply(change);
}

/** MODIFY: a column under its own name. */
export function modifyColumn(action: Action): void {
  const { reader, table } = action;
  const ifExists = reader.accepts('if', 'exists');
  const name = reader.peek()?.value ?? '';
  redefine(action, name, ifExists, table);
}

/** CHANGE: a column under a name that may be new. */
export function changeColumn(action: Action): void {
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

/** ALTER COLUMN … SET and DROP DEFAULT. */
export function alterColumn({ statement, table, reader }: Action): void {
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

/** RENAME COLUMN. */
export function renameColumn({ statement, table, reader }: Action): void {
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
