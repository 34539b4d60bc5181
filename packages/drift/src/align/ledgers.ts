import type { Table } from '@canonical-schema/schema';

/** Where migration tools note what they have done: a database has these tables, and no model describes them. */
const ledgers: Readonly<Record<string, readonly string[]>> = {
  alembic_version: ['version_num'],
  django_migrations: ['app', 'applied', 'id', 'name'],
};

/** Is this the ledger of a migration tool? Told by its columns too: a table of one's own may have the same name. */
export function isLedger(table: Table): boolean {
  if (!Object.hasOwn(ledgers, table.name)) return false;
  const columns = ledgers[table.name] ?? [];
  return table.columns.length === columns.length && table.columns.every(({ name }) => columns.includes(name));
}
