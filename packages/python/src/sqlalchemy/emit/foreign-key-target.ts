import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type {
  ColumnDescription,
  ForeignKeyTarget,
  ModelDescription,
  PlacedColumn,
  TableDescription,
} from '../description';
import { whyNot } from '../facts-of-values';

/** Where foreign keys lead. */
export interface TargetFinder {
  /** The column that a column's first foreign key references; null where it has none. */
  targetOf(table: TableDescription, column: ColumnDescription): Fact<PlacedColumn> | null;
  /** The table and column that a target names, also where they were not read (`column` is then its text). */
  resolve(table: TableDescription, column: ColumnDescription | null, target: ForeignKeyTarget): Fact<ResolvedTarget>;
}

export interface ResolvedTarget {
  readonly schema: string | null;
  readonly table: string;
  readonly column: string;
  /** Null where the table was not read: an ORM may reference what another one makes. */
  readonly placed: PlacedColumn | null;
}

/** Finds targets among the tables of a description. */
export function targetFinder(models: ModelDescription): TargetFinder {
  const byName = new Map<string, TableDescription>();
  for (const table of models.tables) {
    for (const key of [
      tableKey(table.metadata.identity, table.schema, table.name),
      tableKey('', table.schema, table.name),
    ]) {
      if (!byName.has(key)) byName.set(key, table);
    }
  }
  const resolve: TargetFinder['resolve'] = (table, column, target) => {
    if (target.kind === 'unread') return unreadable(`its target ${target.why}`);
    if (target.kind === 'string') return resolveText(target.text, target.byName, table, column, byName);
    const placed = models.columnOf(target.value) ?? models.columnWritten(target.within);
    if (placed === null) return unreadable(`its target ${whyNot(target.value, 'a column of a table that was read')}`);
    return { schema: placed.table.schema, table: placed.table.name, column: placed.column.name, placed };
  };
  return {
    resolve,
    targetOf: (table, column) => {
      const first = column.foreignKeys[0]?.target ?? constraintTarget(table, column);
      if (first === undefined) return null;
      const resolved = resolve(table, column, first);
      if (isUnreadable(resolved)) return resolved;
      return resolved.placed ?? unreadable(`its type follows ${resolved.table}.${resolved.column}, which was not read`);
    },
  };
}

/** A `ForeignKeyConstraint` gives its columns their types as well. */
function constraintTarget(table: TableDescription, column: ColumnDescription): ForeignKeyTarget | undefined {
  for (const constraint of table.constraints) {
    if (constraint.kind !== 'foreign-key') continue;
    const at = constraint.keys.findIndex(
      ({ value }) => value.kind === 'str' && (value.value === column.key || value.value === column.name),
    );
    if (at >= 0) return constraint.targets[at];
  }
  return undefined;
}

function tableKey(metadata: string, schema: string | null, name: string): string {
  return JSON.stringify([metadata, schema, name]);
}

/**
 * `table.column`, `schema.table.column`, or `table` alone for the column of the same name. Without a schema, the
 * MetaData's holds. The column is given by its key. Source: `_resolve_col_tokens` in `schema.py`.
 */
function resolveText(
  text: string,
  byName: boolean,
  table: TableDescription,
  column: ColumnDescription | null,
  tables: ReadonlyMap<string, TableDescription>,
): Fact<ResolvedTarget> {
  const parts = text.split('.');
  const key = parts.length === 1 ? (column?.key ?? '') : (parts.pop() ?? '');
  const name = parts.pop() ?? '';
  const metadataSchema = table.metadata.schema;
  if (parts.length === 0 && isUnreadable(metadataSchema)) return metadataSchema;
  const schema = parts.length > 0 ? parts.join('.') : isUnreadable(metadataSchema) ? null : metadataSchema;
  const target = tables.get(tableKey(table.metadata.identity, schema, name)) ?? tables.get(tableKey('', schema, name));
  if (target === undefined) return { schema, table: name, column: key, placed: null };
  const found = target.columns.find((candidate) => (byName ? candidate.name : candidate.key) === key);
  const placed = found === undefined ? null : { table: target, column: found };
  return { schema, table: name, column: found?.name ?? key, placed };
}
