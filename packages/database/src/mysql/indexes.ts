import type { Index, IndexKey, PrimaryKey, Unique } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import type { Query } from '../running/session';
import type { ColumnTypes } from './normal-form';
import { grouped, type Row, rowsOf } from './rows';
import type { ServerKind } from './server-kinds';

/** One key of an index. */
export type IndexRow = Row<
  'table' | 'name' | 'non_unique' | 'method' | 'column' | 'expression' | 'prefix' | 'direction'
>;

/** The indexes of every table, those behind constraints too, a row for each key. */
export function readIndexes(query: Query, kind: ServerKind): Promise<readonly IndexRow[]> {
  return rowsOf(
    query,
    `SELECT TABLE_NAME AS \`table\`, INDEX_NAME AS name, NON_UNIQUE AS non_unique, INDEX_TYPE AS method,
       COLUMN_NAME AS \`column\`, ${kind.indexExpression} AS expression, SUB_PART AS prefix, COLLATION AS direction
     FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
     ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`,
  );
}

/** The keys of one table, by kind. */
export interface TableIndexes {
  readonly primaryKey: PrimaryKey | null;
  /** Unique indexes over whole columns: the server knows no other unique constraint. */
  readonly uniques: readonly Unique[];
  readonly indexes: readonly Index[];
}

/** One table's rows as its keys; `types` are those of its columns. */
export function indexesOf(
  rows: readonly IndexRow[],
  kind: ServerKind,
  sql: SqlDialect,
  types: ColumnTypes,
): TableIndexes {
  const all = [...grouped(rows, ({ name }) => name ?? '')].map(([name, keys]) => indexOf(name, keys, kind, sql, types));
  const primary = all.find(({ name }) => name === primaryName);
  const others = all.filter(({ name }) => name !== primaryName);
  return {
    primaryKey: primary ? { name: primaryName, nameGiven: false, columns: plainColumnsOf(primary), place: null } : null,
    uniques: others.filter(isConstraint).map(uniqueOf),
    indexes: others.filter((index) => !isConstraint(index)),
  };
}

const primaryName = 'PRIMARY';

function indexOf(
  name: string,
  rows: readonly IndexRow[],
  kind: ServerKind,
  sql: SqlDialect,
  types: ColumnTypes,
): Index {
  const method = (rows[0]?.method ?? 'BTREE').toLowerCase();
  return {
    name,
    nameGiven: true,
    unique: rows[0]?.non_unique === '0',
    method,
    keys: rows.map((row) => keyOf(row, method, kind, sql, types)),
    include: [],
    where: null,
    nullsNotDistinct: false,
    origin: 'written',
    place: null,
  };
}

function keyOf(row: IndexRow, method: string, kind: ServerKind, sql: SqlDialect, types: ColumnTypes): IndexKey {
  const descending = row.direction === 'D';
  // The length of a spatial key is that of the rectangle that the server stores.
  const length = row.prefix === null || method === 'spatial' ? {} : { length: Number(row.prefix) };
  return {
    of:
      row.column === null
        ? {
            kind: 'expression',
            expression: sql.normalizeExpressionText(kind.expressionText(row.expression ?? ''), types),
          }
        : { kind: 'column', column: row.column },
    opclass: null,
    collation: null,
    ...length,
    descending,
    nulls: descending ? 'first' : 'last',
  };
}

function isConstraint(index: Index): boolean {
  return index.unique && isPlain(index);
}

function uniqueOf(index: Index): Unique {
  return {
    name: index.name,
    nameGiven: true,
    columns: plainColumnsOf(index),
    nullsNotDistinct: false,
    deferrable: false,
    initiallyDeferred: false,
    include: [],
    place: null,
  };
}

/** Is it an ordinary index over whole columns, in ascending order? */
function isPlain({ keys, method }: Index): boolean {
  const isWhole = ({ of, length, descending }: IndexKey) => of.kind === 'column' && length === undefined && !descending;
  return (method === 'btree' || method === 'hash') && keys.every(isWhole);
}

/** The columns among an index's keys. */
function plainColumnsOf({ keys }: Index): readonly string[] {
  return keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
}
