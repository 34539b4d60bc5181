import { apply, type Change, emptySchema, type SqlText, type Table, type TableRef } from '@canonical-schema/schema';

/** Changes that leave a table where it is. */
const foldable: ReadonlySet<Change['kind']> = new Set([
  'add-column',
  'alter-column',
  'add-constraint',
  'add-index',
  'set-table-comment',
]);

/** The changes with those of a table that is new made part of it: its indexes and keys are written with it. */
export function foldedIntoNewTables(changes: readonly Change[], sqlText: SqlText): readonly Change[] {
  const added = new Map<string, number>();
  const folded: Change[] = [];
  for (const change of changes) {
    const ref = tableOf(change);
    const at = ref === null ? undefined : added.get(keyOf(ref));
    const first = at === undefined ? undefined : folded[at];
    if (change.kind === 'add-table') added.set(keyOf(change.table), folded.length);
    if (at === undefined || first?.kind !== 'add-table') {
      folded.push(change);
      continue;
    }
    const table = foldable.has(change.kind) ? withChange(first.table, change, sqlText) : null;
    if (table === null) folded.push(change);
    else folded[at] = { kind: 'add-table', table };
  }
  return folded;
}

function withChange(table: Table, change: Change, sqlText: SqlText): Table | null {
  const schema = apply({ ...emptySchema, tables: [table] }, [change], sqlText);
  return schema.tables[0] ?? null;
}

/** The table that a change is made to; null for changes of other objects. */
export function tableOf(change: Change): TableRef | null {
  return 'table' in change ? change.table : null;
}

function keyOf({ schema, name }: TableRef): string {
  return JSON.stringify([schema, name]);
}
