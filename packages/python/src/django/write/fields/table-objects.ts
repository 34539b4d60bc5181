import type { Check, Column, ForeignKey, Index, Table, Unique } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import type { ColumnPlan } from './column-plan';

/** What a table says about one column alone, which its field may say too. */
export interface ColumnObjects {
  /** Is the column the primary key by itself? */
  readonly isKey: boolean;
  /** Is it part of a key of several columns? */
  readonly isPartOfKey: boolean;
  /** Every foreign key of this column alone; a field says one. */
  readonly foreignKeys: readonly ForeignKey[];
  /** The constraint or plain index that makes it unique. */
  readonly unique: Unique | Index | null;
  /** The check that it is not negative. */
  readonly positive: Check | null;
  /** The plain index over it. */
  readonly index: Index | null;
  /** Does an index, unique or key start with it, for all rows? */
  readonly isServed: boolean;
}

/** The parts of a table that are looked at. */
export type TableObjects = Pick<Table, 'primaryKey' | 'uniques' | 'foreignKeys' | 'checks' | 'indexes'>;

/** What a table says about one of its columns. */
export function objectsOf(column: Column, table: TableObjects, sql: SqlDialect): ColumnObjects {
  const { name } = column;
  const key = table.primaryKey?.columns ?? [];
  const isOwn = (columns: readonly string[]): boolean => columns.length === 1 && columns[0] === name;
  const plain = table.indexes.filter((index) => isPlainIndex(index) && isOwn(columnsOf(index)));
  return {
    isKey: isOwn(key),
    isPartOfKey: key.length > 1 && key.includes(name),
    foreignKeys: table.foreignKeys.filter(({ columns }) => isOwn(columns)),
    unique:
      table.uniques.find((each) => isOwn(each.columns) && isPlainUnique(each)) ??
      plain.find(({ unique }) => unique) ??
      null,
    positive: table.checks.find((check) => isNotNegative(check, column, sql)) ?? null,
    index: plain.find(({ unique }) => !unique) ?? null,
    isServed: startsSomething(name, table),
  };
}

/** Can `unique=True` say all of it? */
export function isPlainUnique({ nullsNotDistinct, deferrable, include }: Unique): boolean {
  return !nullsNotDistinct && !deferrable && include.length === 0;
}

/** Is it an index as `db_index=True` makes it? */
export function isPlainIndex(index: Index): boolean {
  const { method, where, include, nullsNotDistinct, keys } = index;
  if (method !== 'btree' || where !== null || include.length > 0 || nullsNotDistinct) return false;
  return keys.every(
    ({ of, opclass, collation, descending, nulls }) =>
      of.kind === 'column' && opclass === null && collation === null && !descending && nulls === 'last',
  );
}

/** The check `c >= 0` that Positive fields make. */
export function isNotNegative({ expression }: Check, { name, type }: Column, sql: SqlDialect): boolean {
  const columnType = () => (typeof type === 'string' ? type : undefined);
  return expression === sql.normalizeExpressionText(`${sql.quoteName(name)} >= 0`, { columnType, check: true });
}

/** The columns of an index's keys; an expression's is empty. */
export function columnsOf({ keys }: Index): readonly string[] {
  return keys.map(({ of }) => (of.kind === 'column' ? of.column : ''));
}

function startsSomething(column: string, { primaryKey, uniques, indexes }: TableObjects): boolean {
  const whole = indexes.filter(({ where, method }) => where === null && method === 'btree');
  const first = [
    primaryKey?.columns[0],
    ...uniques.map(({ columns }) => columns[0]),
    ...whole.map((each) => columnsOf(each)[0]),
  ];
  return first.includes(column);
}

/** The SQL's own objects over the column, and those that the same run adds. */
export function objectsOver(plan: ColumnPlan, table: Table | null): TableObjects {
  const known = table?.columns.some(({ name }) => name === plan.name) === true ? table : null;
  const added = plan.changes.flatMap((change) => (change.kind === 'add-constraint' ? [change.constraint] : []));
  const indexes = plan.changes.flatMap((change) => (change.kind === 'add-index' ? [change.index] : []));
  return {
    primaryKey: known?.primaryKey ?? added.find((each) => each.kind === 'primary-key') ?? null,
    uniques: [...(known?.uniques ?? []), ...added.filter((each) => each.kind === 'unique')],
    foreignKeys: known?.foreignKeys ?? added.filter((each) => each.kind === 'foreign-key'),
    checks: [...(known?.checks ?? []), ...added.filter((each) => each.kind === 'check')],
    indexes: [...(known?.indexes ?? []), ...indexes],
  };
}
