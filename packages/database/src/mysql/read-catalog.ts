import type { Reading, Table } from '@canonical-schema/schema';
import { sqlDialect, withoutForeignKeyIndexes } from '@canonical-schema/sql';
import type { Query } from '../running/session';
import { columnsOf, columnTypesOf, readColumns } from './columns';
import { checksOf, foreignKeysOf, jsonColumnOf, readChecks, readForeignKeys } from './constraints';
import { indexesOf, readIndexes } from './indexes';
import { readOthers } from './others';
import { byTable, type Row, rowsOf } from './rows';
import type { ServerKind } from './server-kinds';

type TableRow = Row<'name' | 'comment'>;

const tables = `
  SELECT TABLE_NAME AS name, TABLE_COMMENT AS comment FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY TABLE_NAME`;

/** The schema that a database of a running MySQL or MariaDB holds, in seven statements however large it is. */
export async function readMysqlCatalog(query: Query, kind: ServerKind): Promise<Reading> {
  const sql = sqlDialect(kind.dialect);
  await sql.load();
  const [server] = await rowsOf<'version'>(query, 'SELECT VERSION() AS version');
  const tableRows: readonly TableRow[] = await rowsOf(query, tables);
  const columnRows = await readColumns(query);
  const columns = byTable(columnRows);
  const indexes = byTable(await readIndexes(query, kind));
  const foreignKeys = byTable(await readForeignKeys(query));
  const checks = byTable(await readChecks(query, kind));
  const others = await readOthers(query, columnRows);
  const tableOf = ({ name, comment }: TableRow): Table => {
    const table = name ?? '';
    const jsonOf = (check: Parameters<typeof jsonColumnOf>[0]) => (kind.hasJsonAsText ? jsonColumnOf(check) : null);
    const checkRows = checks.get(table) ?? [];
    const json = new Set(checkRows.flatMap((check) => jsonOf(check) ?? []));
    const read = columnsOf(columns.get(table) ?? [], json, kind, sql);
    const types = columnTypesOf(read);
    const keys = foreignKeysOf(foreignKeys.get(table) ?? []);
    const { indexes: all, ...constraints } = indexesOf(indexes.get(table) ?? [], kind, sql, types);
    return {
      schema: 'public',
      name: table,
      columns: read,
      ...constraints,
      foreignKeys: keys,
      checks: checksOf(
        checkRows.filter((check) => jsonOf(check) === null),
        kind,
        sql,
        types,
      ),
      exclusions: [],
      indexes: withoutForeignKeyIndexes({ name: table, indexes: all, foreignKeys: keys }),
      comment: comment === '' ? null : comment,
      managed: true,
      unread: [],
      place: null,
    };
  };
  return {
    source: 'database',
    dialect: kind.dialect,
    schema: { tables: tableRows.map(tableOf), enums: [], domains: [], sequences: [], others },
    unread: [],
    remarks: [],
    assumed: { [kind.dialect]: `${server?.version} (the server)` },
  };
}
