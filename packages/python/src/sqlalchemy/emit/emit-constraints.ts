import {
  type Check,
  columnsNamePart,
  type Exclusion,
  type ForeignKey,
  freeObjectName,
  isUnreadable,
  type PrimaryKey,
  type Unique,
  type Unreadable,
  type UnreadPart,
  unreadable,
} from '@canonical-schema/schema';
import { columnsInText } from '@canonical-schema/sql';
import { quotedName, quotedText } from '../../sql-quoting';
import type {
  CheckDescription,
  ColumnDescription,
  ColumnForeignKey,
  ConstraintDescription,
  ConstraintOptions,
  ForeignKeyOptions,
  ForeignKeyTarget,
  GivenName,
  NamedKind,
} from '../description';
import { sqlExpression } from '../expressions/render-expression';
import { keyColumns, type TableEmission } from './emission';
import { normalized, normalizedText } from './emit-column';
import { madeName, type NamedParts } from './naming-convention';

const unnamed: GivenName = { text: null, final: false };

/** The name PostgreSQL ends up with: written, conventional, or its own (`table_columns_label`). */
function settledName(
  kind: NamedKind,
  given: GivenName,
  columns: readonly ColumnDescription[],
  referred: NamedParts['referred'],
  own: () => { readonly columns: string | null; readonly label: string },
  emission: TableEmission,
): { readonly name: string | null; readonly nameGiven: boolean } {
  const made = madeName({ kind, table: emission.table, columns, referred, given });
  if (isUnreadable(made.name)) return unknownName(made.name, emission);
  if (made.name !== null) {
    emission.take(emission.schema, made.name);
    return { name: made.name, nameGiven: made.written };
  }
  const parts = own();
  const name = freeObjectName(emission.table.name, parts.columns, parts.label, (candidate) =>
    emission.isTaken(emission.schema, candidate),
  );
  emission.take(emission.schema, name);
  return { name, nameGiven: false };
}

/**
 * A name that its convention has Python compute, which nobody wrote and nothing compares: said once for the MetaData, and
 * what it names is read all the same.
 */
export function unknownName(
  { unreadable: why }: Unreadable,
  { table, note }: TableEmission,
): { readonly name: null; readonly nameGiven: false } {
  const { place } = table.metadata;
  const subject = place === undefined ? `the names of ${table.name}` : 'the names in the MetaData';
  note({ extent: 'fact', why, subject, table: null, place: place ?? table.place });
  return { name: null, nameGiven: false };
}

const columnNames = (columns: readonly ColumnDescription[]): string[] => columns.map((column) => column.name);

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
  const isImplicit = constraint === undefined;
  const ordered =
    isImplicit && autoincrement !== null ? [autoincrement, ...key.filter((column) => column !== autoincrement)] : key;
  const own = () => ({ columns: null, label: 'pkey' });
  const name = settledName('pk', constraint?.name ?? unnamed, ordered, null, own, emission);
  return { ...name, columns: columnNames(ordered), place: constraint?.place ?? null };
}

/** Unique constraints: written ones, and those of `unique=True` without `index=True`. */
export function emitUniques(primaryKey: PrimaryKey | null, emission: TableEmission): readonly Unique[] {
  const uniques: Unique[] = [];
  for (const column of emission.table.columns) {
    if (isUnreadable(column.unique)) emission.noted(column.unique, column.name, column.place);
    if (column.unique !== true || column.index === true) continue;
    addUnique(uniques, primaryKey, unnamedOptions(column), [column], [], false, emission);
  }
  for (const constraint of emission.table.constraints) {
    if (constraint.kind !== 'unique') continue;
    const columns = keyColumns(constraint.keys, emission.columns);
    const include = keyColumns(constraint.include, emission.columns) ?? [];
    if (columns === null) lost(emission, 'unique', constraint, 'one of its columns was not found');
    else if (columns.length > 0)
      addUnique(uniques, primaryKey, constraint, columns, columnNames(include), constraint.nullsNotDistinct, emission);
  }
  return uniques;
}

function unnamedOptions(column: ColumnDescription): ConstraintOptions {
  return { name: unnamed, deferrable: false, initiallyDeferred: false, place: column.place };
}

/** PostgreSQL makes one of several alike, and none where the primary key is alike. Source: `transformIndexConstraints`. */
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
  const isPlain = !deferrable && !nullsNotDistinct && include.length === 0;
  if (isPlain && primaryKey !== null && alike(primaryKey.columns, names)) return;
  const twin = uniques.some(
    (unique) =>
      alike(unique.columns, names) &&
      alike(unique.include, include) &&
      unique.deferrable === deferrable &&
      unique.nullsNotDistinct === nullsNotDistinct,
  );
  if (twin) return;
  const own = () => ({ columns: columnsNamePart(names), label: 'key' });
  const name = settledName('uq', options.name, columns, null, own, emission);
  uniques.push({ ...name, columns: names, nullsNotDistinct, deferrable, initiallyDeferred, include, place });
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at]);
}

/** Foreign keys of columns, then those of constraints. */
export function emitForeignKeys(emission: TableEmission): readonly ForeignKey[] {
  const ofColumns = emission.table.columns.flatMap((column) =>
    column.foreignKeys.map((foreignKey: ColumnForeignKey) =>
      emitForeignKey([column], [foreignKey.target], foreignKey, emission),
    ),
  );
  const ofTable = emission.table.constraints.map((constraint) => {
    if (constraint.kind !== 'foreign-key') return null;
    const columns = keyColumns(constraint.keys, emission.columns);
    if (columns === null) return lost(emission, 'foreign-key', constraint, 'one of its columns was not found');
    return emitForeignKey(columns, constraint.targets, constraint, emission);
  });
  return [...ofColumns, ...ofTable].filter((foreignKey) => foreignKey !== null);
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
  const references = {
    schema: first.schema ?? 'public',
    table: first.table,
    columns: found.map((target) => target.column),
  };
  const own = () => ({ columns: columnsNamePart(columnNames(columns)), label: 'fkey' });
  const referred = { table: first.table, schema: first.schema, columns: references.columns };
  return {
    ...settledName('fk', options.name, columns, referred, own, emission),
    columns: columnNames(columns),
    references,
    onDelete,
    onUpdate,
    deferrable: options.deferrable,
    initiallyDeferred: options.initiallyDeferred,
    match: options.match,
    place: options.place,
  };
}

/** CHECKs of the table, of its columns, and of enums that ask for one. */
export function emitChecks(emission: TableEmission): readonly Check[] {
  const { table } = emission;
  const written = [
    ...table.columns.flatMap((column) => column.checks.flatMap((check) => emitCheck(check, [column], emission))),
    ...table.constraints.flatMap((constraint) =>
      constraint.kind === 'check' ? emitCheck(constraint, [], emission) : [],
    ),
  ];
  return [...written, ...table.columns.flatMap((column) => enumCheck(column, emission))];
}

function emitCheck(
  check: CheckDescription,
  within: readonly ColumnDescription[],
  emission: TableEmission,
): readonly Check[] {
  const text = check.sql(emission.columns);
  if (isUnreadable(text)) {
    lost(emission, 'check', check, text.unreadable);
    return [];
  }
  const expression = emission.noted(normalizedText(text, emission, true), 'a check', check.place);
  const names = new Set(emission.table.columns.map((column) => column.name));
  const columns = columnsInText(text).filter((name) => names.has(name));
  const named = emission.table.columns.filter((column) => columns.includes(column.name));
  const own = () => ({ columns: columns.length === 1 ? (columns[0] ?? null) : null, label: 'check' });
  const name = settledName('ck', check.name, named.length > 0 ? named : within, null, own, emission);
  return [{ ...name, expression, columns, origin: 'written', place: check.place }];
}

/** `Enum(..., native_enum=False, create_constraint=True)`. The enum's name is the constraint's. */
function enumCheck(column: ColumnDescription, emission: TableEmission): readonly Check[] {
  const { type } = column;
  if (type.kind !== 'enum' || type.native || !type.createConstraint) return [];
  const { labels } = type;
  const sql = isUnreadable(labels)
    ? () => unreadable(labels.unreadable)
    : () => `${quotedName(column.name)} IN (${labels.map(quotedText).join(', ')})`;
  const check: CheckDescription = {
    name: { text: type.name, final: false },
    deferrable: false,
    initiallyDeferred: false,
    sql,
    place: column.place,
  };
  return emitCheck(check, [column], emission).map((made) => ({ ...made, nameGiven: false }));
}

/** EXCLUDE constraints. */
export function emitExclusions(emission: TableEmission): readonly Exclusion[] {
  return emission.table.constraints.flatMap((constraint) =>
    constraint.kind === 'exclusion' ? [emitExclusion(constraint, emission)] : [],
  );
}

function emitExclusion(
  constraint: Extract<ConstraintDescription, { kind: 'exclusion' }>,
  emission: TableEmission,
): Exclusion {
  const terms = constraint.elements.map(({ term, operator, opclass }) => {
    const column = keyColumns([term], emission.columns)?.[0];
    const text =
      column === undefined
        ? normalized(sqlExpression(term.value, emission.context), emission)
        : quotedIfNeeded(column.name, emission);
    return isUnreadable(text)
      ? text
      : `${column === undefined ? `(${text})` : text}${opclass === null ? '' : ` ${opclass}`} WITH ${operator}`;
  });
  const where = constraint.where === null ? null : normalized(constraint.where, emission);
  const why = [...terms, where].find((part) => part !== null && isUnreadable(part));
  const columns = constraint.elements.flatMap(({ term }) => keyColumns([term], emission.columns) ?? []);
  const definition =
    why !== undefined && why !== null && isUnreadable(why)
      ? why
      : `USING ${constraint.using} (${terms.join(', ')})${typeof where === 'string' ? ` WHERE (${where})` : ''}`;
  const parts = constraint.elements.map(({ term }) => keyColumns([term], emission.columns)?.[0]?.name ?? null);
  const own = () => ({ columns: columnsNamePart(parts), label: 'excl' });
  const name = settledName(
    'uq',
    constraint.name.text === null ? { text: null, final: true } : constraint.name,
    columns,
    null,
    own,
    emission,
  );
  return {
    ...name,
    definition: emission.noted(definition, 'an exclusion', constraint.place),
    columns: columnNames(columns),
    place: constraint.place,
  };
}

/** A column's name as the normaliser prints it. */
function quotedIfNeeded(name: string, emission: TableEmission): string {
  const printed = normalizedText(quotedName(name), emission);
  return isUnreadable(printed) ? quotedName(name) : printed;
}

/** Notes a constraint that cannot be shown. */
function lost(
  emission: TableEmission,
  kind: UnreadPart['kind'],
  { name, place }: Pick<ConstraintOptions, 'name' | 'place'>,
  why: string,
  columns: readonly string[] | null = null,
): null {
  emission.noted(unreadable(why), kind, place);
  emission.unread.push({ kind, name: typeof name.text === 'string' ? name.text : null, columns, why, place });
  return null;
}
