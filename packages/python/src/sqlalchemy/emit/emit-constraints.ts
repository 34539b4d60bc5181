import {
  type Check,
  type Exclusion,
  type Fact,
  type ForeignKey,
  isUnreadable,
  type PrimaryKey,
  type ReferentialAction,
  type Unique,
  type Unreadable,
  type UnreadPart,
  unreadable,
} from '@canonical-schema/schema';
import type {
  CheckDescription,
  ColumnDescription,
  ColumnForeignKey,
  ConstraintDescription,
  ConstraintOptions,
  ForeignKeyOptions,
  ForeignKeyTarget,
  GivenName,
} from '../description';
import { schemaIn } from '../dialects/schema-in';
import type { Unnamed } from '../dialects/server-names';
import { sqlExpression } from '../expressions/render-expression';
import { keyColumns, type TableEmission } from './emission';
import { normalized, normalizedText } from './emit-column';
import { madeName, type NamedParts } from './naming-convention';
import { isVarchar } from './type-text';

const unnamed: GivenName = { text: null, final: false };

/** No name, and no convention makes one. */
const final: GivenName = { text: null, final: true };

/** What a name is made of: by a person, by a convention, or (`own`) by the server. */
interface NameParts extends Pick<NamedParts, 'kind' | 'given' | 'columns' | 'referred'> {
  readonly own: Pick<Unnamed, 'columns'> & Partial<Pick<Unnamed, 'kind' | 'behind'>>;
}

/** The name that the server ends up with: written, conventional, or its own. */
export function settledName(
  { own, ...parts }: NameParts,
  emission: TableEmission,
): { readonly name: string | null; readonly nameGiven: boolean } {
  const { table, dialect } = emission;
  const made = madeName({ ...parts, table });
  if (isUnreadable(made.name)) return unknownName(made.name, emission);
  if (made.name !== null) {
    emission.takeName(made.name);
    return { name: made.name, nameGiven: made.written };
  }
  const name = dialect.ddl.serverName({
    kind: parts.kind,
    table: table.name,
    behind: null,
    ...own,
    isTaken: emission.isNameTaken,
  });
  if (name !== null) emission.takeName(name);
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

/** Is it deferrable where the server takes no such word? */
function isRefused(
  options: ConstraintOptions,
  kind: UnreadPart['kind'],
  columns: readonly string[] | null,
  emission: TableEmission,
): boolean {
  const { traits, ddl } = emission.dialect;
  const defers = kind === 'foreign-key' ? traits.hasDeferrableConstraints : ddl.defersUniques;
  if (defers || !options.deferrable) return false;
  const what = traits.hasDeferrableConstraints ? 'DEFERRABLE constraints but foreign keys' : 'DEFERRABLE constraints';
  lost(emission, kind, options, `${traits.label} has no ${what}`, columns);
  return true;
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

/** CHECKs of the table, of its columns, and of types that ask for one. */
export function emitChecks(emission: TableEmission): readonly Check[] {
  const { table } = emission;
  const written = [
    ...table.columns.flatMap((column) => column.checks.flatMap((check) => emitCheck(check, column, emission, column))),
    ...table.constraints.flatMap((constraint) =>
      constraint.kind === 'check' ? emitCheck(constraint, null, emission) : [],
    ),
  ];
  return [...written, ...table.columns.flatMap((column) => typeCheck(column, emission))];
}

function emitCheck(
  check: CheckDescription,
  of: ColumnDescription | null,
  emission: TableEmission,
  behind: ColumnDescription | null = null,
): readonly Check[] {
  const { dialect } = emission;
  if (isRefused(check, 'check', null, emission)) return [];
  const text = check.sql(emission.columns);
  if (isUnreadable(text)) {
    lost(emission, 'check', check, text.unreadable);
    return [];
  }
  const expression = emission.noted(normalizedText(text, emission, true), 'a check', check.place);
  const names = new Set(emission.table.columns.map((column) => column.name));
  const columns = dialect.sql.columnsInText(text).filter((name) => names.has(name));
  const named = emission.table.columns.filter((column) => columns.includes(column.name));
  const covered = named.length > 0 || of === null ? named : [of];
  const own = { columns, behind: behind?.name ?? null };
  const name = settledName({ kind: 'ck', given: check.name, columns: covered, referred: null, own }, emission);
  if (behind !== null && !dialect.ddl.namesColumnChecks && name.name !== behind.name) {
    lost(emission, 'check', check, `${dialect.traits.label} takes no name for a CHECK behind a column`);
    return [];
  }
  return [{ ...name, expression, columns, origin: 'written', place: check.place }];
}

/** What the type of a column allows, and the name of the constraint that holds it to that; null for no constraint. */
function allowedValues(
  { type }: ColumnDescription,
  { dialect }: TableEmission,
): { readonly name: string | null; readonly values: Fact<readonly string[]> } | null {
  const { statements, types } = dialect;
  if (type.kind === 'enum' && isVarchar(type, dialect) && type.createConstraint) {
    const { labels, name } = type;
    return { name, values: isUnreadable(labels) ? labels : labels.map((label) => statements.text(label)) };
  }
  if (type.kind !== 'plain' || type.boolean?.createConstraint !== true || types.hasBoolean) return null;
  return { name: type.boolean.name, values: ['0', '1'] };
}

/** `Enum(..., native_enum=False, create_constraint=True)`, and the same of Boolean. The type's name is the constraint's. */
function typeCheck(column: ColumnDescription, emission: TableEmission): readonly Check[] {
  const allowed = allowedValues(column, emission);
  if (allowed === null) return [];
  const { name, values } = allowed;
  const { statements } = emission.dialect;
  const sql = isUnreadable(values)
    ? () => unreadable(values.unreadable)
    : () => `${statements.name(column.name)} IN (${values.join(', ')})`;
  const check: CheckDescription = {
    name: { text: name, final: false },
    deferrable: false,
    initiallyDeferred: false,
    sql,
    place: column.place,
  };
  return emitCheck(check, column, emission).map((made) => ({ ...made, nameGiven: false }));
}

/** EXCLUDE constraints. */
export function emitExclusions(emission: TableEmission): readonly Exclusion[] {
  const { hasExclusionConstraints, label } = emission.dialect.traits;
  return emission.table.constraints.flatMap((constraint) => {
    if (constraint.kind !== 'exclusion') return [];
    if (hasExclusionConstraints) return [emitExclusion(constraint, emission)];
    lost(emission, 'exclusion', constraint, `${label} has no exclusion constraints`);
    return [];
  });
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
  const given = constraint.name.text === null ? final : constraint.name;
  const own: NameParts['own'] = { kind: 'ex', columns: parts };
  const name = settledName({ kind: 'uq', given, columns, referred: null, own }, emission);
  return {
    ...name,
    definition: emission.noted(definition, 'an exclusion', constraint.place),
    columns: columnNames(columns),
    place: constraint.place,
  };
}

/** A column's name as the normaliser prints it. */
function quotedIfNeeded(name: string, emission: TableEmission): string {
  const quoted = emission.dialect.statements.name(name);
  const printed = normalizedText(quoted, emission);
  return isUnreadable(printed) ? quoted : printed;
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
