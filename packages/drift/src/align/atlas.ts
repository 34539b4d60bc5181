import type { Column, ForeignKey, Reading, Table } from '@canonical-schema/schema';
import { type Follower, tableKey } from './alignment';
import type { Pair, Pairing } from './pairing';

/** Two tables with their columns paired. */
export interface Draft {
  readonly pair: Pair<Table>;
  readonly columns: Pairing<Column>;
}

/** Where a foreign key of the actual side leads, in canonical names. */
export class Atlas {
  private readonly canonicalTables: ReadonlySet<string>;
  private readonly pairs: ReadonlyMap<string, Draft>;
  private readonly references: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly columns = new Map<string, ReadonlyMap<string, Pair<Column>>>();
  private readonly targets: ReadonlyMap<Pair<Column>, Pair<Column>>;
  private readonly followersOf = new Map<Pair<Column>, Follower[]>();

  constructor(canonical: Reading, drafts: readonly Draft[]) {
    this.canonicalTables = new Set(canonical.schema.tables.map(tableKey));
    this.pairs = new Map(drafts.map((draft) => [tableKey(draft.pair.actual), draft]));
    this.references = referencesOf(canonical);
    this.targets = this.targetsOf(drafts);
    for (const { pair, columns } of drafts) {
      for (const column of columns.both) this.noteFollower({ table: pair.actual, column });
    }
  }

  /** The foreign key with the canonical name of the table that it references. */
  translated(key: ForeignKey): ForeignKey {
    const { references } = key;
    const target = this.pairs.get(tableKey({ schema: references.schema, name: references.table }))?.pair.canonical;
    if (target === undefined) return key;
    return { ...key, references: { ...references, schema: target.schema, table: target.name } };
  }

  /** The columns of a canonical table that foreign keys reference. */
  referenced(table: Table): ReadonlySet<string> {
    return this.references.get(tableKey(table)) ?? new Set();
  }

  /** Does the SQL describe the table that this translated foreign key references? */
  describes({ references }: ForeignKey): boolean {
    return this.canonicalTables.has(tableKey({ schema: references.schema, name: references.table }));
  }

  /** The pair of columns that a column of the actual side references; none where that leads back to itself. */
  target(pair: Pair<Column>): Pair<Column> | null {
    return this.targets.get(pair) ?? null;
  }

  /** The columns that take their type from a pair of columns, directly or through others. */
  followers(pair: Pair<Column>): readonly Follower[] {
    const direct = this.followersOf.get(pair);
    if (direct === undefined) return none;
    const found = new Map<Pair<Column>, Follower>();
    const waiting = [...direct];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.column === pair || found.has(next.column)) continue;
      found.set(next.column, next);
      waiting.push(...(this.followersOf.get(next.column) ?? []));
    }
    return [...found.values()];
  }

  private noteFollower(follower: Follower): void {
    const { column } = follower;
    const target = this.target(column);
    if (target?.canonical.type !== column.canonical.type || target.actual.type !== column.actual.type) return;
    const known = this.followersOf.get(target);
    if (known === undefined) this.followersOf.set(target, [follower]);
    else known.push(follower);
  }

  private targetsOf(drafts: readonly Draft[]): ReadonlyMap<Pair<Column>, Pair<Column>> {
    const targets = new Map<Pair<Column>, Pair<Column>>();
    for (const { pair, columns } of drafts) {
      const { foreignKeys } = pair.actual;
      if (foreignKeys.length === 0) continue;
      for (const column of columns.both) {
        const target = this.referencedBy(column.actual.name, foreignKeys);
        if (target !== null) targets.set(column, target);
      }
    }
    return withoutCircles(targets);
  }

  private referencedBy(column: string, keys: readonly ForeignKey[]): Pair<Column> | null {
    for (const { columns, references } of keys) {
      const position = columns.indexOf(column);
      const referenced = position < 0 ? undefined : references.columns[position];
      const key = tableKey({ schema: references.schema, name: references.table });
      const pair = referenced === undefined ? undefined : this.columnsOf(key).get(referenced);
      if (pair !== undefined) return pair;
    }
    return null;
  }

  private columnsOf(key: string): ReadonlyMap<string, Pair<Column>> {
    const known = this.columns.get(key);
    if (known !== undefined) return known;
    const pairs = this.pairs.get(key)?.columns.both ?? [];
    const columns = new Map(pairs.map((pair) => [pair.actual.name, pair]));
    this.columns.set(key, columns);
    return columns;
  }
}

const none: readonly Follower[] = [];

function referencesOf(canonical: Reading): ReadonlyMap<string, ReadonlySet<string>> {
  const references = new Map<string, Set<string>>();
  for (const { references: target } of canonical.schema.tables.flatMap((table) => table.foreignKeys)) {
    const key = tableKey({ schema: target.schema, name: target.table });
    const columns = references.get(key) ?? new Set<string>();
    references.set(key, columns.add(target.columns.toSorted().join('\u0000')));
  }
  return references;
}

/** Columns that reference each other in a circle have no first one to take a type from. */
function withoutCircles(targets: ReadonlyMap<Pair<Column>, Pair<Column>>): ReadonlyMap<Pair<Column>, Pair<Column>> {
  const rounds = new Map<Pair<Column>, Pair<Column>>();
  const circular = new Set<Pair<Column>>();
  for (const start of targets.keys()) {
    let next: Pair<Column> | undefined = start;
    for (; next !== undefined && !rounds.has(next); next = targets.get(next)) rounds.set(next, start);
    if (next === undefined || rounds.get(next) !== start) continue;
    for (; next !== undefined && !circular.has(next); next = targets.get(next)) circular.add(next);
  }
  return new Map([...targets].filter(([pair]) => !circular.has(pair)));
}
