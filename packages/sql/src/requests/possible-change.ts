import {
  type Catalog,
  CatalogError,
  type Change,
  type Column,
  type Constraint,
  type ForeignKey,
  isUnreadable,
  parseColumnType,
  type Table,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { typeText } from '../fold/sql-text';

/** What a server refuses, as answers to small questions. */
export interface PossibleLanguage {
  columnsInText(sql: string): readonly string[];
  /** Is it a type of the server's own, without its modifiers? */
  isOwnType(base: string): boolean;
  /** The methods of indexes that need no extension. */
  readonly methods: ReadonlySet<string>;
  /** Types with the same answer can be held against each other by a foreign key. */
  comparedAs(type: string): string;
}

/**
 * Throws `CatalogError` for what reading a canonical file takes on trust and a server would refuse: columns, keys and
 * types that are not there.
 */
export function demandPossible(change: Change, catalog: Catalog, language: PossibleLanguage): void {
  if (change.kind === 'add-constraint')
    constraintFault(change.constraint, demandTable(change.table, catalog), catalog, language);
  if (change.kind === 'add-column') columnFault(change.column, demandTable(change.table, catalog), catalog, language);
  if (change.kind === 'add-index') indexFault(change, demandTable(change.table, catalog), catalog, language);
  if (change.kind === 'add-table')
    for (const column of change.table.columns) columnFault(column, change.table, catalog, language);
  if (change.kind === 'alter-column') alterationFault(change, catalog, language);
  if (change.kind === 'add-table' || change.kind === 'rename-table') nameFault(change, catalog);
}

function demandTable(ref: TableRef, catalog: Catalog): Table {
  const table = catalog.table(ref);
  if (table === null) throw new CatalogError(`table ${tableLabel(ref)} does not exist`);
  return table;
}

/** Tables share their names with indexes and sequences, and with what is listed. */
function nameFault(change: Extract<Change, { kind: 'add-table' | 'rename-table' }>, catalog: Catalog): void {
  const ref = change.kind === 'add-table' ? change.table : change.to;
  const listed = ['view', 'materialized view', 'foreign table', 'partition'];
  const other = listed.find((kind) => catalog.other({ kind, schema: ref.schema, name: ref.name }) !== null);
  if (other !== undefined) throw new CatalogError(`the ${other} ${tableLabel(ref)} already exists`);
  if (catalog.tableOfIndex(ref) !== null) throw new CatalogError(`an index ${tableLabel(ref)} already exists`);
}

function columnFault(
  { name, type, generated }: Column,
  table: Table,
  catalog: Catalog,
  language: PossibleLanguage,
): void {
  typeFault(type, `${tableLabel(table)}.${name}`, catalog, language);
  if (generated !== null && !isUnreadable(generated)) {
    const known = [...table.columns.map((column) => column.name), name];
    expressionFault(generated.expression, known, table, language);
  }
}

function alterationFault(
  change: Extract<Change, { kind: 'alter-column' }>,
  catalog: Catalog,
  language: PossibleLanguage,
): void {
  const table = demandTable(change.table, catalog);
  const { type, nullable } = change.set;
  if (type !== undefined) typeFault(type, `${tableLabel(table)}.${change.column}`, catalog, language);
  const isKey = table.primaryKey?.columns.includes(change.column) ?? false;
  if (nullable === true && isKey) {
    throw new CatalogError(`column ${tableLabel(table)}.${change.column} is in the primary key and so NOT NULL`);
  }
}

/** Extensions bring types that nothing here lists by name: any is believed where an extension is made, or a column has it. */
function typeFault(type: Column['type'], label: string, catalog: Catalog, { isOwnType }: PossibleLanguage): void {
  if (isUnreadable(type) || type === '') return;
  const { base } = parseColumnType(type);
  if (isOwnType(base)) return;
  const { tables, enums, domains, others } = catalog.schema();
  const isMade = [...enums, ...domains, ...tables].some((made) => typeText(made) === base);
  if (isMade) return;
  const isListed = others.some(
    ({ kind, schema, name }) =>
      kind === 'extension' || (kind === 'type' && typeText({ schema: schema ?? 'public', name }) === base),
  );
  const isUsed = (column: Column): boolean => !isUnreadable(column.type) && parseColumnType(column.type).base === base;
  if (isListed || tables.some(({ columns }) => columns.some(isUsed))) return;
  throw new CatalogError(`${label} is of type ${base}, which does not exist`);
}

function expressionFault(
  expression: string,
  columns: readonly string[],
  table: TableRef,
  { columnsInText }: PossibleLanguage,
): void {
  const missing = columnsInText(expression).find((name) => !columns.includes(name) && name !== table.name);
  if (missing !== undefined) throw new CatalogError(`column ${tableLabel(table)}.${missing} does not exist`);
}

function indexFault(
  { index }: Extract<Change, { kind: 'add-index' }>,
  table: Table,
  catalog: Catalog,
  language: PossibleLanguage,
): void {
  const { others } = catalog.schema();
  const isMethod =
    language.methods.has(index.method) || others.some(({ kind }) => ['extension', 'access method'].includes(kind));
  if (!isMethod) throw new CatalogError(`the index method ${index.method} does not exist`);
  const columns = table.columns.map(({ name }) => name);
  const expressions = index.keys.map(({ of: term }) => (term.kind === 'expression' ? term.expression : null));
  for (const text of [...expressions, index.where])
    if (typeof text === 'string') expressionFault(text, columns, table, language);
}

function constraintFault(constraint: Constraint, table: Table, catalog: Catalog, language: PossibleLanguage): void {
  const names = table.columns.map(({ name }) => name);
  const missing = constraint.columns.find((name) => !names.includes(name) && name !== table.name);
  if (missing !== undefined) throw new CatalogError(`column ${tableLabel(table)}.${missing} does not exist`);
  if (constraint.kind === 'foreign-key') foreignKeyFault(constraint, table, catalog, language);
}

function foreignKeyFault(key: ForeignKey, table: Table, catalog: Catalog, language: PossibleLanguage): void {
  const { references, columns } = key;
  const target = demandTable({ schema: references.schema, name: references.table }, catalog);
  const label = tableLabel(target);
  const missing = references.columns.find((name) => !target.columns.some((column) => column.name === name));
  if (missing !== undefined) throw new CatalogError(`column ${label}.${missing} does not exist`);
  if (references.columns.length !== columns.length) {
    throw new CatalogError(`${columns.length} columns cannot reference ${references.columns.length} of ${label}`);
  }
  const wanted = references.columns.toSorted().join('\u0000');
  if (!keysOf(target).some((candidate) => candidate.toSorted().join('\u0000') === wanted)) {
    throw new CatalogError(`${label} has no primary key or unique constraint on ${references.columns.join(', ')}`);
  }
  for (const [at, name] of columns.entries()) {
    pairFault({ table, name }, { table: target, name: references.columns[at] ?? '' }, language);
  }
}

function keysOf({ primaryKey, uniques, indexes, unread }: Table): readonly (readonly string[])[] {
  const unique = indexes.filter((index) => index.unique && index.where === null);
  return [
    ...(primaryKey === null ? [] : [primaryKey.columns]),
    ...uniques.map(({ columns }) => columns),
    ...unique.map(({ keys }) => keys.flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : []))),
    ...unread.flatMap(({ columns }) => (columns === null ? [] : [columns])),
  ];
}

interface End {
  readonly table: Table;
  readonly name: string;
}

function pairFault(from: End, to: End, { comparedAs }: PossibleLanguage): void {
  const [left, right] = [from, to].map(({ table, name }) => table.columns.find((column) => column.name === name));
  const [a, b] = [left, right].map((column) => column && (column.baseType ?? column.type));
  if (typeof a !== 'string' || typeof b !== 'string') return;
  if (comparedAs(a) === comparedAs(b)) return;
  const [source, target] = [from, to].map(({ table, name }) => `${tableLabel(table)}.${name}`);
  throw new CatalogError(`${source} is ${a} and cannot reference ${target}, which is ${b}`);
}
