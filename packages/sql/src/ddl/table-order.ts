import { type ForeignKey, type Schema, type Table, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { DdlLanguage } from './ddl-language';
import { inDependencyOrder } from './dependency-order';
import { tableKey } from './table-key';

/** Tables in the order in which they are written, and what that means for their foreign keys. */
export interface TableOrder {
  readonly tables: readonly Table[];
  /** Does the key's target stand when its table is made? Then the key can be part of CREATE TABLE. */
  isReady(table: Table, key: ForeignKey): boolean;
  /** Is the target written at all? */
  isWritten(table: TableRef): boolean;
}

/**
 * The tables that are made, each behind those that it references, otherwise by name. Not made are tables that the ORM
 * knows and does not create, and those of installed packages that nothing here references.
 */
export function orderedTables(
  schema: Schema,
  language: Pick<DdlLanguage, 'demandsTargets' | 'indexesStandInTables'>,
): TableOrder {
  const byName = schema.tables
    .filter(({ managed }) => managed)
    .toSorted((a, b) => (tableLabel(a) < tableLabel(b) ? -1 : 1));
  const needed = reachedFrom(byName);
  const tables = inDependencyOrder(
    byName.filter((table) => needed.has(tableKey(table))),
    tableKey,
    targetsOf,
  );
  const positions = new Map(tables.map((table, position) => [tableKey(table), position]));
  return {
    tables,
    isWritten: (table) => positions.has(tableKey(table)),
    isReady(table, key) {
      const target = targetOf(key);
      if (!language.demandsTargets) return true;
      if (target === tableKey(table))
        return language.indexesStandInTables || isConstrained(table, key.references.columns);
      return (positions.get(target) ?? Number.POSITIVE_INFINITY) < (positions.get(tableKey(table)) ?? 0);
    },
  };
}

function targetOf({ references }: ForeignKey): string {
  return tableKey({ schema: references.schema, name: references.table });
}

function targetsOf(table: Table): readonly string[] {
  return [...new Set(table.foreignKeys.map(targetOf))].sort();
}

/** The source's own tables and whatever they reference. */
function reachedFrom(tables: readonly Table[]): ReadonlySet<string> {
  const byName = new Map(tables.map((table) => [tableKey(table), table]));
  const reached = new Set(tables.filter(({ orm }) => orm?.external !== true).map(tableKey));
  for (const name of reached) {
    const table = byName.get(name);
    // A set's iteration comes to what is added on the way.
    for (const target of table === undefined ? [] : targetsOf(table)) reached.add(target);
  }
  return reached;
}

/** Is there a key or unique constraint, not just a unique index, on exactly these columns? */
function isConstrained({ primaryKey, uniques }: Table, columns: readonly string[]): boolean {
  const wanted = columns.toSorted().join('\u0000');
  const keys = primaryKey === null ? uniques : [primaryKey, ...uniques];
  return keys.some((key) => key.columns.toSorted().join('\u0000') === wanted);
}
