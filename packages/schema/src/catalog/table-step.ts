import type { ColumnAlteration, ConstraintRef } from '../change';
import { type Fact, isUnreadable, mapFact } from '../fact';
import type { Column, Generated } from '../model/column';
import type { Check, Constraint, Named } from '../model/constraint';
import type { Index, IndexTerm } from '../model/index';
import type { Table } from '../model/table';
import type { SqlText } from './sql-text';

/** The list of a table that holds a kind of constraint; the primary key has no list. */
const constraintLists = {
  unique: 'uniques',
  'foreign-key': 'foreignKeys',
  check: 'checks',
  exclusion: 'exclusions',
} as const;

/** The table with one column more, at the end. */
export function withColumn(table: Table, column: Column): Table {
  return { ...table, columns: [...table.columns, column] };
}

/** The table with facts of one column set. */
export function withAlteredColumn(table: Table, name: string, set: ColumnAlteration): Table {
  return { ...table, columns: table.columns.map((column) => (column.name === name ? { ...column, ...set } : column)) };
}

/** The table without a column, and without the indexes and constraints that contain it, as PostgreSQL drops them. */
export function withoutColumn(table: Table, name: string, sql: SqlText): Table {
  const lacks = ({ columns }: { readonly columns: readonly string[] }): boolean => !columns.includes(name);
  const survives = (unique: { readonly columns: readonly string[]; readonly include: readonly string[] }): boolean =>
    lacks(unique) && !unique.include.includes(name);
  return {
    ...table,
    columns: table.columns.filter((column) => column.name !== name),
    primaryKey: table.primaryKey && lacks(table.primaryKey) ? table.primaryKey : null,
    uniques: table.uniques.filter(survives),
    foreignKeys: table.foreignKeys.filter(lacks),
    checks: table.checks.filter(lacks),
    exclusions: table.exclusions.filter(lacks),
    indexes: table.indexes.filter((index) => !columnsOfIndex(index, sql).has(name)),
  };
}

/** Every column that an index names, in keys, INCLUDE, expressions and predicate. */
export function columnsOfIndex(index: Index, sql: SqlText): ReadonlySet<string> {
  const inside = (fact: Fact<string | null>): readonly string[] =>
    fact === null || isUnreadable(fact) ? [] : sql.columnsIn(fact);
  const keys = index.keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : inside(of.expression)));
  return new Set([...keys, ...index.include, ...inside(index.where)]);
}

/** The table with a column under a new name, everywhere in it. Names of constraints and indexes stay as they were. */
export function withRenamedColumn(table: Table, from: string, to: string, sql: SqlText): Table {
  const name = (column: string): string => (column === from ? to : column);
  const names = (columns: readonly string[]): readonly string[] => columns.map(name);
  const text = (expression: string): Fact<string> => sql.renamedColumn(expression, from, to);
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      name: name(column.name),
      generated: renamedGenerated(column.generated, text),
    })),
    primaryKey: table.primaryKey && { ...table.primaryKey, columns: names(table.primaryKey.columns) },
    uniques: table.uniques.map((key) => ({ ...key, columns: names(key.columns), include: names(key.include) })),
    foreignKeys: table.foreignKeys.map((key) => ({ ...key, columns: names(key.columns) })),
    checks: table.checks.map((check) => renamedCheck(check, from, names, text)),
    exclusions: table.exclusions.map((exclusion) => ({
      ...exclusion,
      columns: names(exclusion.columns),
      definition: flatFact(exclusion.definition, (sqlText) => sql.renamedInExclusion(sqlText, from, to)),
    })),
    indexes: table.indexes.map((index) => renamedIndex(index, names, name, text)),
  };
}

function renamedGenerated(fact: Column['generated'], text: (expression: string) => Fact<string>): Column['generated'] {
  return flatFact(
    fact,
    (generated): Fact<Generated | null> =>
      generated === null ? null : mapFact(text(generated.expression), (expression) => ({ ...generated, expression })),
  );
}

function renamedCheck(
  check: Check,
  from: string,
  names: (columns: readonly string[]) => readonly string[],
  text: (expression: string) => Fact<string>,
): Check {
  if (!check.columns.includes(from)) return check;
  return { ...check, columns: [...names(check.columns)].sort(), expression: flatFact(check.expression, text) };
}

function renamedIndex(
  index: Index,
  names: (columns: readonly string[]) => readonly string[],
  name: (column: string) => string,
  text: (expression: string) => Fact<string>,
): Index {
  const term = (of: IndexTerm): IndexTerm =>
    of.kind === 'column'
      ? { kind: 'column', column: name(of.column) }
      : { kind: 'expression', expression: flatFact(of.expression, text) };
  return {
    ...index,
    keys: index.keys.map((key) => ({ ...key, of: term(key.of) })),
    include: names(index.include),
    where: flatFact(index.where, (where): Fact<string | null> => (where === null ? null : text(where))),
  };
}

function flatFact<T, U>(fact: Fact<T>, next: (value: T) => Fact<U>): Fact<U> {
  return isUnreadable(fact) ? fact : next(fact);
}

/** The table with one constraint more. A primary key makes its columns NOT NULL. */
export function withConstraint(table: Table, constraint: Constraint): Table {
  const { kind, ...object } = constraint;
  if (constraint.kind !== 'primary-key') {
    const list = constraintLists[constraint.kind];
    return { ...table, [list]: [...table[list], object] };
  }
  const { columns } = constraint;
  return {
    ...table,
    primaryKey: object as Table['primaryKey'],
    columns: table.columns.map((column) => (columns.includes(column.name) ? { ...column, nullable: false } : column)),
  };
}

/** The constraint that a reference names; null where the table has none. */
export function constraintOf(table: Table, { kind, name }: ConstraintRef): Constraint | null {
  const found = constraintsOf(table).find((constraint) => constraint.kind === kind && constraint.name === name);
  return found ?? null;
}

/** All constraints of a table, its primary key first. */
export function constraintsOf(table: Table): readonly Constraint[] {
  return [
    ...(table.primaryKey ? [{ kind: 'primary-key' as const, ...table.primaryKey }] : []),
    ...table.uniques.map((unique) => ({ kind: 'unique' as const, ...unique })),
    ...table.foreignKeys.map((key) => ({ kind: 'foreign-key' as const, ...key })),
    ...table.checks.map((check) => ({ kind: 'check' as const, ...check })),
    ...table.exclusions.map((exclusion) => ({ kind: 'exclusion' as const, ...exclusion })),
  ];
}

/** The table without one constraint. NOT NULL that a primary key brought stays. */
export function withoutConstraint(table: Table, { kind, name }: ConstraintRef): Table {
  if (kind === 'primary-key') return { ...table, primaryKey: null };
  const list = constraintLists[kind];
  const objects: readonly Named[] = table[list];
  return { ...table, [list]: objects.filter((object) => object.name !== name) };
}

/** The table with a constraint under a new name, which a person wrote. */
export function withRenamedConstraint(table: Table, { kind, name }: ConstraintRef, to: string): Table {
  const renamed = { name: to, nameGiven: true };
  if (kind === 'primary-key') return { ...table, primaryKey: table.primaryKey && { ...table.primaryKey, ...renamed } };
  const list = constraintLists[kind];
  const objects: readonly Named[] = table[list];
  return { ...table, [list]: objects.map((object) => (object.name === name ? { ...object, ...renamed } : object)) };
}
