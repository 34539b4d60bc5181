import type { Table } from '@canonical-schema/schema';
import { StatementError } from '../../fold/fold';
import type { Statement } from '../statement';
import { isPassedOver, qualifiedName, refOf, tableFor, tableNamed, unlistObject } from './relation';
import { indexNamed } from './table-index';

/** DROP TABLE, of several too. */
export function dropTable(statement: Statement): void {
  const { reader, fold } = statement;
  const ifExists = reader.accepts('if', 'exists');
  do {
    const name = qualifiedName(reader);
    const table = tableNamed(statement, name);
    if (table !== null) forgetTable(statement, table);
    else if (fold.temporary.delete(name.toLowerCase()) || isPassedOver(statement, name))
      unlistObject(statement, 'virtual table', name);
    else if (!ifExists) throw new StatementError(`drops ${name}, which does not exist`);
  } while (reader.accepts(','));
}

/** A table's triggers go with it. Foreign keys to it stay: another table may take its name. */
function forgetTable({ catalog }: Statement, table: Table): void {
  const referencing = catalog
    .schema()
    .tables.filter(({ name }) => name !== table.name)
    .map((other) => ({ other, keys: other.foreignKeys.filter(({ references }) => references.table === table.name) }));
  catalog.apply({ kind: 'drop-table', table });
  for (const { other, keys } of referencing) {
    for (const key of keys)
      catalog.apply({ kind: 'add-constraint', table: other, constraint: { kind: 'foreign-key', ...key } });
  }
  for (const other of catalog.schema().others) {
    if (other.table === table.name) catalog.apply({ kind: 'drop-other', other });
  }
}

/** DROP INDEX: `ON t` where an index's name is its table's. */
export function dropIndex(statement: Statement): void {
  const { reader } = statement;
  const ifExists = reader.accepts('if', 'exists');
  const name = qualifiedName(reader);
  const on = reader.accepts('on') ? qualifiedName(reader) : null;
  const table = on === null ? null : tableFor(statement, on, 'is on');
  if (on !== null && table === null) return;
  dropKeyIndex(statement, table, name, ifExists);
}

/** Drops an index, or the unique constraint or foreign key's index of that name. */
export function dropKeyIndex(statement: Statement, table: Table | null, name: string, ifExists: boolean): void {
  const { catalog } = statement;
  if (name.toLowerCase() === 'primary' && table?.primaryKey) {
    catalog.apply({
      kind: 'drop-constraint',
      table,
      constraint: { kind: 'primary-key', name: table.primaryKey.name ?? '' },
    });
    return;
  }
  const found = indexNamed(statement, table, name);
  if (found === null) {
    // The index that a foreign key brought is not read.
    const isForeignKeys = table?.foreignKeys.some((key) => key.name === name || key.columns[0] === name) ?? false;
    if (ifExists || isForeignKeys) return;
    throw new StatementError(`drops the index ${name}, which does not exist`, table && refOf(table.name));
  }
  const unique = found.table.uniques.find((each) => each.name?.toLowerCase() === name.toLowerCase());
  if (found.index !== null) catalog.apply({ kind: 'drop-index', table: found.table, index: found.index.name ?? '' });
  else
    catalog.apply({
      kind: 'drop-constraint',
      table: found.table,
      constraint: { kind: 'unique', name: unique?.name ?? '' },
    });
}

/** DROP VIEW, TRIGGER and the like: off the list. */
export function dropListed(kind: string): (statement: Statement) => void {
  return (statement) => {
    const { reader, catalog } = statement;
    reader.accepts('if', 'exists');
    do {
      const name = qualifiedName(reader);
      const listed = catalog
        .schema()
        .others.filter((other) => other.kind === kind && other.name.toLowerCase() === name.toLowerCase());
      for (const other of listed) unlistObject(statement, kind, other.name, other.table);
    } while (reader.accepts(','));
  };
}
