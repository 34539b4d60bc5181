import {
  type ForeignKey,
  isUnreadable,
  type PrimaryKey,
  type ReferentialAction,
  type Unique,
} from '@canonical-schema/schema';
import type {
  ColumnDescription,
  ColumnForeignKey,
  ConstraintOptions,
  ForeignKeyOptions,
  ForeignKeyTarget,
} from '../description';
import { schemaIn } from '../dialects/schema-in';
import { keyColumns, type TableEmission } from './emission';
import { isRefused, lost } from './refused';
import { columnNames, final, settledName, unnamed } from './settled-name';

/** The columns of the primary key: the constraint's own, or those that say `primary_key=True`. */
export function primaryKeyColumns(emission: TableEmission): readonly ColumnDescription[] {
  const constraint = emission.table.constraints.find((candidate) => candidate.kind === 'primary-key');
  const written =
    constraint?.kind === 'primary-key' && constraint.keys.length > 0
      ? keyColumns(constraint.keys, emission.columns)
      : null;
  if (constraint?.kind === 'primary-key' && constraint.keys.length > 0 && written === null) {
    lost(emission, 'primary-key', constraint, 'one of its columns was not found');
  }
  return written ?? emission.table.columns.filter((column) => column.primaryKey === true);
}

/** The primary key; an implicit one lists the column that counts up first. */
export function emitPrimaryKey(
  key: readonly ColumnDescription[],
  autoincrement: ColumnDescription | null,
  emission: TableEmission,
): PrimaryKey | null {
  const constraint = emission.table.constraints.find((candidate) => candidate.kind === 'primary-key');
  if (key.length === 0) return null;
  const { traits, ddl } = emission.dialect;
  const counts = key.length > 1 && autoincrement !== null && !ddl.countsWithinKeys;
  if (counts) return lostKey(`${traits.label} counts up no column of a composite key`, autoincrement, emission);
  const isImplicit = constraint === undefined;
  const ordered =
    isImplicit && autoincrement !== null ? [autoincrement, ...key.filter((column) => column !== autoincrement)] : key;
  const given = emission.dialect.ddl.namesEveryKey ? final : (constraint?.name ?? unnamed);
  const own = { columns: columnNames(ordered) };
  const name = settledName({ kind: 'pk', given, columns: ordered, referred: null, own }, emission);
  return { ...name, columns: columnNames(ordered), place: constraint?.place ?? null };
}

/**
 * Unique constraints in the order of the DDL: written ones, made before the columns came to their table, then those of
 * `unique=True` without `index=True`.
 */
export function emitUniques(primaryKey: PrimaryKey | null, emission: TableEmission): readonly Unique[] {
  const uniques: Unique[] = [];
  for (const constraint of emission.table.constraints) {
    if (constraint.kind !== 'unique') continue;
    const columns = keyColumns(constraint.keys, emission.columns);
    const include = keyColumns(constraint.include, emission.columns) ?? [];
    if (columns === null) lost(emission, 'unique', constraint, 'one of its columns was not found');
    else if (columns.length > 0)
      addUnique(uniques, primaryKey, constraint, columns, columnNames(include), constraint.nullsNotDistinct, emission);
  }
  for (const column of emission.table.columns) {
    if (isUnreadable(column.unique)) emission.noted(column.unique, column.name, column.place);
    if (column.unique !== true || column.index === true) continue;
    addUnique(uniques, primaryKey, unnamedOptions(column), [column], [], false, emission);
  }
  return uniques;
}

function unnamedOptions(column: ColumnDescription): ConstraintOptions {
  return { name: unnamed, deferrable: false, initiallyDeferred: false, place: column.place };
}

/**
 * PostgreSQL (`transformIndexConstraints`) and SQLite make one of several alike, and none where the primary key is alike.
 */
function addUnique(
  uniques: Unique[],
  primaryKey: PrimaryKey | null,
  options: ConstraintOptions,
  columns: readonly ColumnDescription[],
  include: readonly string[],
  nullsNotDistinct: boolean,
  emission: TableEmission,
): void {
  const names = columnNames(columns);
  const { deferrable, initiallyDeferred, place } = options;
  const { dropsTwins } = emission.dialect.ddl;
  if (isRefused(options, 'unique', names, emission)) return;
  const isPlain = !deferrable && !nullsNotDistinct && include.length === 0;
  if (dropsTwins && isPlain && primaryKey !== null && alike(primaryKey.columns, names)) return;
  const twin = uniques.some(
    (unique) =>
      alike(unique.columns, names) &&
      alike(unique.include, include) &&
      unique.deferrable === deferrable &&
      unique.nullsNotDistinct === nullsNotDistinct,
  );
  if (dropsTwins && twin) return;
  const given = options.name;
  const name = settledName({ kind: 'uq', given, columns, referred: null, own: { columns: names } }, emission);
  uniques.push({ ...name, columns: names, nullsNotDistinct, deferrable, initiallyDeferred, include, place });
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at]);
}

function lostKey(why: string, { place }: ColumnDescription, emission: TableEmission): null {
  return lost(emission, 'primary-key', { name: unnamed, place }, why);
}

/** Foreign keys in the order of the DDL: those of the table, made before the columns came to it, then theirs. */
export function emitForeignKeys(emission: TableEmission): readonly ForeignKey[] {
  const ofTable = emission.table.constraints.map((constraint) => {
    if (constraint.kind !== 'foreign-key') return null;
    const columns = keyColumns(constraint.keys, emission.columns);
    if (columns === null) return lost(emission, 'foreign-key', constraint, 'one of its columns was not found');
    return emitForeignKey(columns, constraint.targets, constraint, emission);
  });
  const ofColumns = emission.table.columns.flatMap((column) =>
    column.foreignKeys.map((foreignKey: ColumnForeignKey) =>
      emitForeignKey([column], [foreignKey.target], foreignKey, emission),
    ),
  );
  return [...ofTable, ...ofColumns].filter((foreignKey) => foreignKey !== null);
}

function emitForeignKey(
  columns: readonly ColumnDescription[],
  targets: readonly ForeignKeyTarget[],
  options: ForeignKeyOptions,
  emission: TableEmission,
): ForeignKey | null {
  const resolved = targets.map((target, at) => emission.targets.resolve(emission.table, columns[at] ?? null, target));
  const found = resolved.flatMap((target) => (isUnreadable(target) ? [] : [target]));
  const why = resolved
    .map((target) => (isUnreadable(target) ? target.unreadable : undefined))
    .find((reason) => reason !== undefined);
  const [first] = found;
  if (why !== undefined || first === undefined)
    return lost(emission, 'foreign-key', options, why ?? 'it has no target', columnNames(columns));
  const { onDelete, onUpdate } = options;
  if (isUnreadable(onDelete))
    return lost(emission, 'foreign-key', options, `ondelete ${onDelete.unreadable}`, columnNames(columns));
  if (isUnreadable(onUpdate))
    return lost(emission, 'foreign-key', options, `onupdate ${onUpdate.unreadable}`, columnNames(columns));
  const { ddl, traits } = emission.dialect;
  if (!ddl.refersToOtherSchemas && first.schema !== emission.table.schema) return null;
  if (isRefused(options, 'foreign-key', columnNames(columns), emission)) return null;
  if (options.matchGiven && !ddl.hasMatch)
    return lost(emission, 'foreign-key', options, `${traits.label} has no MATCH`, columnNames(columns));
  const references = {
    schema: schemaIn(emission.dialect, first.schema),
    table: first.table,
    columns: found.map((target) => target.column),
  };
  const action = (written: ReferentialAction): ReferentialAction =>
    ddl.restrictIsNoAction && written === 'restrict' ? 'no action' : written;
  const referred = { table: first.table, schema: first.schema, columns: references.columns };
  const own = { columns: columnNames(columns) };
  return {
    ...settledName({ kind: 'fk', given: options.name, columns, referred, own }, emission),
    columns: columnNames(columns),
    references,
    onDelete: action(onDelete),
    onUpdate: action(onUpdate),
    deferrable: options.deferrable,
    initiallyDeferred: options.initiallyDeferred,
    match: options.match,
    place: options.place,
  };
}
