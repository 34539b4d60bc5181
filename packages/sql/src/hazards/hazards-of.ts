import {
  Catalog,
  type Change,
  type Hazard,
  type Index,
  type Schema,
  type SqlText,
  type TableRef,
} from '@canonical-schema/schema';
import type { Around, HazardRules, Said } from './said';

/** A dialect's rules, and its answers to a catalog. */
export interface HazardLanguage {
  readonly rules: HazardRules;
  readonly sqlText: SqlText;
}

/**
 * What the changes, made in this order to a database of this schema, would do to its rows and its users. A table that
 * the changes make has none yet.
 */
export function hazardsOf(changes: readonly Change[], schema: Schema, { rules, sqlText }: HazardLanguage): Hazard[] {
  const catalog = new Catalog(schema, sqlText);
  const made: Change[] = [];
  const fresh = new Set<string>();
  let lastDropped: Index | null = null;
  return changes.flatMap((change) => {
    const table = tableOf(change);
    const isFresh = table !== null && fresh.has(keyOf(table));
    const hazards = isFresh ? [] : sayHazards(change, { catalog, made, lastDropped }, rules);
    note(change, fresh);
    lastDropped = change.kind === 'drop-index' ? indexNamed(change, catalog) : null;
    catalog.apply(change);
    made.push(change);
    return hazards.map((hazard): Hazard => ({ ...hazard, change }));
  });
}

function sayHazards<K extends Change['kind']>(
  change: Extract<Change, { kind: K }>,
  around: Around,
  rules: HazardRules,
): readonly Said[] {
  return rules[change.kind as K](change, around);
}

function indexNamed({ table, index }: Extract<Change, { kind: 'drop-index' }>, catalog: Catalog): Index | null {
  return catalog.table(table)?.indexes.find(({ name }) => name === index) ?? null;
}

function tableOf(change: Change): TableRef | null {
  return 'table' in change ? change.table : null;
}

function note(change: Change, fresh: Set<string>): void {
  if (change.kind === 'add-table') fresh.add(keyOf(change.table));
  if (change.kind === 'rename-table' && fresh.has(keyOf(change.table))) fresh.add(keyOf(change.to));
}

function keyOf({ schema, name }: TableRef): string {
  return `${schema}\u0000${name}`;
}
