import type { Query } from '../../running/session';

/**
 * The rows of a SELECT, built as JSON inside the server: numbers, booleans and arrays arrive alike through every driver.
 * `Row` states what the SELECT returns; nothing checks it.
 */
export async function rowsOf<Row>(query: Query, select: string): Promise<readonly Row[]> {
  const answer = await query(`SELECT coalesce(json_agg(row), '[]')::text AS rows FROM (${select}) AS row`);
  return JSON.parse(String(answer[0]?.rows ?? '[]')) as Row[];
}

/** A condition on `pg_namespace AS n`: the schemas that belong to users. */
export const isUserSchema = `n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'`;

/** A condition: the object is not a part of an extension. `catalog` is `pg_class`, `pg_type`, …; `oid` an expression. */
export function isNoExtensionMember(catalog: string, oid: string): string {
  return `NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS member
    WHERE member.classid = 'pg_catalog.${catalog}'::regclass AND member.objid = ${oid} AND member.deptype = 'e')`;
}

/** Do NULLs of a unique index, `pg_index AS i`, count as equal? Before PostgreSQL 15 there was no such column. */
export const nullsNotDistinct = `coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)`;

/** A condition on `pg_class AS c`: ordinary and partitioned tables, without the partitions of the latter. */
export const isTable = `c.relkind IN ('r', 'p') AND NOT c.relispartition`;

/** The key by which rows of several queries meet. Names are identifiers: they may hold anything but NUL. */
export function relationKey(schema: string, name: string): string {
  return `${schema}\0${name}`;
}

/** Rows by the table that they belong to. */
export function byTable<Row extends { readonly schema: string; readonly table: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = relationKey(row.schema, row.table);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
