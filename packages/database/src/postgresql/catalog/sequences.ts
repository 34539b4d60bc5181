import type { Sequence } from '@canonical-schema/schema';
import type { Query } from '../../running/session';
import { isNoExtensionMember, isUserSchema, rowsOf } from './query';

interface SequenceRow {
  readonly schema: string;
  readonly name: string;
  readonly owner_schema: string | null;
  readonly owner_table: string | null;
  readonly owner_column: string | null;
  /** Does the owning column count up with it? */
  readonly counts: boolean;
}

const sequences = `
  SELECT n.nspname AS schema, c.relname AS name,
    tn.nspname AS owner_schema, t.relname AS owner_table, a.attname AS owner_column,
    coalesce(o.deptype = 'i' OR EXISTS (
      SELECT 1 FROM pg_catalog.pg_attrdef AS d
      JOIN pg_catalog.pg_depend AS uses ON uses.classid = 'pg_catalog.pg_attrdef'::regclass AND uses.objid = d.oid
        AND uses.refclassid = 'pg_catalog.pg_class'::regclass AND uses.refobjid = c.oid
      WHERE d.adrelid = o.refobjid AND d.adnum = o.refobjsubid), false) AS counts
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_depend AS o ON o.classid = 'pg_catalog.pg_class'::regclass AND o.objid = c.oid
    AND o.refclassid = 'pg_catalog.pg_class'::regclass AND o.deptype IN ('a', 'i')
  LEFT JOIN pg_catalog.pg_class AS t ON t.oid = o.refobjid
  LEFT JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.relnamespace
  LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
  WHERE c.relkind = 'S' AND ${isUserSchema} AND ${isNoExtensionMember('pg_class', 'c.oid')}
  ORDER BY n.nspname, c.relname`;

/** Every sequence of its own: those that a serial or identity column counts with are that column's. */
export async function readSequences(query: Query): Promise<readonly Sequence[]> {
  const rows = await rowsOf<SequenceRow>(query, sequences);
  return rows.filter((row) => !row.counts).map(sequenceOf);
}

function sequenceOf(row: SequenceRow): Sequence {
  const { owner_schema: schema, owner_table: table, owner_column: column } = row;
  const ownedBy = schema === null || table === null || column === null ? null : { schema, table, column };
  return { schema: row.schema, name: row.name, ownedBy, place: null };
}
