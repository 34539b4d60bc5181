import type { Change, Finding, Place, Source, Table, TableRef } from '@canonical-schema/schema';
import { compareText } from '../align/pairing';

/**
 * What mends the findings of one source: each change once, alterations of one column as one, in an order in which they
 * can be made. Constraints and indexes that make way go first, then what is new comes, the referenced before what
 * references it; columns, tables and types go last, and a table that is to have another name keeps its own until then.
 */
export function repairsOf(findings: readonly Finding[], source: Source): readonly Change[] {
  const changes = findings.flatMap(({ departs, repair }) => (departs === source ? (repair ?? []) : []));
  return inOrderOfMaking(withoutIdleRenames(merged(changes)));
}

/** Each change once; the facts of one column that several findings set, in one alteration. */
function merged(changes: readonly Change[]): readonly Change[] {
  const kept = new Map<string, Change>();
  for (const change of changes) {
    if (change.kind !== 'alter-column') {
      kept.set(JSON.stringify(change), change);
      continue;
    }
    const key = keyOf(change.kind, change.table, change.column);
    const known = kept.get(key);
    const set = known?.kind === 'alter-column' ? { ...known.set, ...change.set } : change.set;
    kept.set(key, { ...change, set });
  }
  return [...kept.values()];
}

/** An object that another one replaces needs no new name first. */
function withoutIdleRenames(changes: readonly Change[]): readonly Change[] {
  const gone = new Set(changes.flatMap((change) => droppedObject(change) ?? []));
  return changes.filter((change) => {
    if (change.kind === 'rename-index') return !gone.has(keyOf('index', change.table, change.index));
    if (change.kind !== 'rename-constraint') return true;
    const { kind, name } = change.constraint;
    return !gone.has(keyOf(kind, change.table, name));
  });
}

function droppedObject(change: Change): string | null {
  if (change.kind === 'drop-index') return keyOf('index', change.table, change.index);
  if (change.kind !== 'drop-constraint') return null;
  return keyOf(change.constraint.kind, change.table, change.constraint.name);
}

/** When each kind of change is made; what is not listed is no repair, and would come in the middle. */
const order: readonly Change['kind'][] = [
  'rename-enum',
  'add-enum',
  'add-domain',
  'add-enum-label',
  'drop-constraint',
  'drop-index',
  'rename-constraint',
  'rename-index',
  'add-table',
  'add-column',
  'alter-column',
  'set-table-comment',
  'add-constraint',
  'add-index',
  'drop-column',
  'drop-table',
  'drop-enum',
  'rename-table',
];

function inOrderOfMaking(changes: readonly Change[]): readonly Change[] {
  const added = new Set(changes.flatMap((change) => addedName(change) ?? []));
  const tables = tablesInOrder(changes);
  return changes
    .map((change) => ({ change, key: [stepOf(change, added), ...withinStep(change, tables)].join('\u0000') }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ change }) => change);
}

/**
 * Foreign keys go before what they reference, and come after it. A uniqueness rule whose name is not needed stays until
 * its successor is there, so that the foreign keys that rely on it have one at any time.
 */
function stepOf(change: Change, added: ReadonlySet<string>): string {
  const at = (kind: Change['kind'], step: 'first' | 'then') =>
    `${String(order.indexOf(kind)).padStart(2, '0')} ${step}`;
  const isOfForeignKey = 'constraint' in change && change.constraint.kind === 'foreign-key';
  if (change.kind === 'add-constraint' && isOfForeignKey) return at('drop-column', 'first');
  if (change.kind === 'drop-constraint' && isOfForeignKey) return at('drop-constraint', 'first');
  const isOfRule =
    change.kind === 'drop-index' || (change.kind === 'drop-constraint' && change.constraint.kind === 'unique');
  const stays = isOfRule && !added.has(droppedName(change));
  return at(stays ? 'add-index' : change.kind, 'then');
}

function addedName(change: Change): string | null {
  if (change.kind === 'add-index') return keyOf('', change.table, change.index.name ?? '');
  return change.kind === 'add-constraint' ? keyOf('', change.table, change.constraint.name ?? '') : null;
}

function droppedName(change: Change): string {
  if (change.kind === 'drop-index') return keyOf('', change.table, change.index);
  return change.kind === 'drop-constraint' ? keyOf('', change.table, change.constraint.name) : '';
}

/** New tables after those that they reference, as far as these are no circle; the rest by table, as the SQL lists it. */
function withinStep(change: Change, tables: ReadonlyMap<string, number>): readonly string[] {
  const start = placeOf(change)?.span.start ?? 0;
  const text = JSON.stringify(change);
  if (change.kind === 'add-table') return [padded(tables.get(keyOf('', change.table)) ?? 0), text];
  // Labels come one after the other: each is put beside one that is there by then.
  if (change.kind === 'add-enum-label') return [keyOf('', change.enum)];
  return 'table' in change ? [keyOf('', change.table), padded(start), text] : [text];
}

function placeOf(change: Change): Place | null {
  if (change.kind === 'add-column') return change.column.place;
  if (change.kind === 'add-index') return change.index.place;
  return change.kind === 'add-constraint' ? change.constraint.place : null;
}

function padded(position: number): string {
  return String(position).padStart(12, '0');
}

function tablesInOrder(changes: readonly Change[]): ReadonlyMap<string, number> {
  const tables = changes.flatMap((change) => (change.kind === 'add-table' ? [change.table] : []));
  const byKey = new Map(tables.map((table) => [keyOf('', table), table]));
  const placed = new Map<string, number>();
  const seen = new Set<string>();
  const waiting = [...byKey.keys()].sort().reverse();
  for (let key = waiting.at(-1); key !== undefined; key = waiting.at(-1)) {
    const targets = seen.has(key)
      ? []
      : targetsOf(byKey.get(key)).filter((target) => byKey.has(target) && !seen.has(target));
    seen.add(key);
    waiting.push(...targets);
    if (targets.length > 0) continue;
    waiting.pop();
    if (!placed.has(key)) placed.set(key, placed.size);
  }
  return placed;
}

function targetsOf(table: Table | undefined): string[] {
  const keys = table?.foreignKeys ?? [];
  return keys.map(({ references: { schema, table: name } }) => keyOf('', { schema, name })).sort();
}

function keyOf(kind: string, { schema, name }: TableRef, object = ''): string {
  return [kind, schema, name, object].join('\u0000');
}
