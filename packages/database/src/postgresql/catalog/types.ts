import type { Domain, EnumType } from '@canonical-schema/schema';
import type { Query } from '../../running/session';
import { noColumns, normalCheck, normalDefault, normalType, valueOr } from './normal-form';
import { isNoExtensionMember, isUserSchema, rowsOf } from './query';

const enums = `
  SELECT n.nspname AS schema, t.typname AS name,
    ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
  FROM pg_catalog.pg_type AS t
  JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
  WHERE t.typtype = 'e' AND ${isUserSchema} AND ${isNoExtensionMember('pg_type', 't.oid')}
  ORDER BY n.nspname, t.typname`;

/** Every enum type. */
export async function readEnums(query: Query): Promise<readonly EnumType[]> {
  const rows = await rowsOf<{ schema: string; name: string; labels: string[] }>(query, enums);
  return rows.map((row) => ({ ...row, place: null }));
}

interface DomainRow {
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  readonly not_null: boolean;
  readonly default: string | null;
  readonly checks: readonly { readonly name: string; readonly expression: string }[];
}

const domains = `
  SELECT n.nspname AS schema, t.typname AS name, pg_catalog.format_type(t.typbasetype, t.typtypmod) AS type,
    t.typnotnull AS not_null, pg_catalog.pg_get_expr(t.typdefaultbin, 0) AS default,
    coalesce((SELECT json_agg(json_build_object('name', k.conname, 'expression', pg_catalog.pg_get_expr(k.conbin, 0))
        ORDER BY k.conname)
      FROM pg_catalog.pg_constraint AS k WHERE k.contypid = t.oid AND k.contype = 'c'), '[]') AS checks
  FROM pg_catalog.pg_type AS t
  JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
  WHERE t.typtype = 'd' AND ${isUserSchema} AND ${isNoExtensionMember('pg_type', 't.oid')}
  ORDER BY n.nspname, t.typname`;

/** Every domain. */
export async function readDomains(query: Query): Promise<readonly Domain[]> {
  const rows = await rowsOf<DomainRow>(query, domains);
  return rows.map(domainOf);
}

function domainOf(row: DomainRow): Domain {
  const type = normalType(row.type);
  return {
    schema: row.schema,
    name: row.name,
    type,
    notNull: row.not_null,
    default: row.default === null ? null : valueOr(normalDefault(row.default, type), row.default),
    checks: row.checks.map(({ name, expression }) => ({
      name,
      expression: valueOr(normalCheck(expression, noColumns), expression),
    })),
    place: null,
  };
}
