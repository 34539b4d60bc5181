import type { Catalog } from '@canonical-schema/schema';
import type { NameRules } from '../names';

/** MySQL's own names of checks begin with the table's, and follow it. */
export function renameOwnChecks(catalog: Catalog, from: string, to: string, { tableRef }: NameRules): void {
  const table = tableRef(to);
  const [before, after] = [`${tableRef(from).name}_chk_`, `${table.name}_chk_`];
  for (const check of catalog.table(table)?.checks ?? []) {
    if (check.name?.startsWith(before) !== true) continue;
    catalog.apply({ kind: 'drop-constraint', table, constraint: { kind: 'check', name: check.name } });
    const name = after + check.name.slice(before.length);
    catalog.apply({ kind: 'add-constraint', table, constraint: { ...check, kind: 'check', name } });
  }
}
