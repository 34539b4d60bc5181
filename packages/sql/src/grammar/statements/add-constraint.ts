import type { Constraint, Index, ReferentialAction, Table } from '@canonical-schema/schema';
import { CatalogError } from '@canonical-schema/schema';
import { UnreadableExpression } from '../../expressions/opaque';
import { normalized, StatementError } from '../../fold/fold';
import type { Statement } from '../statement';
import { GrammarError } from '../token-reader';
import type { WrittenConstraint, WrittenReference } from './constraint';
import { columnsAmong, expressionContext } from './expression-context';
import { columnNamed, columnsNamed, refOf, tableNamed } from './relation';
import { addKeyIndex, type WrittenIndex } from './table-index';

/** Adds constraints in their order. One that cannot be read is noted with the table, which keeps all others. */
export function addConstraints(
  statement: Statement,
  name: string,
  written: readonly WrittenConstraint[],
  isInMemory = false,
): void {
  for (const constraint of written) {
    try {
      addConstraint(statement, name, constraint, isInMemory);
    } catch (error) {
      const isKnown = [StatementError, CatalogError, UnreadableExpression, GrammarError].some(
        (kind) => error instanceof kind,
      );
      if (!isKnown || !(error instanceof Error)) throw error;
      noteUnreadPart(statement, name, constraint, error.message);
    }
  }
  for (const constraint of written) addNamedKeyIndex(statement, name, constraint);
}

/**
 * `FOREIGN KEY i (c)`: the index that the key brings, where none begins with its columns, has this name, by which nobody can
 * tell it from one that was written.
 */
export function addNamedKeyIndex({ catalog }: Statement, name: string, written: WrittenConstraint): void {
  const table = catalog.table(refOf(name));
  if (table === null || written.kind !== 'foreign-key' || written.indexName === null) return;
  const columns = columnsNamed(table, written.columns);
  const plain = ({ keys }: Index): readonly string[] => keys.map(({ of }) => (of.kind === 'column' ? of.column : ''));
  const all = [
    table.primaryKey?.columns ?? [],
    ...table.uniques.map((unique) => unique.columns),
    ...table.indexes.map(plain),
  ];
  if (all.some((keys) => columns.every((column, at) => keys[at] === column))) return;
  const index: Index = {
    name: written.indexName,
    nameGiven: true,
    unique: false,
    method: 'btree',
    keys: columns.map((column) => ({
      ...{ of: { kind: 'column', column }, opclass: null, collation: null, descending: false, nulls: 'last' },
    })),
    include: [],
    where: null,
    nullsNotDistinct: false,
    origin: 'written',
    place: written.place,
  };
  catalog.apply({ kind: 'add-index', table, index });
}

function noteUnreadPart({ fold, catalog }: Statement, table: string, written: WrittenConstraint, why: string): void {
  const { kind, name, place } = written;
  fold.unread.push({ extent: 'fact', why, subject: table, table: refOf(table), place });
  catalog.noteUnread(refOf(table), { kind, name, columns: columnsOf(written), why, place });
}

function columnsOf(written: WrittenConstraint): readonly string[] | null {
  if (written.kind === 'foreign-key') return written.columns;
  if (written.kind !== 'primary-key' && written.kind !== 'unique')
    return written.column === null ? null : [written.column];
  return written.parts.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
}

/** Adds one constraint or index to a table that has its columns. */
export function addConstraint(
  statement: Statement,
  name: string,
  written: WrittenConstraint,
  isInMemory = false,
): void {
  const { catalog } = statement;
  const table = catalog.table(refOf(name));
  if (table === null) throw new CatalogError(`table ${name} does not exist`);
  if (written.kind === 'unique' || written.kind === 'index') {
    const index: WrittenIndex =
      written.kind === 'index' ? written.index : { unique: true, method: null, parts: written.parts, where: null };
    addKeyIndex(statement, table, {
      index,
      name: written.name,
      place: written.place,
      isConstraint: written.kind === 'unique',
      isInMemory,
    });
    return;
  }
  const constraint = constraintOf(statement, table, written);
  const others = [...table.foreignKeys, ...table.checks];
  if (constraint.name !== null && others.some((other) => other.name === constraint.name)) {
    throw new CatalogError(`constraint ${constraint.name} of table ${name} already exists`);
  }
  catalog.apply({ kind: 'add-constraint', table, constraint });
}

type WrittenKey = Exclude<WrittenConstraint, { kind: 'unique' | 'index' }>;

function constraintOf(statement: Statement, table: Table, written: WrittenKey): Constraint {
  switch (written.kind) {
    case 'primary-key':
      return primaryKey(statement, table, written);
    case 'foreign-key':
      return foreignKey(statement, table, written);
    case 'check':
      return check(statement, table, written);
  }
}

function primaryKey(
  { grammar }: Statement,
  table: Table,
  { name, parts, place }: Extract<WrittenKey, { kind: 'primary-key' }>,
): Constraint {
  if (table.primaryKey !== null)
    throw new StatementError(`table ${table.name} already has a primary key`, refOf(table.name));
  const columns = columnsNamed(
    table,
    parts.map(({ of }) => {
      if (of.kind === 'column') return of.column;
      throw new StatementError('has a primary key over an expression', refOf(table.name));
    }),
  );
  const { primaryKeyName } = grammar.rules;
  // Where every primary key has one name, a written one is passed over.
  const own = primaryKeyName === null ? name : primaryKeyName;
  return { kind: 'primary-key', name: own, nameGiven: primaryKeyName === null && name !== null, columns, place };
}

function foreignKey(
  statement: Statement,
  table: Table,
  { name, columns, reference, place }: Extract<WrittenKey, { kind: 'foreign-key' }>,
): Constraint {
  const { rules } = statement.grammar;
  const made = rules.foreignKeyName(table);
  const { onDelete, onUpdate, match, deferrable, initiallyDeferred } = reference;
  const action = (written: ReferentialAction): ReferentialAction =>
    rules.restrictIsNoAction && written === 'restrict' ? 'no action' : written;
  return {
    kind: 'foreign-key',
    name: name ?? made,
    nameGiven: name !== null && name !== made,
    columns: columnsNamed(table, columns),
    references: referenced(statement, table, reference),
    onDelete: action(onDelete),
    onUpdate: action(onUpdate),
    match,
    deferrable,
    initiallyDeferred,
    place,
  };
}

/** The target, its names as it spells them. One that does not stand yet may come later. */
function referenced(
  statement: Statement,
  table: Table,
  { table: written, columns }: WrittenReference,
): Extract<Constraint, { kind: 'foreign-key' }>['references'] {
  const target = tableNamed(statement, written);
  const known = target?.name === table.name ? table : target;
  const own = columns.length > 0 ? columns : known?.primaryKey?.columns;
  if (own === undefined) {
    const lack = known === null || known === undefined ? 'does not exist' : 'has no primary key';
    throw new StatementError(`references ${written}, which ${lack}`, refOf(table.name));
  }
  const spelled =
    known === null || known === undefined ? own : own.map((name) => columnNamed(known, name)?.name ?? name);
  return { schema: 'public', table: known?.name ?? written, columns: spelled };
}

function check(
  statement: Statement,
  table: Table,
  { name, condition, isEnforced, column, place }: Extract<WrittenKey, { kind: 'check' }>,
): Constraint {
  if (!isEnforced)
    throw new StatementError('has a check that is not enforced, which is not compared', refOf(table.name));
  const made = statement.grammar.rules.checkName(table, column);
  const context = { ...expressionContext(table), check: true };
  const columns = columnsAmong(condition, table);
  const own = columns.length === 1 ? (columns[0] ?? null) : null;
  const at = { table: refOf(table.name), column: own, place };
  return {
    kind: 'check',
    name: name ?? made,
    nameGiven: name !== null && name !== made,
    expression: normalized(statement, at, () => statement.sql.normalOf(condition, context)),
    columns,
    origin: 'written',
    place,
  };
}
