import type { Change } from '../change';
import type { ForeignKey } from '../model/constraint';
import type { Table, TableRef } from '../model/table';

/** What foreign keys reference, and steps take away. PostgreSQL takes the foreign keys along. */
export class LostReferences {
  private readonly tables = new Set<string>();
  private readonly columns = new Set<string>();
  private readonly rules = new Set<string>();

  /** A table is dropped. */
  loseTable(table: TableRef): void {
    this.tables.add(keyOf(table.schema, table.name));
  }

  /** Steps drop columns, keys and unique indexes of a table. */
  loseParts(table: Table, changes: readonly Change[]): void {
    const key = keyOf(table.schema, table.name);
    const names = new Set(changes.flatMap(droppedName));
    for (const change of changes) {
      if (change.kind === 'drop-column') this.columns.add(keyOf(key, change.column));
    }
    const rules = uniqueRules(table);
    const kept = new Set(rules.filter(({ name }) => !names.has(name)).map(({ columns }) => columns));
    for (const { columns } of rules) {
      if (!kept.has(columns)) this.rules.add(keyOf(key, columns));
    }
  }

  /** Does the foreign key reference something that goes? */
  has({ references: { schema, table, columns } }: ForeignKey): boolean {
    const key = keyOf(schema, table);
    const isColumnLost = columns.some((column) => this.columns.has(keyOf(key, column)));
    return this.tables.has(key) || isColumnLost || this.rules.has(keyOf(key, setOf(columns)));
  }
}

function droppedName(change: Change): (string | null)[] {
  if (change.kind === 'drop-constraint') return [change.constraint.name];
  return change.kind === 'drop-index' ? [change.index] : [];
}

function uniqueRules({ primaryKey, uniques, indexes }: Table): { name: string | null; columns: string }[] {
  const keys = [...(primaryKey === null ? [] : [primaryKey]), ...uniques];
  return [
    ...keys.map(({ name, columns }) => ({ name, columns: setOf(columns) })),
    ...indexes
      .filter(({ unique }) => unique)
      .map(({ name, keys: terms }) => {
        const columns = terms.flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : []));
        return { name, columns: setOf(columns) };
      }),
  ];
}

function setOf(columns: readonly string[]): string {
  return columns.toSorted().join('\u0000');
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('\u0001');
}
