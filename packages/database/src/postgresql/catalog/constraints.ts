import type { Check, Exclusion, ForeignKey, PrimaryKey, ReferentialAction, Unique } from '@canonical-schema/schema';
import type { Query } from '../../running/session';
import { type ColumnTypes, normalCheck, normalExclusion } from './normal-form';
import { isTable, isUserSchema, nullsNotDistinct, rowsOf } from './query';

/** A row of a table's constraint. Columns are in key order, the target's in the order of the referencing ones. */
export interface ConstraintRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** `p`, `u`, `f`, `c` or `x`, as in `pg_constraint.contype`. */
  readonly kind: string;
  readonly columns: readonly string[];
  readonly included: readonly string[];
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly nulls_not_distinct: boolean;
  readonly expression: string | null;
  readonly definition: string;
  readonly target_schema: string | null;
  readonly target_table: string | null;
  readonly target_columns: readonly string[];
  /** `a`, `r`, `c`, `n`, `d`, as in `pg_constraint.confdeltype`. */
  readonly on_delete: string;
  readonly on_update: string;
  readonly match: string;
}

/** The names of the columns whose numbers stand in an array, in that order. */
const namesAt = (relation: string, numbers: string): string => `ARRAY(
  SELECT a.attname::text FROM unnest(${numbers}) WITH ORDINALITY AS key(number, position)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = ${relation} AND a.attnum = key.number ORDER BY key.position)`;

/** NOT NULL constraints (`contype` n, from PostgreSQL 18) are column facts; those of partitions repeat their parent's. */
const constraints = `
  SELECT n.nspname AS schema, c.relname AS table, k.conname AS name, k.contype AS kind,
    ${namesAt('k.conrelid', 'k.conkey')} AS columns,
    CASE WHEN k.contype IN ('p', 'u', 'x') THEN ARRAY(
      SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS key(number, position)
      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = key.number
      WHERE key.position > i.indnkeyatts ORDER BY key.position) ELSE '{}' END AS included,
    k.condeferrable AS deferrable, k.condeferred AS deferred,
    k.contype = 'u' AND ${nullsNotDistinct} AS nulls_not_distinct,
    pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS expression,
    pg_catalog.pg_get_constraintdef(k.oid) AS definition,
    tn.nspname AS target_schema, t.relname AS target_table,
    ${namesAt('k.confrelid', 'k.confkey')} AS target_columns,
    k.confdeltype AS on_delete, k.confupdtype AS on_update, k.confmatchtype AS match
  FROM pg_catalog.pg_constraint AS k
  JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = k.conindid
  LEFT JOIN pg_catalog.pg_class AS t ON t.oid = k.confrelid
  LEFT JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.relnamespace
  WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND ${isUserSchema} AND ${isTable}
  ORDER BY n.nspname, c.relname, k.conname`;

/** The constraints of every table. */
export function readConstraints(query: Query): Promise<readonly ConstraintRow[]> {
  return rowsOf<ConstraintRow>(query, constraints);
}

/** The constraints of one table, by kind. */
export interface TableConstraints {
  readonly primaryKey: PrimaryKey | null;
  readonly uniques: readonly Unique[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[];
  readonly exclusions: readonly Exclusion[];
}

/** One table's rows as its constraints; `types` are those of its columns. */
export function constraintsOf(rows: readonly ConstraintRow[], types: ColumnTypes): TableConstraints {
  const ofKind = (kind: string): readonly ConstraintRow[] => rows.filter((row) => row.kind === kind);
  return {
    primaryKey: ofKind('p').map((row) => ({ ...named(row), columns: row.columns }))[0] ?? null,
    uniques: ofKind('u').map(uniqueOf),
    foreignKeys: ofKind('f').map(foreignKeyOf),
    checks: ofKind('c').map((row) => checkOf(row, types)),
    exclusions: ofKind('x').map((row) => exclusionOf(row, types)),
  };
}

/** The catalog does not say who chose a name; a database's names are facts all the same. */
const named = (row: ConstraintRow): { name: string; nameGiven: boolean; place: null } => ({
  name: row.name,
  nameGiven: true,
  place: null,
});

function uniqueOf(row: ConstraintRow): Unique {
  return {
    ...named(row),
    columns: row.columns,
    nullsNotDistinct: row.nulls_not_distinct,
    deferrable: row.deferrable,
    initiallyDeferred: row.deferred,
    include: row.included,
  };
}

const actions: Readonly<Record<string, ReferentialAction>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};

function foreignKeyOf(row: ConstraintRow): ForeignKey {
  return {
    ...named(row),
    columns: row.columns,
    references: { schema: row.target_schema ?? '', table: row.target_table ?? '', columns: row.target_columns },
    onDelete: actions[row.on_delete] ?? 'no action',
    onUpdate: actions[row.on_update] ?? 'no action',
    deferrable: row.deferrable,
    initiallyDeferred: row.deferred,
    match: row.match === 'f' ? 'full' : 'simple',
  };
}

function checkOf(row: ConstraintRow, types: ColumnTypes): Check {
  return {
    ...named(row),
    expression: normalCheck(row.expression ?? 'NULL', types),
    columns: [...row.columns].sort(),
    origin: 'written',
  };
}

function exclusionOf(row: ConstraintRow, types: ColumnTypes): Exclusion {
  return { ...named(row), ...normalExclusion(row.definition, types) };
}
