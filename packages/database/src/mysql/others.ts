import type { OtherObject } from '@canonical-schema/schema';
import type { Query } from '../running/session';
import type { ColumnRow } from './columns';
import { rowsOf } from './rows';

/** One SELECT of (kind, name, table) per part of the catalog that holds objects which are listed, never compared. */
const selects = [
  `SELECT LOWER(TABLE_TYPE) AS kind, TABLE_NAME AS name, NULL AS \`table\` FROM information_schema.TABLES
   WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN ('VIEW', 'SEQUENCE')`,
  `SELECT 'trigger', TRIGGER_NAME, EVENT_OBJECT_TABLE FROM information_schema.TRIGGERS
   WHERE TRIGGER_SCHEMA = DATABASE()`,
  `SELECT LOWER(ROUTINE_TYPE), ROUTINE_NAME, NULL FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()`,
  `SELECT 'event', EVENT_NAME, NULL FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()`,
];

/** Every view, sequence, trigger, routine and event, and every column that is set anew by each UPDATE. */
export async function readOthers(query: Query, columns: readonly ColumnRow[]): Promise<readonly OtherObject[]> {
  const rows = await rowsOf<'kind' | 'name' | 'table'>(query, `${selects.join(' UNION ALL ')} ORDER BY 2, 1`);
  const updated = columns.filter(({ extra }) => /\bon update\b/i.test(extra ?? ''));
  return [...rows, ...updated.map(({ name, table }) => ({ kind: 'on update', name, table }))].map(otherOf);
}

function otherOf({ kind, name, table }: Readonly<Record<'kind' | 'name' | 'table', string | null>>): OtherObject {
  return {
    kind: kind ?? '',
    schema: 'public',
    name: name ?? '',
    ...(table === null ? {} : { table }),
    place: null,
  };
}
