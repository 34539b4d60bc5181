import {
  type Change,
  type Constraint,
  constraintOf,
  type Schema,
  type Table,
  type TableRef,
} from '@canonical-schema/schema';
import { keyOf } from './model-table';

type ObjectKind = 'index' | Constraint['kind'];

/** An index or constraint that a change adds, drops or renames. */
interface Touched {
  readonly step: 'add' | 'drop' | 'rename';
  readonly table: TableRef;
  readonly kind: ObjectKind;
  readonly name: string | null;
}

/**
 * The same changes with one for each index and constraint at most: what is added and then renamed is added by its last
 * name, what is renamed and then dropped is dropped by its first. What is added is as the schema has it in the end, with
 * columns by their last names.
 */
export function settledChanges(changes: readonly Change[], canonical: Schema): readonly Change[] {
  const settled: Change[] = [];
  const tables = new Map<string, string>();
  const keys: string[] = [];
  for (const change of changes) {
    if (change.kind === 'rename-table')
      tables.set(keyOf(change.to), tables.get(keyOf(change.table)) ?? keyOf(change.table));
    const touched = touchedBy(change);
    if (touched === null) {
      settled.push(change);
      keys.push('');
      continue;
    }
    const table = tables.get(keyOf(touched.table)) ?? keyOf(touched.table);
    const keyed = (name: string | null): string =>
      `${table}\u0000${touched.kind === 'index' ? '' : touched.kind}\u0000${name}`;
    const at = keys.lastIndexOf(keyed(touched.name));
    const before = at < 0 || touched.step === 'add' ? undefined : settled[at];
    const joined = before === undefined ? null : join(before, change);
    if (joined === null) settled.push(change);
    else settled.splice(at, 1, ...joined);
    const nowKey = keyed(
      change.kind === 'rename-index' || change.kind === 'rename-constraint' ? change.to : touched.name,
    );
    if (joined === null) keys.push(touched.step === 'drop' ? '' : nowKey);
    else keys.splice(at, 1, ...joined.map(({ kind }) => (kind.startsWith('drop-') ? '' : nowKey)));
  }
  const names = lastNames(changes);
  const last = new Map(canonical.tables.map((table) => [keyOf(table), table]));
  return settled.map((change) => asInTheEnd(change, last, names));
}

function touchedBy(change: Change): Touched | null {
  switch (change.kind) {
    case 'add-index':
      return { step: 'add', table: change.table, kind: 'index', name: change.index.name };
    case 'drop-index':
      return { step: 'drop', table: change.table, kind: 'index', name: change.index };
    case 'rename-index':
      return { step: 'rename', table: change.table, kind: 'index', name: change.index };
    case 'add-constraint':
      return { step: 'add', table: change.table, kind: change.constraint.kind, name: change.constraint.name };
    case 'drop-constraint':
      return { step: 'drop', table: change.table, ...change.constraint };
    case 'rename-constraint':
      return { step: 'rename', table: change.table, ...change.constraint };
    default:
      return null;
  }
}

/** What an earlier change and a later one of the same object come to; null where they stay two. */
function join(before: Change, later: Change): readonly Change[] | null {
  if (before.kind === 'add-index' && later.kind === 'rename-index') {
    return [{ ...before, index: { ...before.index, name: later.to, nameGiven: true } }];
  }
  if (before.kind === 'add-constraint' && later.kind === 'rename-constraint') {
    return [{ ...before, constraint: { ...before.constraint, name: later.to, nameGiven: true } }];
  }
  if (before.kind === 'rename-index' && later.kind === 'rename-index') return [{ ...before, to: later.to }];
  if (before.kind === 'rename-constraint' && later.kind === 'rename-constraint') return [{ ...before, to: later.to }];
  if (before.kind === 'rename-index' && later.kind === 'drop-index')
    return [{ ...later, table: before.table, index: before.index }];
  if (before.kind === 'rename-constraint' && later.kind === 'drop-constraint') {
    return [{ ...later, table: before.table, constraint: before.constraint }];
  }
  const isTakenBack = before.kind.startsWith('add-') && later.kind.startsWith('drop-');
  return isTakenBack ? [] : null;
}

function asInTheEnd(change: Change, tables: ReadonlyMap<string, Table>, names: ReadonlyMap<string, string>): Change {
  if (change.kind !== 'add-index' && change.kind !== 'add-constraint') return change;
  const key = keyOf(change.table);
  const table = tables.get(names.get(key) ?? key);
  if (table === undefined) return change;
  if (change.kind === 'add-index') {
    const index = table.indexes.find((each) => each.name !== null && each.name === change.index.name);
    return index === undefined ? change : { ...change, index };
  }
  const { kind, name } = change.constraint;
  const constraint = name === null ? null : constraintOf(table, { kind, name });
  return constraint === null ? change : { ...change, constraint };
}

/** What tables are called after all changes, by what they are called before; those that keep their names left out. */
export function lastNames(changes: readonly Change[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const change of changes.toReversed()) {
    if (change.kind !== 'rename-table') continue;
    const to = keyOf(change.to);
    names.set(keyOf(change.table), names.get(to) ?? to);
  }
  return names;
}
