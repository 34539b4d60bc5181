import {
  type Check,
  type Column,
  type EnumType,
  type ForeignKey,
  type Index,
  isUnreadable,
  type Schema,
  type Table,
  tableLabel,
} from '@canonical-schema/schema';

/**
 * A Django project's schema with what it leaves to others, as another description of the same database says it: defaults
 * that Django sets in Python, what it does itself on a delete, names that it would hash, choices. Django tolerates all
 * of these in the SQL; nothing that it says itself is changed.
 */
export function agreedSchema(own: Schema, other: Schema, labelsOf: LabelsOf): Schema {
  const labels = new Map(other.enums.map((type) => [tableLabel(type), type]));
  const used = new Set<EnumType>();
  const others = new Map(other.tables.map((table) => [tableLabel(table), table]));
  const tables = own.tables.map((table) => {
    const twin = others.get(tableLabel(table));
    if (twin === undefined || table.orm?.external === true) return table;
    const columns = table.columns.map((column) => {
      const beside = twin.columns.find(({ name }) => name === column.name);
      const type = enumOf(column, beside, labels);
      if (type !== null) used.add(type);
      return agreedColumn(type === null ? column : { ...column, type: beside?.type ?? column.type }, beside);
    });
    return agreedTable({ ...table, columns }, twin, labelsOf);
  });
  return { ...own, tables, enums: [...own.enums, ...used] };
}

/** The values that a check allows a column; null where it is another kind of check. */
export type LabelsOf = (expression: string, column: string) => readonly string[] | null;

/** The native type of the other's column, where Django offers the same labels as choices of a text. */
function enumOf(
  { type, choices }: Column,
  other: Column | undefined,
  enums: ReadonlyMap<string, EnumType>,
): EnumType | null {
  const found = typeof other?.type === 'string' ? enums.get(other.type) : undefined;
  if (found === undefined || isUnreadable(found.labels) || typeof type !== 'string') return null;
  return type.startsWith('character varying') && areSame(found.labels, choices) ? found : null;
}

function areSame(labels: readonly string[] | null, choices: Column['choices']): boolean {
  if (labels === null || choices === null || choices === undefined) return false;
  return JSON.stringify(labels.toSorted()) === JSON.stringify(choices.toSorted());
}

function agreedTable(own: Table, other: Table, labelsOf: LabelsOf): Table {
  return {
    ...own,
    foreignKeys: own.foreignKeys.map((key) => agreedKey(key, other.foreignKeys)),
    indexes: own.indexes.flatMap((index) => agreedIndex(index, own, other)),
    checks: [...own.checks, ...choiceChecks(own, other, labelsOf)],
  };
}

/** The other's DEFAULT where it is the value that Django sets itself. */
function agreedColumn(own: Column, other: Column | undefined): Column {
  const value = own.pythonDefault;
  if (own.default !== null || typeof other?.default !== 'string') return own;
  if (value === null || value === undefined || isUnreadable(value) || value.kind !== 'value') return own;
  return value.sql === other.default ? { ...own, default: other.default } : own;
}

/** What each `on_delete` of Django is in SQL, besides nothing. */
const actions: Readonly<Record<string, readonly ForeignKey['onDelete'][]>> = {
  CASCADE: ['no action', 'cascade'],
  SET_NULL: ['no action', 'set null'],
  SET_DEFAULT: ['no action', 'set default'],
  PROTECT: ['no action', 'restrict'],
  RESTRICT: ['no action', 'restrict'],
  DO_NOTHING: ['no action', 'restrict', 'cascade', 'set null', 'set default'],
};

function agreedKey(own: ForeignKey, others: readonly ForeignKey[]): ForeignKey {
  const twin = others.find((other) => targetOf(other) === targetOf(own));
  if (twin === undefined) return own;
  const allowed = actions[own.pythonOnDelete ?? ''] ?? ['no action'];
  const { deferrable, initiallyDeferred, onUpdate } = twin;
  const named = own.nameGiven || !twin.nameGiven ? {} : { name: twin.name, nameGiven: true };
  const onDelete = allowed.includes(twin.onDelete) ? twin.onDelete : own.onDelete;
  return { ...own, ...named, onDelete, onUpdate, deferrable, initiallyDeferred };
}

function targetOf({ columns, references }: ForeignKey): string {
  return JSON.stringify([columns, references.schema, references.table, references.columns]);
}

/** The other's name; none for an index that Django makes of itself for a key which the other has covered, or does without. */
function agreedIndex(own: Index, table: Table, other: Table): Index[] {
  if (own.nameGiven) return [own];
  const twin = other.indexes.find((index) => keysOf(index) === keysOf(own));
  if (twin !== undefined) return [twin.nameGiven ? { ...own, name: twin.name, nameGiven: true } : own];
  return own.origin === 'foreign-key' && isCovered(own, table) ? [] : [own];
}

function keysOf({ unique, method, keys, include, where }: Index): string {
  const terms = keys.map(({ of: term, opclass, collation, descending, nulls }) => {
    const named = term.kind === 'column' ? [term.column] : ['', term.expression];
    return [named, opclass, collation, descending, nulls];
  });
  return JSON.stringify([unique, method, terms, include, where]);
}

/** Does another index, unique constraint or key of the table start with the index's column? */
function isCovered(index: Index, { indexes, uniques, primaryKey }: Table): boolean {
  const [first] = columnsOf(index);
  const others = indexes.filter((other) => other !== index && other.method === 'btree' && other.where === null);
  const starts = [...others.map((other) => columnsOf(other)[0]), ...uniques.map(({ columns }) => columns[0])];
  return [...starts, primaryKey?.columns[0]].includes(first);
}

function columnsOf({ keys }: Index): readonly (string | undefined)[] {
  return keys.map(({ of: term }) => (term.kind === 'column' ? term.column : undefined));
}

/** Checks of the other that hold a column to the very choices that Django offers. */
function choiceChecks(own: Table, other: Table, labelsOf: LabelsOf): readonly Check[] {
  return other.checks.filter(({ columns, expression }) => {
    const [name = '', ...more] = columns;
    const column = own.columns.find((candidate) => candidate.name === name);
    const isKnown = own.checks.some((check) => check.expression === expression);
    if (more.length > 0 || isKnown || typeof expression !== 'string') return false;
    return areSame(labelsOf(expression, name), column?.choices);
  });
}
