import { apply, type Change, emptySchema, type Schema, type SqlText, type TableRef } from '@canonical-schema/schema';

/**
 * The changes of statements as a person means them: what follows a new table and makes it complete is part of it, what
 * follows a new column of its definition too, alterations of one column in a row are one, and the sequence behind a
 * serial or identity column is part of that column. `after` is the schema that the changes lead to.
 */
export function joinedChanges(changes: readonly Change[], after: Schema, sqlText: SqlText): Change[] {
  const owned = ownedSequences(changes, after);
  const joining = new Joining(sqlText);
  for (const change of changes) if (!isOfSequence(change, owned)) joining.take(change);
  return joining.joined;
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

/** Changes taken one after the other, each joined to an earlier one where that means the same. */
class Joining {
  readonly joined: Change[] = [];

  constructor(private readonly sqlText: SqlText) {}

  /** Where the tables and columns are made that later changes may still be part of. */
  private readonly tables = new Map<string, number>();
  private readonly columns = new Map<string, number>();
  /** Where each table was last worked on. */
  private readonly touched = new Map<string, number>();

  take(change: Change): void {
    if (isCompleting(change)) {
      if (this.joinTable(change) || this.joinColumn(change)) return;
    } else if (change.kind !== 'add-table') {
      // Renames and drops give names another meaning; types and sequences must stand before what uses them.
      this.tables.clear();
      if (change.kind.startsWith('rename') || change.kind.startsWith('drop')) this.columns.clear();
    }
    this.joined.push(change);
    this.noteLast(change);
  }

  private noteLast(change: Change): void {
    const position = this.joined.length - 1;
    if (change.kind === 'add-table') this.tables.set(keyOf(change.table), position);
    if (change.kind === 'add-column') this.columns.set(columnKey(change.table, change.column.name), position);
    if ('table' in change) this.touched.set(keyOf(change.table), position);
  }

  private joinTable(change: Completing): boolean {
    const position = this.tables.get(keyOf(change.table));
    const added = position === undefined ? undefined : this.joined[position];
    if (position === undefined || added?.kind !== 'add-table' || !this.stands(change, position)) return false;
    const [table] = apply({ ...emptySchema, tables: [added.table] }, [change], this.sqlText).tables;
    if (table !== undefined) this.joined[position] = { kind: 'add-table', table };
    return true;
  }

  /** Does the target of a foreign key, with the key that is referenced, stand when the table at `position` is made? */
  private stands(change: Completing, position: number): boolean {
    if (change.kind !== 'add-constraint' || change.constraint.kind !== 'foreign-key') return true;
    const { schema, table } = change.constraint.references;
    return (this.touched.get(keyOf({ schema, name: table })) ?? -1) <= position;
  }

  private joinColumn(change: Completing): boolean {
    if (change.kind !== 'alter-column') return false;
    const last = this.joined.length - 1;
    const earlier = this.joined[last];
    const { comment, ...others } = change.set;
    if (earlier?.kind === 'alter-column' && isOf(change, earlier.table, earlier.column)) {
      this.joined[last] = { ...earlier, set: { ...earlier.set, ...change.set } };
      return true;
    }
    const position = this.columns.get(columnKey(change.table, change.column));
    const added = position === undefined ? undefined : this.joined[position];
    // A comment disturbs nothing that stands between the column and it.
    const isClose = position === last || (comment !== undefined && Object.keys(others).length === 0);
    if (position === undefined || added?.kind !== 'add-column' || !isClose) return false;
    this.joined[position] = { ...added, column: { ...added.column, ...change.set } };
    return true;
  }
}

function isOf(change: Extract<Change, { kind: 'alter-column' }>, table: TableRef, column: string): boolean {
  return change.column === column && keyOf(change.table) === keyOf(table);
}

function columnKey(table: TableRef, column: string): string {
  return `${keyOf(table)}\u0000${column}`;
}
