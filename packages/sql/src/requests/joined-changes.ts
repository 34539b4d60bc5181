import {
  apply,
  type Change,
  type Column,
  emptySchema,
  type Schema,
  type Table,
  type TableRef,
} from '@canonical-schema/schema';
import { catalogSqlText } from '../fold/sql-text';

/**
 * The changes of statements as a person means them: what follows a new table and makes it complete is part of it, what
 * follows a new column of its definition too, alterations of one column in a row are one, and the sequence behind a
 * serial or identity column is part of that column. `after` is the schema that the changes lead to.
 */
export function joinedChanges(changes: readonly Change[], after: Schema): Change[] {
  const owned = ownedSequences(changes, after);
  const joined: Change[] = [];
  for (const change of changes) {
    if (isOfSequence(change, owned)) continue;
    if (!joinTable(change, joined) && !joinColumn(change, joined)) joined.push(change);
  }
  return joined;
}

type SequenceChange = Extract<Change, { kind: 'add-sequence' | 'alter-sequence' | 'drop-sequence' }>;

function ownedSequences(changes: readonly Change[], { tables }: Schema): ReadonlySet<string> {
  const counting = new Set(
    tables.flatMap((table) =>
      table.columns.flatMap(({ name, identity }) => (identity === null ? [] : [`${keyOf(table)}\u0000${name}`])),
    ),
  );
  const owned = changes.flatMap((change) => {
    if (change.kind !== 'add-sequence' && change.kind !== 'alter-sequence') return [];
    const { ownedBy } = change.kind === 'add-sequence' ? change.sequence : change.to;
    if (ownedBy === null) return [];
    const owner = [ownedBy.schema, ownedBy.table, ownedBy.column].join('\u0000');
    return counting.has(owner) ? [sequenceKey(change)] : [];
  });
  return new Set(owned);
}

function sequenceKey(change: SequenceChange): string {
  return keyOf(change.sequence);
}

function isOfSequence(change: Change, owned: ReadonlySet<string>): boolean {
  const isOne = change.kind === 'add-sequence' || change.kind === 'alter-sequence' || change.kind === 'drop-sequence';
  return isOne && owned.has(sequenceKey(change));
}

function keyOf({ schema, name }: TableRef): string {
  return `${schema}\u0000${name}`;
}

/** Changes that complete a table of the same text, where nothing in between changes what they mean. */
const completing = ['add-column', 'alter-column', 'add-constraint', 'add-index', 'set-table-comment'] as const;

type Completing = Extract<Change, { kind: (typeof completing)[number] }>;

function isCompleting(change: Change): change is Completing {
  return completing.some((kind) => kind === change.kind);
}

function joinTable(change: Change, joined: Change[]): boolean {
  if (!isCompleting(change)) return false;
  const at =
    joined.findLastIndex(({ kind }) => kind !== 'add-table' && !completing.some((other) => other === kind)) + 1;
  const position = joined.findIndex(
    (earlier, index) => index >= at && earlier.kind === 'add-table' && keyOf(earlier.table) === keyOf(change.table),
  );
  const added = joined[position];
  if (added?.kind !== 'add-table' || !stands(change, position, joined)) return false;
  const [table] = apply({ ...emptySchema, tables: [added.table] }, [change], catalogSqlText).tables;
  if (table !== undefined) joined[position] = { kind: 'add-table', table };
  return true;
}

/** Does the target of a foreign key stand when the table at `position` is made? */
function stands(change: Completing, position: number, joined: readonly Change[]): boolean {
  if (change.kind !== 'add-constraint' || change.constraint.kind !== 'foreign-key') return true;
  const { schema, table } = change.constraint.references;
  const isTarget = (ref: TableRef): boolean => ref.schema === schema && ref.name === table;
  return !joined.some((later, index) => {
    if (index <= position) return false;
    if (later.kind === 'add-table') return isTarget(later.table);
    // The key or column that is referenced may have come later, too.
    return (
      (later.kind === 'add-constraint' || later.kind === 'add-index' || later.kind === 'add-column') &&
      isTarget(later.table)
    );
  });
}

function joinColumn(change: Change, joined: Change[]): boolean {
  if (change.kind !== 'alter-column') return false;
  const last = joined.length - 1;
  const earlier = joined[last];
  if (earlier === undefined || !('table' in earlier) || keyOf(earlier.table) !== keyOf(change.table)) return false;
  if (earlier.kind === 'add-column' && earlier.column.name === change.column) {
    joined[last] = { ...earlier, column: { ...earlier.column, ...change.set } };
    return true;
  }
  if (earlier.kind === 'alter-column' && earlier.column === change.column) {
    joined[last] = { ...earlier, set: { ...earlier.set, ...change.set } };
    return true;
  }
  return joinComment(change, joined);
}

/** A comment disturbs nothing that stands between the column and it. */
function joinComment(change: Extract<Change, { kind: 'alter-column' }>, joined: Change[]): boolean {
  const { comment, ...others } = change.set;
  if (comment === undefined || Object.keys(others).length > 0) return false;
  const position = joined.findLastIndex(
    (earlier) =>
      earlier.kind === 'add-column' &&
      keyOf(earlier.table) === keyOf(change.table) &&
      earlier.column.name === change.column,
  );
  const added = joined[position];
  const isRenamed = joined.some(
    ({ kind }, index) => index > position && (kind.startsWith('rename') || kind === 'drop-column'),
  );
  if (added?.kind !== 'add-column' || isRenamed) return false;
  const column: Column = { ...added.column, comment };
  joined[position] = { ...added, column };
  return true;
}

/** The tables that changes make anew, by schema and name. */
export function newTables(changes: readonly Change[]): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  for (const change of changes) if (change.kind === 'add-table') tables.set(keyOf(change.table), change.table);
  return tables;
}
