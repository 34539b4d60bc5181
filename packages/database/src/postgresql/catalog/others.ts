import type { OtherObject } from '@canonical-schema/schema';
import type { Query } from '../../running/session';
import { isNoExtensionMember, isUserSchema, rowsOf } from './query';

/** One SELECT of (kind, schema, name) per catalog that holds objects which are listed, never compared. */
const selects = [
  `SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
       ELSE 'partition' END AS kind, n.nspname AS schema, c.relname AS name
   FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
   WHERE (c.relkind IN ('v', 'm', 'f') OR c.relkind IN ('r', 'p') AND c.relispartition)
     AND ${isUserSchema} AND ${isNoExtensionMember('pg_class', 'c.oid')}`,
  `SELECT CASE t.typtype WHEN 'r' THEN 'range type' ELSE 'composite type' END, n.nspname, t.typname
   FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
   LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
   WHERE (t.typtype = 'r' OR t.typtype = 'c' AND c.relkind = 'c')
     AND ${isUserSchema} AND ${isNoExtensionMember('pg_type', 't.oid')}`,
  `SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, n.nspname, p.proname
   FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
   WHERE ${isUserSchema} AND ${isNoExtensionMember('pg_proc', 'p.oid')}
     AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS d
       WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')`,
  `SELECT 'trigger', n.nspname, g.tgname
   FROM pg_catalog.pg_trigger AS g JOIN pg_catalog.pg_class AS c ON c.oid = g.tgrelid
   JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
   WHERE NOT g.tgisinternal AND g.tgparentid = 0 AND ${isUserSchema}`,
  `SELECT 'policy', n.nspname, p.polname
   FROM pg_catalog.pg_policy AS p JOIN pg_catalog.pg_class AS c ON c.oid = p.polrelid
   JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE ${isUserSchema}`,
  `SELECT 'rule', n.nspname, r.rulename
   FROM pg_catalog.pg_rewrite AS r JOIN pg_catalog.pg_class AS c ON c.oid = r.ev_class
   JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND ${isUserSchema}`,
  `SELECT 'extension', NULL, e.extname FROM pg_catalog.pg_extension AS e WHERE e.extname <> 'plpgsql'`,
  `SELECT 'schema', NULL, n.nspname FROM pg_catalog.pg_namespace AS n WHERE n.nspname <> 'public' AND ${isUserSchema}`,
];

/** Every object that is listed, never compared: views, partitions, functions, triggers, policies, extensions. */
export async function readOthers(query: Query): Promise<readonly OtherObject[]> {
  const rows = await rowsOf<Omit<OtherObject, 'place'>>(query, `${selects.join(' UNION ALL ')} ORDER BY 2, 3, 1`);
  return rows.map((row) => ({ ...row, place: null }));
}
