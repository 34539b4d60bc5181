import { type Column, isUnreadable, type Reading, type Schema, type Table, tableLabel } from '@canonical-schema/schema';

/** A schema with what another reading knew, and how many objects it gave. */
export interface CompletedSchema {
  readonly schema: Schema;
  /** As a person names them: `shop_item.size`, `shop_historicalitem`. */
  readonly given: readonly string[];
}

/**
 * The schema of a Django project's models with what of them could not be read taken from its migrations: facts of
 * columns, columns that code makes, and tables that a package makes of models at run time. What the models say stays.
 */
export function completedSchema(models: Reading, migrations: Reading): CompletedSchema {
  const given: string[] = [];
  const left = new Map(migrations.schema.tables.map((table) => [tableLabel(table), table]));
  const tables = models.schema.tables.map((table) => {
    const made = left.get(tableLabel(table));
    return made === undefined ? table : completedTable(table, made, given);
  });
  const known = new Set(tables.map(tableLabel));
  const unread = new Set(models.unread.flatMap(({ table }) => (table === null ? [] : [tableLabel(table)])));
  const added = migrations.schema.tables.filter((table) => {
    const label = tableLabel(table);
    return !known.has(label) && unread.has(label) && table.managed && table.orm?.external !== true;
  });
  given.push(...added.map(tableLabel));
  return {
    schema: { ...models.schema, tables: [...tables, ...added], others: extensionsOf(models, migrations) },
    given,
  };
}

/** Only migrations make extensions. */
function extensionsOf(models: Reading, migrations: Reading): Schema['others'] {
  const own = new Set(models.schema.others.map(({ kind, name }) => `${kind} ${name}`));
  const made = migrations.schema.others.filter(
    ({ kind, name }) => kind === 'extension' && !own.has(`extension ${name}`),
  );
  return [...models.schema.others, ...made];
}

function completedTable(table: Table, made: Table, given: string[]): Table {
  const columns = table.columns.map((column) => {
    const twin = made.columns.find(({ name }) => name === column.name);
    const completed = twin === undefined ? column : completedColumn(column, twin);
    if (completed !== column) given.push(`${tableLabel(table)}.${column.name}`);
    return completed;
  });
  const hidden = new Set(table.unread.filter(({ kind }) => kind === 'column').flatMap((part) => part.columns ?? []));
  const added = made.columns.filter(
    ({ name }) => hidden.has(name) && !table.columns.some((column) => column.name === name),
  );
  if (added.length === 0) return { ...table, columns };
  given.push(...added.map(({ name }) => `${tableLabel(table)}.${name}`));
  return withObjectsOf(made, { ...table, columns: [...columns, ...added] }, new Set(added.map(({ name }) => name)));
}

const facts = ['type', 'nullable', 'default', 'generated'] as const;

function completedColumn(column: Column, made: Column): Column {
  const missing = facts.filter((fact) => isUnreadable<unknown>(column[fact]) && !isUnreadable<unknown>(made[fact]));
  if (missing.length === 0) return column;
  return { ...column, ...Object.fromEntries(missing.map((fact) => [fact, made[fact]])) };
}

/** The keys, indexes and checks over columns that only the migrations knew. */
function withObjectsOf(made: Table, table: Table, added: ReadonlySet<string>): Table {
  const isOver = ({ columns }: { readonly columns: readonly string[] }): boolean =>
    columns.some((name) => added.has(name));
  const isKeyed = ({ keys }: Table['indexes'][number]): boolean =>
    keys.some(({ of: term }) => term.kind === 'column' && added.has(term.column));
  return {
    ...table,
    uniques: [...table.uniques, ...made.uniques.filter(isOver)],
    foreignKeys: [...table.foreignKeys, ...made.foreignKeys.filter(isOver)],
    checks: [...table.checks, ...made.checks.filter(isOver)],
    indexes: [...table.indexes, ...made.indexes.filter(isKeyed)],
    unread: table.unread.filter(({ columns }) => !columns?.some((name) => added.has(name))),
  };
}
