import type { Index, IndexKey } from '@canonical-schema/schema';
import type { Query } from '../../running/session';
import { type ColumnTypes, normalExpression } from './normal-form';
import { isTable, isUserSchema, nullsNotDistinct, rowsOf } from './query';

/** A row of an index that no constraint owns. */
export interface IndexRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  readonly nulls_not_distinct: boolean;
  readonly method: string;
  readonly predicate: string | null;
  readonly keys: readonly IndexKeyRow[];
  readonly included: readonly string[];
}

interface IndexKeyRow {
  /** Null for an expression. */
  readonly column: string | null;
  readonly definition: string;
  /** Null where it is the default of the key's type. */
  readonly opclass: string | null;
  readonly collation: string | null;
  readonly descending: boolean;
  readonly nulls_first: boolean;
}

/**
 * Bit 1 of `indoption` is DESC, bit 2 NULLS FIRST. The collation that an expression has by itself stands nowhere in the
 * catalog, but `pg_get_indexdef` of the whole index prints a COLLATE only where the index has another one.
 */
const keys = `
  SELECT json_agg(json_build_object(
    'column', a.attname,
    'definition', pg_catalog.pg_get_indexdef(i.indexrelid, k.position::int, false),
    'opclass', CASE WHEN o.opcdefault THEN NULL ELSE o.opcname END,
    'collation', CASE
      WHEN a.attname IS NOT NULL THEN CASE WHEN k.collation_id NOT IN (0, a.attcollation) THEN l.collname END
      WHEN strpos(pg_catalog.pg_get_indexdef(i.indexrelid),
        pg_catalog.pg_get_indexdef(i.indexrelid, k.position::int, false) || ' COLLATE ') > 0 THEN l.collname END,
    'descending', k.option & 1 = 1,
    'nulls_first', k.option & 2 = 2) ORDER BY k.position)
  FROM ROWS FROM (unnest(i.indkey::int2[]), unnest(i.indclass::oid[]), unnest(i.indoption::int2[]),
    unnest(i.indcollation::oid[])) WITH ORDINALITY AS k(number, opclass, option, collation_id, position)
  JOIN pg_catalog.pg_opclass AS o ON o.oid = k.opclass
  LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = k.collation_id
  LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number <> 0
  WHERE k.position <= i.indnkeyatts`;

const indexes = `
  SELECT n.nspname AS schema, c.relname AS table, x.relname AS name, i.indisunique AS unique,
    ${nullsNotDistinct} AS nulls_not_distinct, m.amname AS method,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
    (${keys}) AS keys,
    ARRAY(
      SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, position)
      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.number
      WHERE k.position > i.indnkeyatts ORDER BY k.position) AS included
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
  JOIN pg_catalog.pg_am AS m ON m.oid = x.relam
  JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE ${isUserSchema} AND ${isTable} AND NOT EXISTS (
    SELECT 1 FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
  ORDER BY n.nspname, c.relname, x.relname`;

/** The indexes of every table that no constraint owns. */
export function readIndexes(query: Query): Promise<readonly IndexRow[]> {
  return rowsOf<IndexRow>(query, indexes);
}

/** A row as an index; `types` are those of its table's columns. */
export function indexOf(row: IndexRow, types: ColumnTypes): Index {
  return {
    name: row.name,
    nameGiven: true,
    place: null,
    unique: row.unique,
    method: row.method,
    keys: row.keys.map((key) => keyOf(key, types)),
    include: row.included,
    where: row.predicate === null ? null : normalExpression(row.predicate, types),
    nullsNotDistinct: row.nulls_not_distinct,
    origin: 'written',
  };
}

function keyOf(row: IndexKeyRow, types: ColumnTypes): IndexKey {
  return {
    of:
      row.column === null
        ? { kind: 'expression', expression: normalExpression(row.definition, types) }
        : { kind: 'column', column: row.column },
    opclass: row.opclass,
    collation: row.collation,
    descending: row.descending,
    nulls: row.nulls_first ? 'first' : 'last',
  };
}
