import { type Column, type Fact, type Generated, type Identity, mapFact } from '@canonical-schema/schema';
import type { Query } from '../../running/session';
import { type ColumnTypes, normalDefault, normalExpression, normalType } from './normal-form';
import { isTable, isUserSchema, rowsOf } from './query';

/** A row of a table's column; the table has no columns where `name` is null. */
export interface ColumnRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly default: string | null;
  /** `a`, `d` or empty, as in `pg_attribute.attidentity`. */
  readonly identity: string;
  /** `s`, `v` or empty, as in `pg_attribute.attgenerated`. */
  readonly generated: string;
  /** Is the default the nextval of a sequence that the column owns? */
  readonly serial: boolean;
  readonly collation: string | null;
  readonly comment: string | null;
  readonly base_type: string | null;
}

const columns = `
  SELECT n.nspname AS schema, c.relname AS table, a.attname AS name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
    NOT a.attnotnull AS nullable,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default,
    a.attidentity AS identity, a.attgenerated AS generated,
    EXISTS (
      SELECT 1 FROM pg_catalog.pg_depend AS uses
      JOIN pg_catalog.pg_depend AS owned ON owned.classid = 'pg_catalog.pg_class'::regclass
        AND owned.objid = uses.refobjid AND owned.deptype = 'a'
        AND owned.refclassid = 'pg_catalog.pg_class'::regclass
        AND owned.refobjid = a.attrelid AND owned.refobjsubid = a.attnum
      WHERE uses.classid = 'pg_catalog.pg_attrdef'::regclass AND uses.objid = d.oid
        AND uses.refclassid = 'pg_catalog.pg_class'::regclass AND d.adbin IS NOT NULL
        AND pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'
    ) AS serial,
    CASE WHEN a.attcollation <> t.typcollation THEN l.collname END AS collation,
    pg_catalog.col_description(c.oid, a.attnum) AS comment,
    CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END AS base_type
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
  LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = a.attcollation
  LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE ${isUserSchema} AND ${isTable}
  ORDER BY n.nspname, c.relname, a.attnum`;

/** The columns of every table, in the order in which they were created. */
export function readColumns(query: Query): Promise<readonly ColumnRow[]> {
  return rowsOf<ColumnRow>(query, columns);
}

const identities: Readonly<Record<string, Identity>> = { a: 'always', d: 'by default' };

/** The types of a table's columns, for reading expressions over them. */
export function columnTypesOf(rows: readonly ColumnRow[]): ColumnTypes {
  const types = new Map(rows.map(({ name, type }) => [name, normalType(type)]));
  return { columnType: (name) => types.get(name) };
}

/** A row as a column; `types` are those of its table. */
export function columnOf(row: ColumnRow, types: ColumnTypes): Column {
  const type = normalType(row.type);
  const baseType = row.base_type === null ? null : normalType(row.base_type);
  const written = row.serial || row.generated !== '' ? null : row.default;
  return {
    name: row.name,
    type,
    nullable: row.nullable,
    default: written === null ? null : normalDefault(written, baseType ?? type),
    identity: row.serial ? 'serial' : (identities[row.identity] ?? null),
    generated: generatedOf(row, types),
    collation: row.collation,
    comment: row.comment,
    baseType,
    place: null,
  };
}

function generatedOf(row: ColumnRow, types: ColumnTypes): Fact<Generated | null> {
  if (row.generated === '' || row.default === null) return null;
  const kind = row.generated === 's' ? 'stored' : 'virtual';
  return mapFact(normalExpression(row.default, types), (expression) => ({ expression, kind }));
}
