import type { Reading, Table } from '@canonical-schema/schema';
import type { Query } from '../../running/session';
import { type ColumnRow, columnOf, columnTypesOf, readColumns } from './columns';
import { constraintsOf, readConstraints } from './constraints';
import { indexOf, readIndexes } from './indexes';
import { prepareNormalForms } from './normal-form';
import { readOthers } from './others';
import { byTable, isTable, isUserSchema, relationKey, rowsOf } from './query';
import { readSequences } from './sequences';
import { readDomains, readEnums } from './types';

interface TableRow {
  readonly schema: string;
  readonly name: string;
  readonly comment: string | null;
}

const tables = `
  SELECT n.nspname AS schema, c.relname AS name, pg_catalog.obj_description(c.oid, 'pg_class') AS comment
  FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE ${isUserSchema} AND ${isTable}
    AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY n.nspname, c.relname`;

/**
 * The schema that a running PostgreSQL holds, in ten statements however large it is. The session's `search_path` is
 * `public` while it reads, for deparsed expressions and types name the schema of whatever the path does not reach.
 */
export async function readPostgresCatalog(query: Query): Promise<Reading> {
  await prepareNormalForms();
  const [session] = await query(
    `SELECT current_setting('search_path') AS path, current_setting('server_version') AS version`,
  );
  await query(`SELECT set_config('search_path', 'public', false)`);
  const restore = () => query(`SELECT set_config('search_path', ${literal(String(session?.path ?? ''))}, false)`);
  try {
    const reading = await readWithPath(query, String(session?.version ?? ''));
    await restore();
    return reading;
  } catch (error) {
    // A transaction that failed refuses this, too; the first error is the one to hear of.
    await restore().catch(() => undefined);
    throw error;
  }
}

async function readWithPath(query: Query, version: string): Promise<Reading> {
  const tableRows = await rowsOf<TableRow>(query, tables);
  const columns = byTable(await readColumns(query));
  const constraints = byTable(await readConstraints(query));
  const indexes = byTable(await readIndexes(query));
  const tableOf = (row: TableRow): Table => {
    const key = relationKey(row.schema, row.name);
    const columnRows: readonly ColumnRow[] = columns.get(key) ?? [];
    const types = columnTypesOf(columnRows);
    return {
      schema: row.schema,
      name: row.name,
      columns: columnRows.map((column) => columnOf(column, types)),
      ...constraintsOf(constraints.get(key) ?? [], types),
      indexes: (indexes.get(key) ?? []).map((index) => indexOf(index, types)),
      comment: row.comment,
      managed: true,
      unread: [],
      place: null,
    };
  };
  return {
    source: 'database',
    dialect: 'postgresql',
    schema: {
      tables: tableRows.map(tableOf),
      enums: await readEnums(query),
      domains: await readDomains(query),
      sequences: await readSequences(query),
      others: await readOthers(query),
    },
    unread: [],
    remarks: [],
    assumed: { postgres: `${version} (the server)` },
  };
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
