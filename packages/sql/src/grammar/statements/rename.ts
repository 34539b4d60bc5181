import type { Constraint, Table } from '@canonical-schema/schema';
import { StatementError } from '../../fold/fold';
import type { Statement } from '../statement';
import { qualifiedName, refOf, tableFor } from './relation';

/** RENAME TABLE a TO b, c TO d. */
export function renameTables(statement: Statement): void {
  const { reader } = statement;
  reader.accepts('if', 'exists');
  do {
    const name = qualifiedName(reader);
    if (reader.acceptsOneOf(['wait', 'nowait']) === 'wait') reader.take();
    reader.expects('to');
    const to = qualifiedName(reader);
    const table = tableFor(statement, name, 'renames');
    if (table !== null) renameTable(statement, table, to);
  } while (reader.accepts(','));
}

/** Renames a table; names that the server made of the table's own follow it. */
export function renameTable({ catalog, grammar }: Statement, table: Table, to: string): void {
  if (table.name === to) return;
  catalog.apply({ kind: 'rename-table', table, to: refOf(to) });
  for (const other of catalog.schema().others.filter((each) => each.table === table.name)) {
    catalog.apply({ kind: 'drop-other', other });
    catalog.apply({ kind: 'add-other', other: { ...other, table: to } });
  }
  const renamed = catalog.table(refOf(to));
  if (renamed === null || grammar.rules.primaryKeyName === null) return;
  const made = [
    ...renamed.foreignKeys.map((key): Constraint => ({ kind: 'foreign-key', ...key })),
    ...renamed.checks.map((check): Constraint => ({ kind: 'check', ...check })),
  ].filter(({ name, nameGiven }) => !nameGiven && name?.startsWith(`${table.name}_`));
  for (const constraint of made) {
    const { kind, name } = constraint;
    const followed = to + (name ?? '').slice(table.name.length);
    catalog.apply({ kind: 'drop-constraint', table: renamed, constraint: { kind, name: name ?? '' } });
    catalog.apply({ kind: 'add-constraint', table: renamed, constraint: { ...constraint, name: followed } });
  }
}

/** RENAME INDEX and RENAME KEY of a table. */
export function renameIndex({ catalog }: Statement, table: Table, from: string, to: string): void {
  const isIt = ({ name }: { readonly name: string | null }): boolean => name?.toLowerCase() === from.toLowerCase();
  const unique = table.uniques.find(isIt);
  const index = table.indexes.find(isIt);
  if (unique !== undefined) {
    catalog.apply({ kind: 'rename-constraint', table, constraint: { kind: 'unique', name: unique.name ?? '' }, to });
  } else if (index !== undefined) catalog.apply({ kind: 'rename-index', table, index: index.name ?? '', to });
  else throw new StatementError(`renames the index ${from}, which does not exist`, refOf(table.name));
}
